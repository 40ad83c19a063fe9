import { itemBytes } from '../domain/item-bytes';
import { bytesOf, SYNC_QUOTA } from './sync-items';

export type Entry = readonly [key: string, value: unknown];

/** Of `writes`, the most important first, those for which storage.sync has room beside what it holds. */
export function selectFitting(items: ReadonlyMap<string, unknown>, writes: readonly Entry[]): Entry[] {
  let bytes = bytesOf(items);
  let count = items.size;
  const growth = ([key, value]: Entry) => itemBytes(key, value) - (items.has(key) ? itemBytes(key, items.get(key)) : 0);
  const take = ([key, value]: Entry, grows: number) => {
    const isNew = !items.has(key);
    const fits = bytes + grows <= SYNC_QUOTA.bytes && count + Number(isNew) <= SYNC_QUOTA.items && itemBytes(key, value) <= SYNC_QUOTA.itemBytes;
    // What makes room is written even if there is too little of it still.
    if (!fits && grows >= 0) return false;
    bytes += grows;
    count += Number(isNew);
    return true;
  };
  return writes
    .map((entry) => ({ entry, grows: growth(entry) }))
    // Those that make room come first; the order of the others stays.
    .sort((a, b) => Math.min(a.grows, 0) - Math.min(b.grows, 0))
    .filter(({ entry, grows }) => take(entry, grows))
    .map(({ entry }) => entry);
}

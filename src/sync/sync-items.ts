import { itemBytes } from '../domain/item-bytes';
import type { Month } from '../domain/mark-codec/paper-number';
import { toShard } from '../domain/mark-codec/shard-key';
import { isPreferenceKey } from '../domain/preference-codec/preferences';
import { CUTOFF_KEY } from './cutoff';

/** Both browsers: bytes in all, bytes of an item, number of items. */
export const SYNC_QUOTA = { bytes: 102_400, itemBytes: 8192, items: 512 } as const;

/** What storage.sync holds, by whom it belongs to. Keys that are none of ours are left alone, but they take space. */
export interface SyncItems {
  readonly months: ReadonlyMap<Month, Readonly<Record<string, unknown>>>;
  readonly preferences: ReadonlyMap<string, unknown>;
  readonly cutoff: unknown;
  readonly foreign: ReadonlyMap<string, unknown>;
}

export function allItems({ months, preferences, cutoff, foreign }: SyncItems): Map<string, unknown> {
  const marks = [...months.values()].flatMap((items) => Object.entries(items));
  return new Map([...marks, ...preferences, ...foreign, ...(cutoff === undefined ? [] : [[CUTOFF_KEY, cutoff] as const])]);
}

export function sortItems(items: Readonly<Record<string, unknown>>): SyncItems {
  const months = new Map<Month, Record<string, unknown>>();
  const preferences = new Map<string, unknown>();
  const foreign = new Map<string, unknown>();
  for (const [key, value] of Object.entries(items)) {
    const shard = toShard(key);
    if (shard) months.set(shard.month, { ...months.get(shard.month), [key]: value });
    else if (isPreferenceKey(key)) preferences.set(key, value);
    else if (key !== CUTOFF_KEY) foreign.set(key, value);
  }
  return { months, preferences, cutoff: items[CUTOFF_KEY], foreign };
}

/** Whether two readings of storage.sync say the same. */
export function isSameContent(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

/** Bytes of items as the quota counts them. */
export function bytesOf(items: Iterable<readonly [key: string, value: unknown]>): number {
  let bytes = 0;
  for (const [key, value] of items) bytes += itemBytes(key, value);
  return bytes;
}

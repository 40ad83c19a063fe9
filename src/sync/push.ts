import type { SyncPause } from '../domain/sync-status';
import type { StorageArea } from '../platform/storage-area';
import type { Plan } from './plan';

type Items = Readonly<Record<string, unknown>>;

/**
 * Does to storage.sync, which holds `items`, what is planned: with one call each for writing and removing, since calls are what
 * Chromium counts.
 * @returns what it holds then
 * @throws the browser's error
 */
export async function push(sync: StorageArea, items: Items, { writes, stale }: Plan): Promise<Items> {
  if (writes.length > 0) await sync.set(Object.fromEntries(writes));
  // Afterwards, so that what moves from one item to another is never in none.
  if (stale.length > 0) await sync.remove(stale);
  const held = Object.entries({ ...items, ...Object.fromEntries(writes) });
  return Object.fromEntries(held.filter(([key]) => !stale.includes(key)));
}

/** Why the browser has refused a write, from its own words. */
export function toPause(error: unknown): SyncPause {
  const text = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  // Chromium's MAX_WRITE_OPERATIONS_PER_MINUTE and _PER_HOUR call themselves a quota, too.
  if (/MAX_WRITE_OPERATIONS/.test(text)) return { kind: 'too-many-writes', text };
  return { kind: /quota/i.test(text) ? 'no-space' : 'browser-error', text };
}

import * as v from 'valibot';
import type { SyncStatus } from '../domain/sync-status';
import type { StorageArea } from '../platform/storage-area';
import { storedItem, type StoredItem } from './item';

/** What the background script says of the sync; undefined until it has said something. */
export function syncStatusItem(area: StorageArea): StoredItem<SyncStatus | undefined> {
  return storedItem(area, 'sync-status', repairSyncStatus);
}

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

const syncStatusSchema = v.object({
  state: v.picklist(['synced', 'waiting', 'paused']),
  waiting: amount,
  pause: v.exactOptional(v.object({ kind: v.picklist(['too-many-writes', 'no-space', 'newer-version', 'browser-error']), text: v.string() })),
  usedBytes: amount,
  quotaBytes: amount,
  space: v.picklist(['enough', 'nearly-full', 'full']),
  keptBefore: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{2}(0[1-9]|1[0-2])$/))),
});

/** Written by this version of ours and never synced: either it is whole or it is nothing. */
function repairSyncStatus(value: unknown): SyncStatus | undefined {
  const result = v.safeParse(syncStatusSchema, value);
  return result.success ? result.output : undefined;
}

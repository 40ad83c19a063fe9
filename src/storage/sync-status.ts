import type { SyncStatus } from '../domain/sync-status';
import type { StorageArea } from '../platform/storage-area';
import { storedItem, type StoredItem } from './item';

/** What the background script says of the sync; undefined until it has said something. */
export function syncStatusItem(area: StorageArea): StoredItem<SyncStatus | undefined> {
  return storedItem(area, 'sync-status', repairSyncStatus);
}

const STATES: readonly unknown[] = ['synced', 'waiting', 'paused'] satisfies SyncStatus['state'][];

/** Written by this version of ours and never synced: either it is whole or it is nothing. */
function repairSyncStatus(value: unknown): SyncStatus | undefined {
  const status = Object(value) as Partial<SyncStatus>;
  const isWhole = STATES.includes(status.state) && [status.waiting, status.usedBytes, status.quotaBytes].every(Number.isFinite);
  return isWhole ? (status as SyncStatus) : undefined;
}

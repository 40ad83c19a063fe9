import type { SyncPause, SyncStatus } from '../domain/sync-status';
import type { StorageArea } from '../platform/storage-area';
import { fieldsIn, isText } from './fields';
import { storedItem, type StoredItem } from './item';

/** What the background script says of the sync; undefined until it has said something. */
export function syncStatusItem(area: StorageArea): StoredItem<SyncStatus | undefined> {
  return storedItem(area, 'sync-status', repairSyncStatus);
}

const STATES: readonly unknown[] = ['synced', 'waiting', 'paused'] satisfies SyncStatus['state'][];
const PAUSES: readonly unknown[] = ['too-many-writes', 'no-space', 'newer-version', 'browser-error'] satisfies SyncPause['kind'][];
const SPACES: readonly unknown[] = ['enough', 'nearly-full', 'full'] satisfies SyncStatus['space'][];

/** Written by this version of ours and never synced: either it is whole or it is nothing. */
function repairSyncStatus(value: unknown): SyncStatus | undefined {
  const { state, waiting, pause, usedBytes, quotaBytes, space, keptBefore } = fieldsIn(value) as Partial<SyncStatus>;
  const reason = readPause(pause);
  const isWhole =
    STATES.includes(state) &&
    SPACES.includes(space) &&
    [waiting, usedBytes, quotaBytes].every(isAmount) &&
    (pause === undefined || reason) &&
    (keptBefore === undefined || isMonth(keptBefore));
  if (!isWhole) return undefined;
  return { state, waiting, ...(reason && { pause: reason }), usedBytes, quotaBytes, space, ...(keptBefore && { keptBefore }) } as SyncStatus;
}

function readPause(value: unknown): SyncPause | undefined {
  const { kind, text } = fieldsIn(value) as Partial<SyncPause>;
  return PAUSES.includes(kind) && isText(text) ? ({ kind, text } as SyncPause) : undefined;
}

function isAmount(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) >= 0;
}

function isMonth(value: unknown): boolean {
  return isText(value) && /^\d{2}(0[1-9]|1[0-2])$/.test(value);
}

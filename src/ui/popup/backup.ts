import type { SyncStatus } from '../../domain/sync-status';
import type { ExclusiveArea } from '../../platform/exclusive-area';
import { exportBackup, importBackup, type ImportReport } from '../../storage/backup-file';
import { isSnapshotKey, listSnapshots, restoreSnapshot, type SnapshotInfo } from '../../storage/snapshots';
import { syncStatusItem } from '../../storage/sync-status';
import { oneAtATime } from './one-at-a-time';
import { createSource, type Source } from './source';

/** What the section "Sync and backup" and the sync's line show and do. */
export interface BackupModel {
  readonly sync: Source<SyncStatus | undefined>;
  /** Undefined until they have been read. */
  readonly snapshots: Source<readonly SnapshotInfo[] | undefined>;
  /** Snapshots are large: they are read once the reader wants to see them, and followed from then on. */
  readSnapshots(): Promise<void>;
  /** @returns whether that changed anything */
  restore(key: string): Promise<boolean>;
  exportAll(now: Date): Promise<string>;
  importText(text: string): Promise<ImportReport>;
}

/** Reads the sync's status and follows it. Rejects with storage's error. */
export async function followBackup(area: ExclusiveArea, failed: (error: unknown) => void, signal: AbortSignal): Promise<BackupModel> {
  const statusItem = syncStatusItem(area);
  const [sync, setSync] = createSource(await statusItem.get());
  statusItem.onChanged(setSync, signal);
  const [snapshots, setSnapshots] = createSource<readonly SnapshotInfo[] | undefined>(undefined);
  let areFollowed = false;
  const readAgain = oneAtATime(async () => setSnapshots(await listSnapshots(area)));
  area.onChanged((changes) => {
    if (areFollowed && [...changes.keys()].some(isSnapshotKey)) readAgain().catch(failed);
  }, signal);
  return {
    sync,
    snapshots,
    readSnapshots() {
      areFollowed = true;
      return readAgain();
    },
    restore: (key) => restoreSnapshot(area, key),
    exportAll: (now) => exportBackup(area, now),
    importText: (text) => importBackup(area, text),
  };
}

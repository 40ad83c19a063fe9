import type { ExclusiveArea } from '../../../platform/exclusive-area';
import { exportBackup, importBackup, type ImportReport } from '../../../storage/backup-file';
import { isSnapshotKey, listSnapshots, restoreSnapshot, type SnapshotInfo } from '../../../storage/snapshots';
import { oneAtATime } from '../parts/one-at-a-time';
import { createSource, type Source } from '../parts/source';

/** What the section "Sync and backup" shows and does, beside the sync's status. */
export interface BackupModel {
  /** Undefined until they have been read. */
  readonly snapshots: Source<readonly SnapshotInfo[] | undefined>;
  /** Snapshots are large: they are read once the reader wants to see them, and followed from then on. */
  readSnapshots(): Promise<void>;
  /** @returns whether that changed anything */
  restore(key: string): Promise<boolean>;
  exportAll(now: Date): Promise<string>;
  importText(text: string): Promise<ImportReport>;
}

/** @param failed hears storage's error when snapshots that have changed cannot be read */
export function createBackup(area: ExclusiveArea, failed: (error: unknown) => void, signal: AbortSignal): BackupModel {
  const [snapshots, setSnapshots] = createSource<readonly SnapshotInfo[] | undefined>(undefined);
  let areFollowed = false;
  const readAgain = oneAtATime(async () => setSnapshots(await listSnapshots(area)));
  area.onChanged((changes) => {
    if (areFollowed && [...changes.keys()].some(isSnapshotKey)) readAgain().catch(failed);
  }, signal);
  return {
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

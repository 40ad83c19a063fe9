import { useRef } from 'preact/hooks';
import { downloadText } from '../../../platform/download';
import { t } from '../../../platform/i18n';
import type { SnapshotInfo } from '../../../storage/snapshots';
import type { BackupModel } from './backup';
import { backupFileName, importFailure, importReport, snapshotTime } from './backup-text';
import { errorText } from '../parts/error-text';
import type { Notice } from '../parts/messages-bar';

/** One at a time: undefined when nothing is being done. */
export type Doing = 'restore' | 'export' | 'import' | undefined;

export interface Messages {
  readonly doing: Doing;
  readonly setDoing: (doing: Doing) => void;
  readonly notify: (notice: Notice | undefined) => void;
  /** Shows what has failed until it is dismissed; undefined takes it away. */
  readonly alarm: (text: string | undefined) => void;
}

export interface BackupActions {
  restore(snapshot: SnapshotInfo): Promise<void>;
  exportAll(): Promise<void>;
  importFile(file: File): Promise<void>;
}

/** Restore, export and import, each ending in a notice of its success or in an alert. */
export function useBackupActions(model: BackupModel, { setDoing, notify, alarm }: Messages): BackupActions {
  const isBusy = useRef(false);
  /** @param work gives the text of its success */
  const run = async (what: Doing, work: () => Promise<string>, failure: (error: unknown) => string) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setDoing(what);
    notify(undefined);
    alarm(undefined);
    try {
      notify({ text: await work() });
    } catch (error) {
      alarm(failure(error));
    } finally {
      isBusy.current = false;
      setDoing(undefined);
    }
  };

  return {
    restore(snapshot) {
      const work = async () => {
        const isChanged = await model.restore(snapshot.key);
        return t(isChanged ? 'backup_restored' : 'backup_restored_nothing', snapshotTime(snapshot));
      };
      return run('restore', work, (error) => t('backup_not_restored', errorText(error)));
    },
    exportAll() {
      const work = async () => {
        const now = new Date();
        const name = backupFileName(now);
        downloadText(name, await model.exportAll(now));
        return t('backup_exported', name);
      };
      return run('export', work, (error) => t('backup_not_exported', errorText(error)));
    },
    importFile(file) {
      const work = async () => importReport(await model.importText(await file.text()));
      return run('import', work, importFailure);
    },
  };
}

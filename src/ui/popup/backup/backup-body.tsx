import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../../domain/sync-status';
import { openTab } from '../../../platform/extension-page';
import { t } from '../../../platform/i18n';
import type { BackupModel } from './backup';
import { BackupFile } from './backup-file';
import { isOpenedAtBackup, OWN_TAB } from './backup-place';
import { errorText } from '../parts/error-text';
import { Snapshots } from './snapshots';
import { useSource, type Source } from '../parts/source';
import { SyncStorage } from './sync-storage';
import { useBackupActions, type Messages } from './use-backup-actions';

export { createBackup } from './backup';

export interface BackupProps extends Messages {
  readonly sync: Source<SyncStatus | undefined>;
  readonly hasKeywords: boolean;
  readonly inTab: boolean;
  /** All above has been read: nothing pushes this section down any more. */
  readonly isInPlace: boolean;
  readonly open: boolean;
}

interface Props extends BackupProps {
  readonly model: BackupModel;
}

/** What the sync carries and how much of its room is used; the way back to earlier days; all in one file. */
export function BackupBody({ model, sync, hasKeywords, inTab, isInPlace, open, ...messages }: Props) {
  const status = useSource(sync);
  const snapshots = useSource(model.snapshots);
  const { restore, exportAll, importFile } = useBackupActions(model, messages);
  const { doing, alarm } = messages;
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    if (!open) return;
    const failed = (error: unknown) => alarm(t('backup_not_read', errorText(error)));
    void model.readSnapshots().catch(failed).then(() => setIsRead(true));
  }, [open]);

  return (
    <>
      <p class="hint">{t('backup_sync_hint')}</p>
      {status && <SyncStorage status={status} hasKeywords={hasKeywords} />}
      <h3>{t('backup_snapshots')}</h3>
      <p class="hint">{t('backup_snapshots_hint')}</p>
      {snapshots?.length === 0 && <p class="empty">{t('backup_no_snapshots')}</p>}
      <Snapshots snapshots={snapshots ?? []} busy={doing !== undefined} restore={restore} />
      <BackupFile
        canChooseFile={inTab}
        focusImport={inTab && isInPlace && isRead && isOpenedAtBackup()}
        doing={doing}
        exportAll={() => void exportAll()}
        importFile={(file) => void importFile(file)}
        openInTab={() => void openTab(new URL(OWN_TAB, location.href).href)}
      />
    </>
  );
}

import { useEffect } from 'preact/hooks';
import { openTab } from '../../platform/extension-page';
import { t } from '../../platform/i18n';
import type { BackupModel } from './backup';
import { BackupFile } from './backup-file';
import { errorText } from './error-text';
import { Snapshots } from './snapshots';
import { useSource } from './source';
import { SyncStorage } from './sync-storage';
import { useBackupActions, type Messages } from './use-backup-actions';

export const BACKUP_ID = 'backup';

/** The popup's page as a tab, at this section. */
const OWN_TAB = `#${BACKUP_ID}`;

interface Props extends Messages {
  readonly model: BackupModel;
  readonly inTab: boolean;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** True when this page was opened to show this section. */
export function isOpenedAtBackup(): boolean {
  return location.hash === OWN_TAB;
}

/** What the sync carries and how much of its room is used; the way back to earlier days; all in one file. */
export function BackupSection({ model, inTab, open, setOpen, ...messages }: Props) {
  const status = useSource(model.sync);
  const snapshots = useSource(model.snapshots);
  const { doing, restore, exportAll, importFile } = useBackupActions(model, messages);
  useEffect(() => {
    if (open) model.readSnapshots().catch((error: unknown) => messages.alarm(t('backup_not_read', errorText(error))));
  }, [open]);

  return (
    <details id={BACKUP_ID} class="backup" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t('backup_title')}</h2>
      </summary>
      <p class="hint">{t('backup_sync_hint')}</p>
      {status && <SyncStorage status={status} />}
      <h3>{t('backup_snapshots')}</h3>
      <p class="hint">{t('backup_snapshots_hint')}</p>
      {snapshots?.length === 0 && <p class="empty">{t('backup_no_snapshots')}</p>}
      <Snapshots snapshots={snapshots ?? []} busy={doing !== undefined} restore={restore} />
      <BackupFile
        canChooseFile={inTab}
        focusImport={inTab && isOpenedAtBackup()}
        doing={doing}
        exportAll={() => void exportAll()}
        importFile={(file) => void importFile(file)}
        openInTab={() => void openTab(new URL(OWN_TAB, location.href).href)}
      />
    </details>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { openTab } from '../../platform/extension-page';
import { t } from '../../platform/i18n';
import type { BackupModel } from './backup';
import { BackupFile } from './backup-file';
import { errorText } from './error-text';
import { Snapshots } from './snapshots';
import { useSource } from './source';
import { SyncStorage } from './sync-storage';
import type { BackupActions } from './use-backup-actions';

export const BACKUP_ID = 'backup';

/** The popup's page as a tab, at this section. */
const OWN_TAB = `#${BACKUP_ID}`;

interface Props {
  readonly model: BackupModel;
  readonly actions: BackupActions;
  readonly hasKeywords: boolean;
  readonly inTab: boolean;
  /** All above has been read: nothing pushes this section down any more. */
  readonly isInPlace: boolean;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** Shows what has failed until it is dismissed. */
  readonly alarm: (text: string) => void;
}

/** True when this page was opened to show this section. */
export function isOpenedAtBackup(): boolean {
  return location.hash === OWN_TAB;
}

/** What the sync carries and how much of its room is used; the way back to earlier days; all in one file. */
export function BackupSection({ model, actions, hasKeywords, inTab, isInPlace, open, setOpen, alarm }: Props) {
  const status = useSource(model.sync);
  const snapshots = useSource(model.snapshots);
  const { doing, restore, exportAll, importFile } = actions;
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    if (!open) return;
    const failed = (error: unknown) => alarm(t('backup_not_read', errorText(error)));
    void model.readSnapshots().catch(failed).then(() => setIsRead(true));
  }, [open]);

  return (
    <details id={BACKUP_ID} class="backup" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t('backup_title')}</h2>
      </summary>
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
    </details>
  );
}

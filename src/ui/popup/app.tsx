import { useState } from 'preact/hooks';
import { extensionVersion } from '../../platform/extension-page';
import { t } from '../../platform/i18n';
import { BACKUP_ID, isOpenedAtBackup } from './backup/backup-place';
import { BackupSection } from './backup/backup-section';
import { errorText } from './parts/error-text';
import { Keywords } from './keywords/keywords';
import type { PopupModel } from './load';
import { MessagesBar, type Notice } from './parts/messages-bar';
import { PageStatusView } from './page-status';
import { SettingsSection } from './settings/settings-section';
import { useSource } from './parts/source';
import { Starred } from './starred/starred';
import { Switch } from './parts/switch';
import { SyncBar } from './sync-bar';
import type { Doing } from './backup/use-backup-actions';

interface Props {
  readonly model: PopupModel;
  /** False in the toolbar's popup. */
  readonly inTab: boolean;
}

export function App({ model, inTab }: Props) {
  const { settings, keywords, live, edits, starred, sync, backup, reportFailure } = model;
  const { enabled } = useSource(settings);
  const isStarredRead = useSource(starred.view) !== undefined;
  const hasKeywords = useSource(keywords).length > 0;
  const access = useSource(model.access);
  const status = useSource(model.status);
  const hits = useSource(model.hits);
  const failure = useSource(model.failure);
  const [notice, setNotice] = useState<Notice>();
  const [alarm, setAlarm] = useState<string>();
  const [doing, setDoing] = useState<Doing>();
  const [backupOpen, setBackupOpen] = useState(isOpenedAtBackup);

  const attempt = async (write: Promise<void>) => {
    try {
      await write;
      reportFailure(undefined);
      return true;
    } catch (error) {
      reportFailure(error);
      return false;
    }
  };
  const toggle = () => void attempt(settings.update((now) => ({ ...now, enabled: !enabled })));
  const showBackup = async () => {
    // With its content, so that it does not grow under the reader. Where that cannot be loaded, the opened section says so.
    await backup.load().catch(() => undefined);
    setBackupOpen(true);
    // Preact renders before the next frame.
    requestAnimationFrame(() => {
      const section = document.getElementById(BACKUP_ID);
      section?.scrollIntoView();
      section?.querySelector('summary')?.focus({ preventScroll: true });
    });
  };
  const dismissFailure = () => {
    setAlarm(undefined);
    reportFailure(undefined);
  };
  const page = enabled && typeof status === 'object' && !status.siteChanged ? status : undefined;

  return (
    <>
      <header>
        <img src="/icons/48.png" alt="" width="24" height="24" />
        <h1>Papersift</h1>
        <span class="state" aria-hidden="true">
          {t(enabled ? 'popup_on' : 'popup_off')}
        </span>
        <Switch on={enabled} label={t('popup_switch')} onToggle={toggle} />
      </header>
      <main>
        <PageStatusView enabled={enabled} access={access} status={status} />
        <Keywords item={keywords} live={live} edits={edits} page={page} hits={hits} attempt={attempt} notify={setNotice} />
        <Starred model={starred} search={model.search} />
        <SettingsSection item={settings} attempt={attempt} alarm={setAlarm} />
        <BackupSection
          part={backup}
          sync={sync}
          hasKeywords={hasKeywords}
          inTab={inTab}
          isInPlace={isStarredRead}
          open={backupOpen}
          setOpen={setBackupOpen}
          doing={doing}
          setDoing={setDoing}
          notify={setNotice}
          alarm={setAlarm}
        />
      </main>
      <footer>
        <span>{t('popup_version', extensionVersion())}</span>
        <span>{t('popup_not_made_by')}</span>
      </footer>
      <div class="lower-edge">
        <MessagesBar
          failure={failure === undefined ? alarm : t('popup_not_saved', errorText(failure))}
          notice={notice}
          dismissFailure={dismissFailure}
          dismissNotice={() => setNotice(undefined)}
        />
        <SyncBar sync={sync} doing={doing} showDetails={() => void showBackup()} />
      </div>
    </>
  );
}

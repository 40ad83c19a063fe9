import { useState } from 'preact/hooks';
import { extensionVersion } from '../../platform/extension-page';
import { t } from '../../platform/i18n';
import { Keywords } from './keywords';
import type { PopupModel } from './load';
import { MessagesBar, type Notice } from './messages-bar';
import { PageStatusView } from './page-status';
import { useSource } from './source';
import { Starred } from './starred';
import { Switch } from './switch';
import { Topics } from './topics';

export function App({ model }: { readonly model: PopupModel }) {
  const { settings, keywords, live, edits, papers, reportFailure } = model;
  const { enabled } = useSource(settings);
  const access = useSource(model.access);
  const status = useSource(model.status);
  const failure = useSource(model.failure);
  const [notice, setNotice] = useState<Notice>();

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
        <Keywords item={keywords} live={live} edits={edits} page={page} attempt={attempt} notify={setNotice} />
        <Topics item={settings} attempt={attempt} />
        <Starred papers={papers} />
      </main>
      <footer>
        <span>{t('popup_version', extensionVersion())}</span>
        <span>{t('popup_not_made_by')}</span>
      </footer>
      <MessagesBar
        failure={failure === undefined ? undefined : t('popup_not_saved', errorText(failure))}
        notice={notice}
        dismissFailure={() => reportFailure(undefined)}
        dismissNotice={() => setNotice(undefined)}
      />
    </>
  );
}

/** The browser's own words, without a full stop: they stand inside a sentence of ours. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}

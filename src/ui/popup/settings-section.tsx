import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n';
import type { SettingsProps } from './settings-body';

interface Loaded {
  readonly Body: FunctionComponent<SettingsProps>;
}

/** The settings: what they need, all topics with their words first of all, is loaded when they are opened. */
export function SettingsSection(props: SettingsProps) {
  const [loaded, setLoaded] = useState<Loaded>();
  const load = async () => setLoaded({ Body: (await import('./settings-body')).SettingsBody });
  return (
    <details class="settings" onToggle={() => loaded === undefined && void load()}>
      <summary>
        <h2>{t('popup_settings')}</h2>
      </summary>
      {loaded && <loaded.Body {...props} />}
    </details>
  );
}

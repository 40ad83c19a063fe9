import type { Settings } from '../../../domain/settings';
import { SHOWN_PARTS } from '../../../domain/shown-parts';
import { t } from '../../../platform/i18n';
import { KeySettings } from './key-settings';
import type { OptimisticItem } from '../parts/optimistic-item';
import { switchPart } from './settings-edits';
import { useSource } from '../parts/source';
import { SwitchRow } from '../parts/switch';
import { Topics } from './topics';

export interface SettingsProps {
  readonly item: OptimisticItem<Settings>;
  readonly attempt: (write: Promise<void>) => Promise<boolean>;
}

/** What is shown on cards, of which topics, on the toolbar's icon, and which keys do what. */
export function SettingsBody({ item, attempt }: SettingsProps) {
  const settings = useSource(item);
  const change = (edit: (settings: Settings) => Settings) => void attempt(item.update(edit));
  const { partsOff = [], badge = true } = settings;
  return (
    <>
      <h3>{t('popup_on_cards')}</h3>
      {SHOWN_PARTS.map((part) => {
        const on = !partsOff.includes(part);
        return <SwitchRow key={part} on={on} label={t(`part_${part}`)} onToggle={() => change((now) => switchPart(now, part, !on))} />;
      })}
      <h3>{t('popup_toolbar')}</h3>
      <SwitchRow on={badge} label={t('popup_badge')} onToggle={() => change((now) => ({ ...now, badge: !badge }))} />
      <Topics topicsOff={settings.topicsOff} change={change} />
      <KeySettings settings={settings} change={change} />
    </>
  );
}

import type { Settings } from '../../domain/settings';
import { topics } from '../../domain/topics';
import { t, tCount } from '../../platform/i18n';
import type { OptimisticItem } from './optimistic-item';
import { useSource } from './source';

interface Props {
  readonly item: OptimisticItem<Settings>;
  readonly attempt: (write: Promise<void>) => Promise<boolean>;
}

/** All topics as toggles. */
export function Topics({ item, attempt }: Props) {
  const { topicsOff } = useSource(item);
  const off = topics.filter(({ id }) => topicsOff.includes(id));
  const toggle = (id: string, on: boolean) => void attempt(item.update((settings) => switchTopic(settings, id, on)));
  return (
    <details class="topics">
      <summary>
        <h2>{t('popup_topics')}</h2>
        {off.length > 0 && <span class="total">{tCount('popup_topics_off', off.length)}</span>}
      </summary>
      <p class="hint">{t('popup_topics_hint')}</p>
      <div class="topic-list">
        {topics.map(({ id, label }) => {
          const on = !topicsOff.includes(id);
          return (
            <button key={id} type="button" class="topic" aria-pressed={on} onClick={() => toggle(id, !on)}>
              {label}
            </button>
          );
        })}
      </div>
      {off.length > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => void attempt(item.update((settings) => ({ ...settings, topicsOff: [] })))}
        >
          {t('popup_all_on')}
        </button>
      )}
    </details>
  );
}

/** The settings with one topic switched; ids that this version does not know stay as they are. */
export function switchTopic(settings: Settings, id: string, on: boolean): Settings {
  const others = settings.topicsOff.filter((other) => other !== id);
  return { ...settings, topicsOff: on ? others : [...others, id] };
}

import type { Settings } from '../../../domain/settings';
import { topics } from '../../../domain/topics';
import { t, tCount } from '../../../platform/i18n';
import { switchTopic } from './settings-edits';

interface Props {
  readonly topicsOff: Settings['topicsOff'];
  readonly change: (edit: (settings: Settings) => Settings) => void;
}

/** All topics as toggles. */
export function Topics({ topicsOff, change }: Props) {
  const off = topics.filter(({ id }) => topicsOff.includes(id));
  return (
    <>
      <h3>
        {t('popup_topics')} {off.length > 0 && <span class="total">{tCount('popup_topics_off', off.length)}</span>}
      </h3>
      <p class="hint">{t('popup_topics_hint')}</p>
      <div class="topic-list">
        {topics.map(({ id, label }) => {
          const on = !topicsOff.includes(id);
          return (
            <button key={id} type="button" class="topic" aria-pressed={on} onClick={() => change((now) => switchTopic(now, id, !on))}>
              {label}
            </button>
          );
        })}
      </div>
      {off.length > 0 && (
        <button type="button" class="button" onClick={() => change((now) => ({ ...now, topicsOff: [] }))}>
          {t('popup_all_on')}
        </button>
      )}
    </>
  );
}

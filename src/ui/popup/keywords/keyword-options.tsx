import type { IsoDate } from '../../../domain/iso-date';
import type { Keyword } from '../../../domain/keyword';
import { MUTE_DAYS, withEnd, type Mute } from '../../../domain/mute';
import { t, tCount } from '../../../platform/i18n';
import { ColorChoice } from './color-choice';
import type { KeywordPatch } from './keyword-edits';
import { MuteChoice } from './mute-choice';

interface Props {
  readonly keyword: Keyword;
  readonly today: IsoDate;
  readonly change: (patch: KeywordPatch) => void;
  readonly turn: (mute: Mute | undefined) => void;
  readonly close: () => void;
}

/** What can be chosen of a keyword: its color, or how it mutes, and the other of the two. */
export function KeywordOptions({ keyword, today, change, turn, close }: Props) {
  const { mute, source } = keyword;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  const choose = (patch: KeywordPatch) => {
    change(patch);
    close();
  };
  return (
    <div class="options" role="group" aria-label={t('popup_options_of', source)} onKeyDown={onKeyDown}>
      {mute ? (
        <>
          <MuteChoice mute={mute} today={today} source={source} change={(next) => change({ mute: next })} />
          <button type="button" class="button small" onClick={() => turn(undefined)}>
            {t('mute_highlight_instead')}
          </button>
        </>
      ) : (
        <>
          <ColorChoice keyword={keyword} choose={(color) => choose({ color })} />
          <div class="mute-instead" role="group" aria-label={t('mute_instead_of', source)}>
            <span aria-hidden="true">{t('mute_instead')}</span>
            {[undefined, ...MUTE_DAYS].map((days) => (
              <button key={days} type="button" class="button small" onClick={() => turn(withEnd({}, today, days))}>
                {days === undefined ? t('mute_forever') : tCount('mute_days', days)}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

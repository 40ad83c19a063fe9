import type { IsoDate } from '../../../domain/iso-date';
import { hasEnded, MUTE_DAYS, withEnd, type Mute } from '../../../domain/mute';
import { tCount, t } from '../../../platform/i18n';
import { muteEnd } from './mute-text';

const FOREVER = 'forever';
const AS_IS = 'as-is';

interface Props {
  readonly mute: Mute;
  readonly today: IsoDate;
  /** What the choice is for; empty for the keyword that is being added. */
  readonly source?: string;
  readonly change: (mute: Mute) => void;
}

/** How long a keyword mutes, and whether only titles count. */
export function MuteChoice({ mute, today, source, change }: Props) {
  // An end that was chosen on another day stands in the list as the day that it is.
  const days = MUTE_DAYS.find((each) => withEnd(mute, today, each).until === mute.until);
  const value = mute.until === undefined ? FOREVER : days === undefined ? AS_IS : String(days);
  const onChange = (chosen: string) => {
    if (chosen !== AS_IS) change(withEnd(mute, today, chosen === FOREVER ? undefined : Number(chosen)));
  };
  const { titleOnly, ...whole } = mute;
  return (
    <div class="mute-choice">
      <select
        value={value}
        aria-label={source === undefined ? t('mute_how_long') : t('mute_how_long_of', source)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {value === AS_IS && <option value={AS_IS}>{muteEnd(mute, today)}</option>}
        <option value={FOREVER}>{t('mute_forever')}</option>
        {MUTE_DAYS.map((each) => (
          <option key={each} value={String(each)}>
            {tCount('mute_days', each)}
          </option>
        ))}
      </select>
      <label class="check">
        <input type="checkbox" checked={titleOnly === true} onChange={() => change(titleOnly ? whole : { ...mute, titleOnly: true })} />
        {t('mute_titles')}
      </label>
    </div>
  );
}

/** The end of a mute that is over, with a way to have it once more. */
export function EndedMute({ mute, today, change }: Pick<Props, 'mute' | 'today' | 'change'>) {
  if (!hasEnded(mute, today)) return null;
  return (
    <button type="button" class="link" onClick={() => change(withEnd(mute, today, MUTE_DAYS[1]))}>
      {tCount('mute_again', MUTE_DAYS[1])}
    </button>
  );
}

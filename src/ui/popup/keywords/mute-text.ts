import type { IsoDate } from '../../../domain/iso-date';
import { hasEnded, type Mute } from '../../../domain/mute';
import { formatDay } from '../../../platform/format';
import { t } from '../../../platform/i18n';

/** "until Nov 30, 2026", "ended Nov 3, 2026", "for ever". */
export function muteEnd(mute: Mute, today: IsoDate): string {
  const day = mute.until && formatDay(mute.until);
  if (!day) return t('mute_forever');
  return t(hasEnded(mute, today) ? 'mute_ended' : 'mute_until', day);
}

/** What the row of a mute says below its words. */
export function muteText(mute: Mute, today: IsoDate): string {
  const end = muteEnd(mute, today);
  return mute.titleOnly ? `${end} · ${t('mute_titles')}` : end;
}

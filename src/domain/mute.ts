import { canonicalText } from './canonical';
import { isExtra } from './extra';
import { dayAfter, parseIsoDay, type IsoDate } from './iso-date';

/** How a keyword mutes: the cards that it finds are folded to one line. */
export interface Mute {
  /** The last day on which it mutes, in the reader's time zone; for ever when absent. */
  readonly until?: IsoDate;
  /** Only titles count. */
  readonly titleOnly?: true;
}

/**
 * The mute in a value from elsewhere. One that cannot be read is for ever: what mutes must not
 * begin to highlight. Gives the value itself when all of it can be read.
 */
export function toMute(value: unknown): Mute {
  if (!isExtra(value)) return {};
  const { until, titleOnly, ...more } = value;
  const mute = { ...more, ...(typeof until === 'string' && parseIsoDay(until) === until && { until }), ...(titleOnly === true && { titleOnly: true as const }) };
  return canonicalText(mute) === canonicalText(value) ? value : mute;
}

/** For how many days a mute can be set, beside for ever. */
export const MUTE_DAYS = [7, 30] as const;

/** The mute with another end: for ever when no days are given. */
export function withEnd({ titleOnly }: Mute, today: IsoDate, days?: number): Mute {
  return { ...(titleOnly && { titleOnly }), ...(days !== undefined && { until: dayAfter(today, days) }) };
}

/** Whether `today` is past the last day of the mute. */
export function hasEnded({ until }: Mute, today: IsoDate): boolean {
  return until !== undefined && until < today;
}

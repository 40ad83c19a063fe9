import type { Mute } from './keyword';
import type { IsoDate } from './paper';

/** For how many days a mute can be set, beside for ever. */
export const MUTE_DAYS = [7, 30] as const;

/** The day so many days after `today`. */
export function dayAfter(today: IsoDate, days: number): IsoDate {
  const day = new Date(today);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The mute with another end: for ever when no days are given. */
export function withEnd({ titleOnly }: Mute, today: IsoDate, days?: number): Mute {
  return { ...(titleOnly && { titleOnly }), ...(days !== undefined && { until: dayAfter(today, days) }) };
}

/** Whether `today` is past the last day of the mute. */
export function hasEnded({ until }: Mute, today: IsoDate): boolean {
  return until !== undefined && until < today;
}

import type { IsoDate } from './iso-date';

/** The reader's day at `now`, in the reader's time zone. */
export function localDay(now: Date): IsoDate {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

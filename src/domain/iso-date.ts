/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` when there is such a day, else undefined. `month` counts from 1. */
export function toIsoDate(year: number, month: number, day: number): IsoDate | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return time.toISOString().slice(0, 10);
}

/** The day that an ISO 8601 date or time names, read as written, without any shift of time zone. */
export function parseIsoDay(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(text)) return undefined;
  const day = text.slice(0, 10);
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const ofMonth = Number(day.slice(8));
  // Each month has so many days.
  return year >= 1000 && month >= 1 && month <= 12 && ofMonth >= 1 && ofMonth <= 28 ? day : toIsoDate(year, month, ofMonth);
}

/** The day so many days after `date`. */
export function dayAfter(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

import { foldSpace } from './fold-space';
import type { IsoDate } from './paper';

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
];
// "Feb 18, 2024", "Sep 28", "Published on Oct 4, 2026", with the dot that parts it from what stands before.
const CARD_DATE = /^[·•\s]*(?:published on )?([a-z]{3,9})\.? (\d{1,2})(?:, (\d{4}))?[·•\s]*$/i;

/** `YYYY-MM-DD` when there is such a day, else undefined. `month` counts from 1. */
function toIsoDate(year: number, month: number, day: number): IsoDate | undefined {
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

function dayAfter(date: IsoDate): IsoDate {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * The day that a card's date text names; the site leaves out the current year. A date without year is of `today`'s
 * year, or of the year before when it would lie in the future. Undefined for anything that is not exactly a date.
 */
export function parseCardDate(text: string, today: IsoDate): IsoDate | undefined {
  const match = CARD_DATE.exec(foldSpace(text));
  if (!match) return undefined;
  const [, word = '', day, year] = match;
  const month = MONTHS.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;
  if (month === 0) return undefined;
  if (year) return toIsoDate(Number(year), month, Number(day));
  if (!parseIsoDay(today)) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const date = toIsoDate(thisYear, month, Number(day));
  // One day ahead is the time zone (the reader's day against the site's), not last year. A day that this year does
  // not have (Feb 29) can only be one of last year's that the site has not dated yet, which it never does: no date.
  if (!date) return undefined;
  return date > dayAfter(today.slice(0, 10)) ? toIsoDate(thisYear - 1, month, Number(day)) : date;
}

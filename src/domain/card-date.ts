import { foldSpace } from './fold-space';
import { dayAfter, parseIsoDay, toIsoDate, type IsoDate } from './iso-date';

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
];
// "Feb 18, 2024", "Sep 28", "Published on Oct 4, 2026", with the dot that parts it from what stands before.
const CARD_DATE = /^[·•\s]*(?:published on )?([a-z]{3,9})\.? (\d{1,2})(?:, (\d{4}))?[·•\s]*$/i;

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
  return date > dayAfter(today.slice(0, 10), 1) ? toIsoDate(thisYear - 1, month, Number(day)) : date;
}

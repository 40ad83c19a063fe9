import { dayBefore, isDay, monthBefore, weekBefore } from '../domain/period';
import { readDigestData } from './digest-data';
import { viewOf } from './view';

/** The listing to go on with after this one. */
export interface NextRead {
  readonly kind: 'day' | 'week' | 'month' | 'daily';
  /** A path on this site. */
  readonly href: string;
}

const DAILY: NextRead = { kind: 'daily', href: '/papers' };

/** The day, week or month before the one that the page shows; elsewhere the daily papers. Undefined where there is no telling. */
export function previousDigest(document: Document): NextRead | undefined {
  const url = new URL(document.URL);
  const view = viewOf(url);
  const value = url.pathname.split('/')[3] ?? '';
  if (view === 'week') return previous('week', '/papers/week/', weekBefore(value));
  if (view === 'month') return previous('month', '/papers/month/', monthBefore(value));
  if (view !== 'day') return DAILY;
  // The address of 2024.
  const asked = url.searchParams.get('date') ?? undefined;
  const day = previousDay(document, asked ?? value);
  if (day === undefined && !asked && !value) return undefined;
  return previous('day', asked === undefined ? '/papers/date/' : '/papers?date=', day);
}

/** @param day as the address has it; empty where it does not say */
function previousDay(document: Document, day: string): string | undefined {
  const { date, prevDate, periodType = 'day' } = readDigestData(document);
  // After a change in place the data is still about the day of before; a period of another kind has no day before it.
  const isOfPage = day === '' ? periodType === 'day' : date === day;
  if (isOfPage && prevDate !== undefined && isDay(prevDate)) return prevDate;
  return day === '' ? isOfPage && date !== undefined ? dayBefore(date) : undefined : dayBefore(day);
}

function previous(kind: NextRead['kind'], path: string, value: string | undefined): NextRead {
  return value === undefined ? DAILY : { kind, href: path + value };
}

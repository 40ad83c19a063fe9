/** Calendar days as `YYYY-MM-DD`, reckoned in UTC so that server and browser agree. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const toDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** True for a day that exists: `2025-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = toDate(text);
  return !Number.isNaN(date.getTime()) && toDay(date) === text;
}

export const addDays = (day: Day, days: number): Day => toDay(new Date(toDate(day).getTime() + days * MS_PER_DAY));

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => toDate(day).getTime() / MS_PER_DAY;

/** 1 for Monday to 7 for Sunday. */
const weekday = (day: Day): number => toDate(day).getUTCDay() || 7;

export const isWorkday = (day: Day): boolean => weekday(day) <= 5;

/** The nearest Monday-to-Friday day in the direction of `step`; the digest has no weekend issues. */
export function nextWorkday(day: Day, step: 1 | -1): Day {
  const next = addDays(day, step);
  return isWorkday(next) ? next : nextWorkday(next, step);
}

/** ISO 8601 week of a day, `2025-W50`. */
export function isoWeek(day: Day): string {
  // A week belongs to the year that its Thursday is in.
  const thursday = addDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday of an ISO week, or undefined when there is no such week. */
export function mondayOf(week: string): Day | undefined {
  const parts = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!parts) return undefined;
  // 4 January is always in week 1.
  const fourth: Day = `${parts[1]}-01-04`;
  const monday = addDays(fourth, 1 - weekday(fourth) + (Number(parts[2]) - 1) * 7);
  return isoWeek(monday) === week ? monday : undefined;
}

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
  return toDate(day).toLocaleDateString('en-US', { timeZone: 'UTC', ...options });
}

/** "Dec 10" */
export const shortDate = (day: Day): string => format(day, { month: 'short', day: 'numeric' });

/** "Oct 4, 2026" */
export const fullDate = (day: Day): string => format(day, { month: 'short', day: 'numeric', year: 'numeric' });

/** "Dec 2025" */
export const monthYear = (day: Day): string => format(day, { month: 'short', year: 'numeric' });

/** As the search view writes dates: the year is left out in the current one. */
export function searchDate(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDate(day) : fullDate(day);
}

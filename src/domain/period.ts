import { dayAfter, type IsoDate } from './iso-date';

const DAY_MS = 86_400_000;

/** The working day before `day`: the digest has no issue on a Saturday or Sunday. Undefined when there is no such day. */
export function dayBefore(day: IsoDate): IsoDate | undefined {
  const time = timeOf(day);
  if (time === undefined) return undefined;
  // 0 for Sunday, 1 for Monday.
  const weekday = new Date(time).getUTCDay();
  return dayAfter(day, weekday === 1 ? -3 : weekday === 0 ? -2 : -1);
}

/** The ISO week before `week` (`2025-W50`). */
export function weekBefore(week: string): string | undefined {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  const weeks = weeksOf(Number(year) - 1);
  if (weeks === undefined || Number(number) < 1 || Number(number) > weeksOf(Number(year))!) return undefined;
  return Number(number) > 1 ? `${year}-W${pad(Number(number) - 1, 2)}` : `${pad(Number(year) - 1, 4)}-W${weeks}`;
}

/** The month before `month` (`2025-12`). */
export function monthBefore(month: string): string | undefined {
  const first = `${month}-01`;
  return isDay(first) ? dayAfter(first, -1).slice(0, 7) : undefined;
}

/** How many ISO weeks a year has: its last one is the one that 28 December is in. */
function weeksOf(year: number): number | undefined {
  const last = timeOf(`${pad(year, 4)}-12-28`);
  if (last === undefined) return undefined;
  const weekday = new Date(last).getUTCDay() || 7;
  const thursday = last + DAY_MS * (4 - weekday);
  return 1 + Math.floor((thursday - timeOf(`${pad(year, 4)}-01-01`)!) / DAY_MS / 7);
}

/** Whether there is such a day: `2025-02-30` is none. */
export function isDay(text: string): boolean {
  return timeOf(text) !== undefined;
}

function timeOf(day: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? time : undefined;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

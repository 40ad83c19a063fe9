import { addDays, type Day, isDay, isoWeek, isWorkday, mondayOf, monthYear, nextWorkday, shortDate } from './dates';

export type PeriodType = 'day' | 'week' | 'month';

/** `value` is `2025-12-10`, `2025-W50` or `2025-12`, by type. */
export interface Period {
  readonly type: PeriodType;
  readonly value: string;
}

/** The period of this type that holds the day. */
export function periodOf(type: PeriodType, day: Day): Period {
  if (type === 'day') return { type, value: day };
  return { type, value: type === 'week' ? isoWeek(day) : day.slice(0, 7) };
}

/** The period, or undefined when its value is no such day, week or month. */
export function toPeriod(type: string, value: string): Period | undefined {
  if (type === 'date' && isDay(value)) return { type: 'day', value };
  if (type === 'week' && mondayOf(value)) return { type, value };
  if (type === 'month' && isDay(`${value}-01`)) return { type, value };
  return undefined;
}

export function firstDay({ type, value }: Period): Day {
  if (type === 'day') return value;
  return type === 'month' ? `${value}-01` : (mondayOf(value) ?? value);
}

function lastDay(period: Period): Day {
  if (period.type === 'day') return period.value;
  return addDays(firstDay(stepPeriod(period, 1)), -1);
}

/** The days of the period on which a digest came out, up to and with `today`, latest first. */
export function issueDays(period: Period, today: Day): Day[] {
  if (period.type === 'day') return period.value <= today ? [period.value] : [];
  const days: Day[] = [];
  for (let day = lastDay(period); day >= firstDay(period); day = addDays(day, -1)) {
    if (day <= today && (isWorkday(day) || day === today)) days.push(day);
  }
  return days;
}

/** The period before (-1) or after (1). */
export function stepPeriod(period: Period, step: 1 | -1): Period {
  const { type, value } = period;
  if (type === 'day') return { type, value: nextWorkday(value, step) };
  if (type === 'week') return periodOf(type, addDays(firstDay(period), step * 7));
  return periodOf(type, addDays(firstDay(period), step === 1 ? 31 : -1));
}

/** What stands between the two arrows. */
export function periodLabel(period: Period): string {
  const first = firstDay(period);
  if (period.type === 'day') return shortDate(first);
  if (period.type === 'month') return monthYear(first);
  const last = addDays(first, 6);
  return `${shortDate(first)} - ${first.slice(0, 7) === last.slice(0, 7) ? Number(last.slice(8)) : shortDate(last)}`;
}

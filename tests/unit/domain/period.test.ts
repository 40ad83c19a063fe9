import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayBefore, monthBefore, weekBefore } from '../../../src/domain/period';
import { periodOf, stepPeriod, type PeriodType } from '../../site/app/period';

const BEFORE = { day: dayBefore, week: weekBefore, month: monthBefore } as const;
const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

it.each(Object.keys(BEFORE) as PeriodType[])('goes the way of the site’s own arrow: %s', (type) => {
  fc.assert(
    fc.property(days, (day) => {
      const period = periodOf(type, day);
      expect(BEFORE[type](period.value)).toBe(stepPeriod(period, -1).value);
    }),
  );
});

it('knows years of 53 weeks', () => {
  expect(weekBefore('2021-W01')).toBe('2020-W53');
  expect(weekBefore('2026-W01')).toBe('2025-W52');
});

it.each(['', '2025-02-30', '2025-13-01', 'yesterday', '2025-W00', '2025-W53', '2025-W60', '0000-W01', '2025-00', '2025-1'])('has nothing before "%s"', (text) => {
  for (const before of Object.values(BEFORE)) expect(before(text)).toBeUndefined();
});

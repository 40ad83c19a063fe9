import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCardDate } from '../../../src/domain/card-date';

describe('parseCardDate', () => {
  it.each([
    ['Feb 18, 2024', '2025-12-10', '2024-02-18'],
    ['· Feb 18, 2024', '2025-12-10', '2024-02-18'],
    ['Published on Oct 4, 2026', '2026-10-07', '2026-10-04'],
    [' Sep\n 28 ', '2025-12-10', '2025-09-28'],
    ['September 28', '2025-12-10', '2025-09-28'],
    ['Dec 10', '2025-12-10', '2025-12-10'],
    ['Feb 29, 2024', '2025-12-10', '2024-02-29'],
    ['Feb 29', '2024-06-01', '2024-02-29'],
  ])('%j on %s is %s', (text, today, date) => {
    expect(parseCardDate(text, today)).toBe(date);
  });

  it('takes tomorrow for a difference of time zones', () => {
    expect(parseCardDate('Dec 11', '2025-12-10')).toBe('2025-12-11');
    expect(parseCardDate('Jan 1', '2024-12-31')).toBe('2024-01-01');
  });

  it('takes what would lie in the future for last year', () => {
    expect(parseCardDate('Dec 12', '2025-12-10')).toBe('2024-12-12');
    expect(parseCardDate('Dec 31', '2026-01-01')).toBe('2025-12-31');
    expect(parseCardDate('Dec 31', '2026-12-30')).toBe('2026-12-31');
  });

  it.each([
    'Feb 30, 2024', 'Feb 29, 2023', 'Feb 29', 'Sep 0', 'Sep 31', 'Foo 3', 'Ma 3', 'Sep', '28', '2024', '', 'May 29 3',
    'Sep 28 is the day', 'on Sep 28', 'Sep 28, 24', 'Sep 28 2024', 'Sep 128',
  ])('%j is no date', (text) => {
    expect(parseCardDate(text, '2025-12-10')).toBeUndefined();
  });

  it('gives no date without year when the day of today is not known', () => {
    expect(parseCardDate('Sep 28', 'today')).toBeUndefined();
    expect(parseCardDate('Sep 28, 2024', 'today')).toBe('2024-09-28');
  });

  it('reads back every day of the past year, and of all years when the year is shown', () => {
    const day = fc.date({ min: new Date('1991-08-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    // 364 days ago may read as tomorrow.
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 363 }), (date, daysAgo) => {
      const iso = date.toISOString().slice(0, 10);
      const format = (options: Intl.DateTimeFormatOptions): string =>
        new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(date);
      expect(parseCardDate(format({ month: 'short', day: 'numeric', year: 'numeric' }), '2025-12-10')).toBe(iso);
      const today = new Date(Date.parse(iso) + daysAgo * 86_400_000).toISOString().slice(0, 10);
      if (iso.endsWith('02-29') && !today.startsWith(iso.slice(0, 4))) return;
      expect(parseCardDate(format({ month: 'short', day: 'numeric' }), today)).toBe(iso);
    }));
  });
});

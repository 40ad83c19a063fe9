import { describe, expect, it } from 'vitest';
import { dayAfter, parseIsoDay } from '../../../src/domain/iso-date';

describe('parseIsoDay', () => {
  it('takes the day as written, without a shift of time zone', () => {
    expect(parseIsoDay('2026-09-25T00:00:00.000Z')).toBe('2026-09-25');
    expect(parseIsoDay('2026-09-24T23:59:00-11:00')).toBe('2026-09-24');
    expect(parseIsoDay('2026-09-25')).toBe('2026-09-25');
  });

  it.each(['', '2026', '2026-09', '2026-13-01', '2026-02-30', '2026-09-251', 'Sep 25'])('%j is no day', (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  });
});

describe('dayAfter', () => {
  it('counts on over months, years and leap days', () => {
    expect(dayAfter('2026-11-23', 7)).toBe('2026-11-30');
    expect(dayAfter('2026-12-23', 30)).toBe('2027-01-22');
    expect(dayAfter('2028-02-26', 7)).toBe('2028-03-04');
  });
});

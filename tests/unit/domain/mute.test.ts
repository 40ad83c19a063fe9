import { describe, expect, it } from 'vitest';
import { dayAfter, hasEnded, withEnd } from '../../../src/domain/mute';

describe('a mute', () => {
  it('has an end so many days from today, over months, years and leap days', () => {
    expect(dayAfter('2026-11-23', 7)).toBe('2026-11-30');
    expect(dayAfter('2026-12-23', 30)).toBe('2027-01-22');
    expect(dayAfter('2028-02-26', 7)).toBe('2028-03-04');
  });

  it('keeps the rest of it when its end changes', () => {
    expect(withEnd({ titleOnly: true }, '2026-11-23', 7)).toEqual({ titleOnly: true, until: '2026-11-30' });
    expect(withEnd({ titleOnly: true, until: '2026-11-30' }, '2026-11-23')).toEqual({ titleOnly: true });
  });

  it('is at work on its last day, and has ended on the next', () => {
    expect(hasEnded({ until: '2026-11-23' }, '2026-11-23')).toBe(false);
    expect(hasEnded({ until: '2026-11-23' }, '2026-11-24')).toBe(true);
    expect(hasEnded({}, '2026-11-24')).toBe(false);
  });
});

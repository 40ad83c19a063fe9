import { describe, expect, it } from 'vitest';
import { hasEnded, withEnd } from '../../../src/domain/mute';

describe('a mute', () => {
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

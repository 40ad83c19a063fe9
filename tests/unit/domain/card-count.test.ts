import { describe, expect, it } from 'vitest';
import { findCount, parseCount } from '../../../src/domain/card-count';

describe('parseCount', () => {
  it.each([
    ['0', 0, true], ['110', 110, true], ['1,234', 1234, true], ['-', 0, true], ['–', 0, true],
    ['1.2k', 1200, false], ['90.1k', 90_100, false], ['90.1K', 90_100, false], ['3k', 3000, false], ['1.1M', 1_100_000, false],
  ])('%j is %d', (text, value, exact) => {
    expect(parseCount(text)).toEqual({ value, exact });
  });

  it.each(['', '1.2', 'k', '12x', '1e9', '-5', '1,2', '12345678901', 'Upvote', '1.2kk'])('%j is no count', (text) => {
    expect(parseCount(text)).toBeUndefined();
  });
});

describe('findCount', () => {
  it('finds the figure among words', () => {
    expect(findCount('Upvote 117')).toEqual({ value: 117, exact: true });
    expect(findCount('GitHub  90.1k')).toEqual({ value: 90_100, exact: false });
    expect(findCount('Upvote')).toBeUndefined();
  });
});

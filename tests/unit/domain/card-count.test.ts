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

  it.each([
    ['12 votes', 12, true], ['1.2K votes', 1200, false], ['GitHub 3 repos 90.1k', 90_100, false], ['2 new of 117 votes', 2, true], ['\n Upvote -\n', 0, true],
  ])('of several, or with a word behind it: in %j it is %d', (text, value, exact) => {
    expect(findCount(text)).toEqual({ value, exact });
  });

  it.each([['Upvote117', 117], ['117votes', 117], ['3k', 3000], ['Upvote1.2k', 1200]])('is told from a word that has no space before or behind it: %j', (text, value) => {
    expect(findCount(text)?.value).toBe(value);
  });

  it.each([
    ['1\u202f234', 1234], ['Upvote\u00a01\u00a0234\u00a0567', 1_234_567], ['12\u2009345', 12_345], ['1’234', 1234], ['Upvote\u00a0117', 117], ['12\u00a03', 3],
  ])('has its thousands parted by a space that does not break, or by an apostrophe: %j', (text, value) => {
    expect(findCount(text)).toEqual({ value, exact: true });
  });

  it('with dots between its thousands is none: it may be a fraction', () => {
    expect(findCount('1.234')).toBeUndefined();
  });
});

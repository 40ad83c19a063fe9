import { describe, expect, it } from 'vitest';
import { alternate, median, medianRatio } from '../../bench/statistics';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle, of numbers and not of texts', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([10, 9, 100, 1])).toBe(9.5);
    expect(() => median([])).toThrow();
  });
});

describe('the median of ratios', () => {
  it('is of pairs, not of medians', () => {
    // A machine that is ten times slower in the first run: each pair still says 2, 2 and 4.
    expect(medianRatio([200, 20, 44], [100, 10, 11])).toBe(2);
  });

  it('leaves out what one of the two was spared, and is nothing without a pair', () => {
    expect(medianRatio([300, undefined, 90], [100, 1, undefined])).toBe(3);
    expect(medianRatio([undefined], [1])).toBeUndefined();
  });
});

it('every second time the order is turned round', () => {
  expect([0, 1, 2].map((run) => alternate(['a', 'b'], run).join(''))).toEqual(['ab', 'ba', 'ab']);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMark, mergeMarks, NO_MARK, type Mark } from '../../../src/domain/mark';

// Few versions, so that two marks often have the same one.
const known = { version: fc.integer({ min: 0, max: 3 }), starred: fc.boolean(), hidden: fc.boolean() };
// A newer version of the extension may have written more.
const mark: fc.Arbitrary<Mark> = fc.record({ ...known, read: fc.boolean() }, { requiredKeys: ['version', 'starred', 'hidden'] });

describe('merging marks', () => {
  it('does not depend on which comes first', () => {
    fc.assert(fc.property(mark, mark, (a, b) => {
      expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
    }));
  });

  it('does not depend on what is merged with what first', () => {
    fc.assert(fc.property(mark, mark, mark, (a, b, c) => {
      expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
    }));
  });

  it('of a mark with itself, or with a merge that it is part of, changes nothing', () => {
    fc.assert(fc.property(mark, mark, (a, b) => {
      expect(mergeMarks(a, a)).toEqual(a);
      expect(mergeMarks(mergeMarks(a, b), b)).toEqual(mergeMarks(a, b));
    }));
  });

  it('gives one of the two, and never the earlier one', () => {
    fc.assert(fc.property(mark, mark, (a, b) => {
      const merged = mergeMarks(a, b);
      expect([a, b]).toContain(merged);
      expect(merged.version).toBe(Math.max(a.version, b.version));
    }));
  });

  it.each<[string, Mark, Mark]>([
    ['the starred one', { version: 2, starred: true, hidden: true }, { version: 2, starred: false, hidden: false }],
    ['the one that is not hidden', { version: 2, starred: true, hidden: false }, { version: 2, starred: true, hidden: true }],
    ['the later one, whatever it says', { version: 3, starred: false, hidden: true }, { version: 2, starred: true, hidden: false }],
  ])('takes %s', (_, winner, other) => {
    expect(mergeMarks(winner, other)).toBe(winner);
    expect(mergeMarks(other, winner)).toBe(winner);
  });
});

describe('changing a mark', () => {
  it('is later than the mark, so that it wins over it', () => {
    fc.assert(fc.property(mark, fc.boolean(), fc.boolean(), (before, starred, hidden) => {
      const after = changeMark(before, { starred, hidden });
      expect(after).toEqual({ ...before, version: before.version + 1, starred, hidden });
      expect(mergeMarks(before, after)).toBe(after);
    }));
  });

  it('leaves what is not changed, and the mark itself', () => {
    expect(changeMark({ version: 4, starred: true, hidden: false }, { hidden: true })).toEqual({ version: 5, starred: true, hidden: true });
    expect(NO_MARK).toEqual({ version: 0, starred: false, hidden: false });
  });

  it('keeps the fields of a newer version', () => {
    const newer = { ...NO_MARK, read: true };
    expect(changeMark(newer, { starred: true })).toEqual({ version: 1, starred: true, hidden: false, read: true });
  });
});

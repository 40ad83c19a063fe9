import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMark, mergeMarks, NO_MARK, type Mark } from '../../../src/domain/mark';

// Few versions, so that two marks often have the same one.
const known = { version: fc.integer({ min: 0, max: 3 }), starred: fc.boolean(), hidden: fc.boolean(), read: fc.boolean() };
// A newer version of the extension may have written more.
const mark: fc.Arbitrary<Mark> = fc.record({ ...known, pinned: fc.boolean() }, { requiredKeys: ['version', 'starred', 'hidden', 'read'] });

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
    ['the starred one', { version: 2, starred: true, hidden: true, read: false }, { version: 2, starred: false, hidden: false, read: false }],
    ['the one that is not hidden', { version: 2, starred: true, hidden: false, read: false }, { version: 2, starred: true, hidden: true, read: false }],
    ['the later one, whatever it says', { version: 3, starred: false, hidden: true, read: false }, { version: 2, starred: true, hidden: false, read: false }],
  ])('takes %s', (_, winner, other) => {
    expect(mergeMarks(winner, other)).toBe(winner);
    expect(mergeMarks(other, winner)).toBe(winner);
  });
});

describe('changing a mark', () => {
  it('is later than the mark, so that it wins over it', () => {
    const change = fc.record({ starred: fc.boolean(), hidden: fc.boolean() }, { requiredKeys: [] });
    fc.assert(fc.property(mark, change, (before, changed) => {
      const after = changeMark(before, changed);
      expect(after).toEqual({ ...before, ...changed, version: after.version });
      expect(after.version).toBeGreaterThan(before.version);
      expect(mergeMarks(before, after)).toBe(after);
    }));
  });

  it('of the star is later than hides, shown again and again, that did not know of it', () => {
    const starred = changeMark(NO_MARK, { starred: true });
    let hidden = NO_MARK;
    for (let i = 0; i < 15; i += 1) hidden = changeMark(hidden, { hidden: i % 2 === 0 });
    expect(mergeMarks(hidden, starred)).toBe(starred);
    const unstarred = changeMark(starred, { starred: false });
    expect(mergeMarks(changeMark(starred, { hidden: true }), unstarred)).toBe(unstarred);
  });

  it('leaves what is not changed, and the mark itself', () => {
    expect(changeMark({ version: 4, starred: true, hidden: false, read: false }, { hidden: true })).toEqual({ version: 5, starred: true, hidden: true, read: false });
    expect(NO_MARK).toEqual({ version: 0, starred: false, hidden: false, read: false });
  });

  it('keeps the fields of a newer version', () => {
    const newer = { ...NO_MARK, read: true };
    expect(changeMark(newer, { starred: true })).toEqual({ version: 16, starred: true, hidden: false, read: true });
  });
});

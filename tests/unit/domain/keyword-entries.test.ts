import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORD_LIMITS } from '../../../src/domain/keyword';
import { isLive, liveKeywords, mergeEntries, tidyEntries, TOMBSTONE_LIMIT, type KeywordEntry, type LiveEntry, type Tombstone } from '../../../src/domain/keyword-entries';
import { entryList, manyKeywords } from '../preferences/arbitrary';

const live = (id: string, fields: Partial<LiveEntry> = {}): LiveEntry => ({ id, source: id, color: 'yellow', on: true, version: 1, place: 0, ...fields });
const removed = (id: string, fields: Partial<Tombstone> = {}): Tombstone => ({ id, removed: true, version: 2, place: 0, ...fields });
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('merging entries', () => {
  it('does not depend on which list comes first', () => {
    fc.assert(fc.property(entryList, entryList, (a, b) => {
      expect(mergeEntries(a, b)).toEqual(mergeEntries(b, a));
    }));
  });

  it('does not depend on which lists are merged first', () => {
    fc.assert(fc.property(entryList, entryList, entryList, (a, b, c) => {
      expect(mergeEntries(mergeEntries(a, b), c)).toEqual(mergeEntries(a, mergeEntries(b, c)));
    }));
  });

  it('gives the very list when the other adds nothing, so that nothing is written', () => {
    fc.assert(fc.property(entryList, entryList, (a, b) => {
      const merged = mergeEntries(a, b);
      expect(mergeEntries(a, structuredClone(a))).toBe(a);
      expect(mergeEntries(merged, a)).toBe(merged);
      expect(mergeEntries(merged, structuredClone(b))).toBe(merged);
    }));
  });

  it('has every keyword of both as one of them has it, with all that stands beside, and never the earlier', () => {
    fc.assert(fc.property(entryList, entryList, (a, b) => {
      const merged = mergeEntries(a, b);
      expect(new Set(ids(merged))).toEqual(new Set([...ids(a), ...ids(b)]));
      for (const entry of merged) {
        const both = [...a, ...b].filter(({ id }) => id === entry.id);
        expect(both).toContainEqual(entry);
        expect(entry.version).toBe(Math.max(...both.map(({ version }) => version)));
      }
    }));
  });

  it.each<[string, KeywordEntry, KeywordEntry]>([
    ['a later removal', removed('a'), live('a')],
    ['a later keyword', live('a', { version: 3 }), removed('a')],
    ['the keyword over its removal at the same time', live('a', { version: 2 }), removed('a')],
  ])('takes %s', (_, winner, other) => {
    expect(mergeEntries([winner], [other])).toEqual([winner]);
    expect(mergeEntries([other], [winner])).toEqual([winner]);
  });

  it('keeps what two devices added', () => {
    expect(ids(mergeEntries([live('x', { place: 1 })], [live('b', { place: 1 }), live('a', { place: 7 })]))).toEqual(['b', 'x', 'a']);
  });
});

describe('the bound of tombstones', () => {
  const LAST = 1800;
  const all = [...manyKeywords(40), ...Array.from({ length: TOMBSTONE_LIMIT + 350 }, (_, i) => removed(`r${i}`, { place: i % LAST }))];
  const many = tidyEntries(all);
  const part = fc.subarray<KeywordEntry>(all).map((entries) => tidyEntries(entries));

  it('keeps the newest, and every keyword', () => {
    const kept = many.filter((entry) => !isLive(entry));
    expect(kept).toHaveLength(TOMBSTONE_LIMIT);
    expect(many.filter(isLive)).toHaveLength(40);
    const dropped = all.filter((entry) => !isLive(entry) && !many.includes(entry));
    expect(Math.max(...dropped.map(({ place }) => place))).toBeLessThanOrEqual(kept[0]!.place);
    expect(many.at(-1)!.place).toBe(LAST - 1);
  });

  it('breaks none of the laws where no dropped removal is needed', () => {
    fc.assert(fc.property(part, part, part, (a, b, c) => {
      expect(mergeEntries(a, b)).toEqual(mergeEntries(b, a));
      expect(mergeEntries(mergeEntries(a, b), c)).toEqual(mergeEntries(a, mergeEntries(b, c)));
      const merged = mergeEntries(a, b);
      expect(mergeEntries(merged, b)).toBe(merged);
    }), { numRuns: 40 });
  });

  it('lets only a keyword come back whose removal was dropped', () => {
    const [oldest, kept] = [live('r0'), live('r1799', { place: LAST - 1 })];
    expect(ids(mergeEntries(many, [oldest, kept]).filter(isLive))).toContain('r0');
    expect(ids(mergeEntries(many, [oldest, kept]).filter(isLive))).not.toContain('r1799');
  });
});

describe('the list that is shown', () => {
  it('stands by place, then by id, without what was removed', () => {
    const entries = [live('b', { place: 2 }), removed('x'), live('c', { place: 1 }), live('a', { place: 2 })];
    expect(ids(liveKeywords(entries))).toEqual(['c', 'a', 'b']);
  });

  it('has the first of those that mean the same', () => {
    const entries = [live('b', { source: 'rl' }), live('a', { source: 'RL', place: 1 }), live('c', { source: 'RLs', place: 2 })];
    expect(ids(liveKeywords(entries))).toEqual(['b', 'c']);
  });

  it('is no longer than the limit, and what is over it is kept and moves up', () => {
    const [one, two] = [manyKeywords(KEYWORD_LIMITS.count), manyKeywords(KEYWORD_LIMITS.count).map((each) => ({ ...each, id: `${each.id}-2`, source: `${each.source} too` }))];
    const merged = mergeEntries(one, two);
    expect(liveKeywords(merged)).toHaveLength(KEYWORD_LIMITS.count);
    expect(merged).toHaveLength(2 * KEYWORD_LIMITS.count);
    const [first, second] = liveKeywords(merged);
    const after = mergeEntries(merged, [{ id: first!.id, removed: true, version: 2, place: 0 }]);
    expect(liveKeywords(after)).toHaveLength(KEYWORD_LIMITS.count);
    expect(liveKeywords(after)[0]).toBe(second);
  });
});

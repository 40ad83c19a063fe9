import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersOf, inOrder, isMuted, passes, stateOf, type Entry, type View } from '../../../src/domain/arrange';
import { countSight } from '../../../src/domain/count-sight';
import type { Keyword } from '../../../src/domain/keyword';
import { CLEAR_LENS, LENS_FLAGS, SORTS, type Lens } from '../../../src/domain/lens';
import { NO_MARK } from '../../../src/domain/mark';
import type { Paper, PaperId } from '../../../src/domain/paper';

const MUTE: Keyword = { id: 'mute', source: 'diffusion', color: 'red', on: true, mute: {} };
const CLEAR: View = { filters: [], sort: 'site', showHidden: false };

function entry(n: number, change: Partial<Omit<Entry, 'paper'>> & { readonly paper?: Partial<Paper> } = {}): Entry {
  const { paper, ...others } = change;
  return {
    paper: { id: `2609.${10_000 + n}` as PaperId, title: `Paper ${n}`, ...paper },
    mark: NO_MARK,
    muting: undefined,
    isUnfolded: false,
    keywords: 0,
    matches: 0,
    tags: [],
    fitsText: true,
    ...others,
  };
}

const TOPICS = ['agents', 'safety', 'video'];
const anyTags = fc.subarray(TOPICS).map((topics) => topics.map((topic) => ({ topic, label: topic.toUpperCase() })));
const anyFigure = fc.option(fc.nat(3), { nil: undefined });
const defined = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const anyEntries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      mark: fc.record({ version: fc.constant(1), starred: fc.boolean(), hidden: fc.boolean(), read: fc.boolean() }),
      muting: fc.constantFrom(undefined, MUTE),
      isUnfolded: fc.boolean(),
      keywords: fc.nat(2),
      matches: fc.nat(3),
      tags: anyTags,
      fitsText: fc.boolean(),
      paper: fc
        .record({ upvotes: anyFigure, githubStars: anyFigure, comments: anyFigure, publishedAt: fc.constantFrom(undefined, '2026-09-28', '2026-09-01') })
        .map((figures) => defined(figures) as Partial<Paper>),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((each, n) => entry(n, each)));

const anyLens: fc.Arbitrary<Lens> = fc.record({
  text: fc.constant(''),
  flags: fc.subarray([...LENS_FLAGS]),
  topics: fc.dictionary(fc.constantFrom(...TOPICS), fc.constantFrom('required' as const, 'excluded' as const)),
  sort: fc.constantFrom(...SORTS),
});
const anyView: fc.Arbitrary<View> = fc
  .record({ lens: anyLens, hasText: fc.boolean(), showHidden: fc.boolean() })
  .map(({ lens, hasText, showHidden }) => ({ filters: filtersOf(lens, hasText), sort: lens.sort, showHidden }));

describe('the order', () => {
  it('holds every entry once, and is the same when it is ordered again', () => {
    fc.assert(
      fc.property(anyEntries, anyView, (entries, { sort }) => {
        const ordered = inOrder(entries, sort);
        expect(new Set(ordered)).toEqual(new Set(entries));
        expect(ordered).toHaveLength(entries.length);
        expect(inOrder(ordered, sort)).toEqual(ordered);
      }),
    );
  });

  it("is the site's for equal ones, largest first, missing last; muted behind all others, folded ones last", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const ordered = inOrder(entries, 'upvotes');
        const at = (each: Entry) => entries.indexOf(each);
        const group = (each: Entry) => (isMuted(each) ? (each.isUnfolded ? 1 : 2) : 0);
        ordered.slice(1).forEach((next, i) => {
          const last = ordered[i]!;
          expect(group(last)).toBeLessThanOrEqual(group(next));
          if (group(last) !== group(next)) return;
          const [a, b] = [last.paper.upvotes ?? -1, next.paper.upvotes ?? -1];
          expect(a).toBeGreaterThanOrEqual(b);
          if (a === b) expect(at(last)).toBeLessThan(at(next));
        });
      }),
    );
  });

  it.each([
    ['site', [0, 1, 2, 3]],
    ['upvotes', [2, 0, 3, 1]],
    ['github', [1, 3, 0, 2]],
    ['comments', [3, 1, 0, 2]],
    ['newest', [1, 2, 0, 3]],
    ['keywords', [3, 0, 2, 1]],
  ] as const)('by %s', (sort, expected) => {
    const entries = [
      entry(0, { paper: { upvotes: 7, publishedAt: '2026-09-01' }, keywords: 1, matches: 9 }),
      entry(1, { paper: { githubStars: 30, comments: 1, publishedAt: '2026-10-02' } }),
      entry(2, { paper: { upvotes: 12, publishedAt: '2026-09-28' }, keywords: 1, matches: 2 }),
      entry(3, { paper: { upvotes: 7, githubStars: 4, comments: 5 }, keywords: 2, matches: 2 }),
    ];
    expect(inOrder(entries, sort).map((each) => entries.indexOf(each))).toEqual(expected);
  });
});

describe('what is seen', () => {
  it('is what every filter lets through', () => {
    fc.assert(
      fc.property(anyEntries, anyView, (entries, view) => {
        for (const each of entries) {
          const isSeen = ['shown', 'folded'].includes(stateOf(each, view));
          const isThere = view.showHidden || !each.mark.hidden;
          expect(isSeen).toBe(isThere && view.filters.every((filter) => passes(each, filter)));
        }
      }),
    );
  });

  it('folds what a keyword mutes, unless it is starred, hidden or unfolded', () => {
    const state = (change: Partial<Entry>, view = CLEAR) => stateOf({ ...entry(0, { muting: MUTE }), ...change }, view);
    expect(state({})).toBe('folded');
    expect(state({ muting: undefined })).toBe('shown');
    expect(state({ isUnfolded: true })).toBe('shown');
    expect(state({ mark: { ...NO_MARK, starred: true } })).toBe('shown');
    expect(state({ mark: { ...NO_MARK, hidden: true } })).toBe('hidden');
    expect(state({ mark: { ...NO_MARK, hidden: true } }, { ...CLEAR, showHidden: true })).toBe('shown');
  });

  it.each([
    [{ flags: ['left'] }, [0, 3]],
    [{ flags: ['starred'] }, [1]],
    [{ flags: ['code'] }, [1, 3]],
    [{ flags: ['keywords'] }, [0, 3]],
    [{ flags: ['left', 'code'] }, [3]],
    [{ topics: { video: 'required' } }, [0, 1]],
    [{ topics: { video: 'excluded' } }, [2, 3]],
    [{ topics: { video: 'required', agents: 'excluded' } }, [0]],
    [{ topics: { video: 'required' }, flags: ['keywords', 'left'] }, [0]],
  ] as const)('%j', (change, expected) => {
    const [video, agents] = ['video', 'agents'].map((topic) => ({ topic, label: topic }));
    const entries = [
      entry(0, { keywords: 1, tags: [video!] }),
      entry(1, { mark: { ...NO_MARK, starred: true }, paper: { githubRepo: 'https://github.com/a/b' }, tags: [video!, agents!] }),
      entry(2, { mark: { ...NO_MARK, read: true } }),
      entry(3, { keywords: 2, paper: { githubStars: 3 }, tags: [agents!] }),
    ];
    const view = { ...CLEAR, filters: filtersOf({ ...CLEAR_LENS, ...change }, false) };
    expect(entries.filter((each) => stateOf(each, view) === 'shown').map((each) => entries.indexOf(each))).toEqual(expected);
  });
});

describe('the counts', () => {
  it('add up', () => {
    fc.assert(
      fc.property(anyEntries, anyView, (entries, view) => {
        const counts = countSight(entries, view);
        const states = entries.map((each) => stateOf(each, view));
        const number = (state: string) => states.filter((each) => each === state).length;
        expect(counts.papers).toBe(entries.length);
        expect(counts.shown).toBe(entries.length - number('hidden') - number('filtered'));
        expect(counts.folded).toBe(number('folded'));
        expect(counts.folded).toBeLessThanOrEqual(counts.muted);
        expect(counts.left).toBe(entries.filter(({ mark }) => !(mark.starred || mark.hidden || mark.read)).length);
        for (const { filter, alone, without } of counts.filteredBy) {
          const seenWith = (filters: View['filters']) => countSight(entries, { ...view, filters }).shown;
          expect(alone).toBe(seenWith([filter]));
          expect(without).toBe(seenWith(view.filters.filter((each) => each !== filter)));
        }
      }),
    );
  });

  it('say of topics how many papers have them, hidden ones left out, most frequent first', () => {
    const [video, agents] = ['video', 'agents'].map((topic) => ({ topic, label: topic }));
    const entries = [
      entry(0, { tags: [agents!] }),
      entry(1, { tags: [video!, agents!], mark: { ...NO_MARK, hidden: true } }),
      entry(2, { tags: [video!] }),
      entry(3, { tags: [video!] }),
    ];
    expect(countSight(entries, CLEAR).topics).toEqual([{ ...video, count: 2 }, { ...agents, count: 1 }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORD_LIMITS, type Keyword } from '../../../src/domain/keyword';
import { editEntries } from '../../../src/domain/keyword-changes';
import { isLive, liveKeywords, mergeEntries, tidyEntries, TOMBSTONE_LIMIT, type KeywordEntry, type LiveEntry, type Tombstone } from '../../../src/domain/keyword-entries';
import { addKeywords, meaningOf } from '../../../src/domain/keyword-list';
import { decodePreferences, encodePreferences } from '../../../src/domain/preference-codec/preferences';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { entryList, manyKeywords } from '../preferences/arbitrary';

type Change = (now: readonly Keyword[]) => readonly Keyword[];

const live = (id: string, place: number, fields: Partial<LiveEntry> = {}): LiveEntry => ({ id, source: id, color: 'yellow', on: true, version: 1, place, ...fields });
const removed = (id: string, place: number, version = 2): Tombstone => ({ id, removed: true, version, place });
const keyword = (id: string, source = id): Keyword => ({ id, source, color: 'yellow', on: true });
const without = (id: string): Change => (now) => now.filter((each) => each.id !== id);
const patch = (id: string, fields: Partial<Keyword>): Change => (now) => now.map((each) => (each.id === id ? { ...each, ...fields } : each));
const list = [live('a', 0), live('b', 1), live('c', 2)];
const mergeHeld = (own: readonly KeywordEntry[], item: unknown) => mergeEntries(own, decodePreferences(new Map([['k', item]])).keywords);

describe('an edit of the list', () => {
  it('of one keyword makes it one version later, and nothing else', () => {
    expect(editEntries(list, patch('b', { on: false }))).toEqual([list[0], live('b', 1, { on: false, version: 2 }), list[2]]);
  });

  it('of a mute is one, and that of another field keeps the mute', () => {
    const muted = editEntries(list, patch('b', { mute: { until: '2026-12-01' } }));
    expect(muted[1]).toEqual(live('b', 1, { mute: { until: '2026-12-01' }, version: 2 }));
    expect(editEntries(muted, patch('b', { mute: { until: '2026-12-01' } }))).toBe(muted);
    const renamed = editEntries(muted, patch('b', { source: 'bb' }));
    expect(renamed[1]).toEqual(live('b', 1, { source: 'bb', mute: { until: '2026-12-01' }, version: 3 }));
    expect(editEntries(renamed, (now) => now.map(({ mute: _mute, ...each }) => each))[1]).toEqual(live('b', 1, { source: 'bb', version: 4 }));
  });

  it('that removes one leaves its tombstone, without what it said', () => {
    expect(editEntries(list, without('b'))).toEqual([list[0], list[2], removed('b', 3)]);
  });

  it('that removes several leaves their tombstones in the order of removal, behind all others', () => {
    const entries = [...list, removed('z', 9)];
    expect(editEntries(entries, (now) => [now[1]!, keyword('new')])).toEqual([
      list[1], removed('z', 9), { ...keyword('new'), version: 1, place: 10 }, removed('a', 11), removed('c', 12),
    ]);
  });

  it.each([300, KEYWORD_LIMITS.count, 2 * KEYWORD_LIMITS.count])('that clears a list of %i lets none of it come back from storage.sync', (count) => {
    const half = manyKeywords(Math.min(count, KEYWORD_LIMITS.count));
    // The same list of another device, where there are more than one list can have.
    const twins = half.slice(0, count - half.length).map((entry) => ({ ...entry, id: `${entry.id}2` }));
    const before = tidyEntries([...half, ...twins]);
    const cleared = editEntries(before, () => []);
    expect(liveKeywords(cleared)).toEqual([]);
    const held = [...encodePreferences({ keywords: before, settings: DEFAULT_SETTINGS }).values()];
    expect(held.reduce(mergeHeld, cleared)).toBe(cleared);
    expect(mergeEntries(before, cleared)).toEqual(cleared);
  });

  it('that removes the first keyword of a list keeps it removed, however many were removed before', () => {
    const many = manyKeywords(KEYWORD_LIMITS.count);
    const gone = Array.from({ length: TOMBSTONE_LIMIT }, (_, i) => removed(`r${i}`, KEYWORD_LIMITS.count + i));
    const before = tidyEntries([...many, ...gone]);
    const after = editEntries(before, without(many[0]!.id));
    expect(liveKeywords(mergeEntries(after, before))).toHaveLength(KEYWORD_LIMITS.count - 1);
    expect(after.filter((entry) => !isLive(entry))).toHaveLength(TOMBSTONE_LIMIT);
  });

  it('that adds some puts them behind all, removed ones too', () => {
    const entries = [live('a', 0), removed('z', 7)];
    let id = 0;
    const after = editEntries(entries, (now) => addKeywords(now, ['x', 'y'], () => `new${id++}`).keywords);
    expect(after).toEqual([...entries, live('new0', 8, { source: 'x', color: 'green' }), live('new1', 9, { source: 'y', color: 'blue' })]);
  });

  it('that puts one back gives it its place, above its tombstone', () => {
    const gone = editEntries(list, without('b'));
    expect(editEntries(gone, (now) => now.toSpliced(1, 0, list[1]!))).toEqual([list[0], live('b', 1, { version: 3 }), list[2]]);
  });

  it('that adds one of a removed id, with no place of its own, puts it at the end', () => {
    const gone = editEntries(list, without('b'));
    expect(editEntries(gone, (now) => [...now, keyword('b')])).toEqual([list[0], list[2], live('b', 4, { version: 3 })]);
  });

  it('that puts one back whose tombstone was dropped gives it the place and the count of its time', () => {
    const old = live('b', 1, { version: 4 });
    const after = editEntries([list[0]!, list[2]!], (now) => now.toSpliced(1, 0, old));
    expect(after).toEqual([list[0], live('b', 1, { version: 5 }), list[2]]);
  });

  it.each<[string, Change]>([
    ['the same list', (now) => now],
    ['a copy of it', (now) => now.map((each) => ({ ...each }))],
    ['a hidden one as it is', (now) => [...now, { ...list[0]! }]],
  ])('that gives %s changes nothing', (_, change) => {
    expect(editEntries(list, change)).toBe(list);
  });

  it('keeps what it does not know, also through removal and return', () => {
    const entries = [live('a', 0, { mutes: ['x'] } as Partial<LiveEntry>)];
    const before = liveKeywords(entries)[0]!;
    expect(editEntries(entries, patch('a', { on: false }))).toMatchObject([{ mutes: ['x'], on: false }]);
    expect(editEntries(editEntries(entries, without('a')), () => [before])).toEqual([{ ...entries[0], version: 3 }]);
  });

  it('keeps a colour of a newer version until another is chosen', () => {
    const entries = [live('a', 0, { newerColor: 9 })];
    expect(editEntries(entries, patch('a', { on: false }))).toEqual([live('a', 0, { newerColor: 9, on: false, version: 2 })]);
    expect(editEntries(entries, patch('a', { color: 'red' }))).toEqual([live('a', 0, { color: 'red', version: 2 })]);
  });

  it.each<[string, Change]>([
    ['removed', without('a')],
    ['made to mean something else', patch('a', { source: 'other' })],
  ])('does not let a double surface when the shown one is %s', (_, change) => {
    const entries = [live('a', 0, { source: 'RL' }), live('b', 1, { source: 'rl' }), live('c', 2)];
    const after = editEntries(entries, change);
    expect(after.find(({ id }) => id === 'b')).toMatchObject({ removed: true, version: 2 });
    expect(liveKeywords(after).map(({ source }) => source)).not.toContain('rl');
  });

  it('leaves a double alone when the shown one means what it meant', () => {
    const entries = [live('a', 0, { source: 'RL' }), live('b', 1, { source: 'rl' })];
    expect(editEntries(entries, patch('a', { color: 'red' }))[1]).toBe(entries[1]);
  });
});

describe('any edit of any list', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
    fc.record({ kind: fc.constant('switch' as const), at: fc.nat(5) }),
    fc.record({ kind: fc.constant('rename' as const), at: fc.nat(5), source: fc.constantFrom('one', 'two', 'three') }),
    fc.record({ kind: fc.constant('add' as const), at: fc.nat(5), source: fc.constantFrom('four', 'five', 'six') }),
  );

  function apply(now: readonly Keyword[], step: typeof edit extends fc.Arbitrary<infer T> ? T : never): readonly Keyword[] {
    const isFree = 'source' in step && now.every(({ source }) => meaningOf(source) !== meaningOf(step.source));
    const isNew = 'source' in step && now.every(({ id }) => id !== `new-${step.source}`);
    if (step.kind === 'add') return isFree && isNew ? [...now, keyword(`new-${step.source}`, step.source)] : now;
    const target = now[step.at];
    if (!target || (step.kind === 'rename' && !isFree)) return now;
    if (step.kind === 'remove') return without(target.id)(now);
    return patch(target.id, step.kind === 'switch' ? { on: !target.on } : { source: step.source })(now);
  }

  const said = (keywords: readonly Keyword[]) => keywords.map(({ id, source, color, on }) => ({ id, source, color, on }));

  it('shows what was meant, wins over what was before, and changes no other keyword', () => {
    fc.assert(fc.property(entryList, fc.array(edit, { maxLength: 8 }), (start, steps) => {
      let entries: readonly KeywordEntry[] = start;
      for (const step of steps) {
        const meant = apply(liveKeywords(entries), step);
        const after = editEntries(entries, () => meant);
        // A keyword of an id that was there before comes back to its old place.
        const isOrdered = step.kind !== 'add' || !entries.some(({ id }) => id === `new-${step.source}`);
        const [shown, wanted] = [said(liveKeywords(after)), said(meant)];
        if (isOrdered) expect(shown).toEqual(wanted);
        else expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)));
        expect(mergeEntries(entries, after)).toEqual(after);
        expect(mergeEntries(after, entries)).toBe(after);
        const wasShown = new Set(liveKeywords(entries).map(({ id }) => id));
        const untouched = entries.filter((entry) => isLive(entry) && wasShown.has(entry.id) && meant.includes(entry));
        for (const entry of untouched) expect(after).toContain(entry);
        entries = after;
      }
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORD_LIMITS } from '../../../src/domain/keyword';
import { mergeEntries, TOMBSTONE_LIMIT, type KeywordEntry, type LiveEntry } from '../../../src/domain/keyword-entries';
import { decodePreferences, encodePreferences, isPreferenceKey, type Preferences } from '../../../src/domain/preference-codec/preferences';
import { DEFAULT_SETTINGS, mergeSettings, type Settings } from '../../../src/domain/settings';
import { topics } from '../../../src/domain/topics';
import { itemBytes } from '../../bench/item-bytes';
import { entryList, keywordEntry, manyKeywords, settings } from '../preferences/arbitrary';

const ITEM_BYTES = 7168;

const withKeywords = (keywords: readonly KeywordEntry[]): Preferences => ({ keywords, settings: DEFAULT_SETTINGS });
const preferences = fc.record({ keywords: entryList, settings });
/** As storage.sync hands items out. */
const carried = (items: ReadonlyMap<string, unknown>) => new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(items))) as object));
const bytesOf = (items: ReadonlyMap<string, unknown>) => [...items].reduce((sum, [key, item]) => sum + itemBytes(key, item), 0);

/** The same value with the keys of its objects the other way round. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, turned(each)])) as T;
}

describe('preferences as items', () => {
  it('give back any preferences', () => {
    fc.assert(fc.property(preferences, (given) => {
      const { keywords, settings: read = DEFAULT_SETTINGS, problems } = decodePreferences(carried(encodePreferences(given)));
      expect({ keywords, settings: read }).toEqual(given);
      expect(problems.size).toBe(0);
    }), { numRuns: 500 });
  });

  it('are the same, to the last character, for the same preferences', () => {
    const shuffled = preferences.chain((given) =>
      fc.shuffledSubarray([...given.keywords], { minLength: given.keywords.length }).map((keywords) => [given, { keywords, settings: given.settings }] as const));
    fc.assert(fc.property(shuffled, ([given, again]) => {
      expect(JSON.stringify([...encodePreferences(turned(again))])).toBe(JSON.stringify([...encodePreferences(given)]));
    }));
  });

  it('are none of what was never set', () => {
    expect(encodePreferences(withKeywords([])).size).toBe(0);
    expect(decodePreferences(new Map())).toEqual({ keywords: [], settings: undefined, problems: new Map() });
  });

  it('keep the form that other devices know', () => {
    const keywords = [
      { id: 'a1B2c3', source: 'RL', color: 'yellow', on: true, version: 1, place: 0 },
      { id: 'Zz9Yy8', source: 'world model*', color: 'red', on: false, version: 12, place: 1 },
      { id: 'gone00', removed: true, version: 2, place: 2 },
      { id: 'newer0', source: 'x', color: 'yellow', newerColor: 11, on: true, version: 1, place: 3, mutes: ['y'], a: { c: 1, b: 2 } },
    ] as KeywordEntry[];
    const given = { enabled: false, topicsOff: ['rl'], density: 'wide', versions: { enabled: 3, 'topic:llm': 2, 'topic:rl': 1, other: 5 } } as Settings;
    expect(JSON.stringify(Object.fromEntries(encodePreferences({ keywords, settings: given })), undefined, 0)).toBe(
      '{"k":[1,["a1B2c3","RL",0,1],["Zz9Yy8","world model*",1,14,12],["gone00",2,2],["newer0","x",3,23,1,{"a":{"b":2,"c":1},"mutes":["y"]}]],' +
        '"s":[1,-3,{"llm":2,"rl":-1},{"density":[0,"wide"],"other":[5]}]}',
    );
  });

  it('carry half a character as the browsers do', () => {
    const entry = { ...manyKeywords(1)[0]!, source: 'a\ud83d' };
    expect(JSON.stringify([...encodePreferences(withKeywords([entry])).values()])).toContain('a\ufffd');
  });

  it('merge as the preferences do, item by item and in any order', () => {
    fc.assert(fc.property(preferences, preferences, (a, b) => {
      const [one, two] = [decodePreferences(carried(encodePreferences(a))), decodePreferences(carried(encodePreferences(b)))];
      expect(mergeEntries(one.keywords, two.keywords)).toEqual(mergeEntries(b.keywords, a.keywords));
      expect(mergeSettings(one.settings ?? DEFAULT_SETTINGS, two.settings ?? DEFAULT_SETTINGS)).toEqual(mergeSettings(b.settings, a.settings));
    }));
  });
});

describe('the size of items', () => {
  it('is at most 34 bytes for a keyword of 12 characters', () => {
    const one = bytesOf(encodePreferences(withKeywords(manyKeywords(300)))) / 300;
    expect(one).toBeLessThan(34);
  });

  it('is at most 10,240 bytes for 300 keywords, a tenth of them edited, and every topic switched', () => {
    const keywords = manyKeywords(300).map((entry, i) => (i % 10 === 0 ? { ...entry, version: 17 } : entry));
    const ids = topics.map(({ id }) => id);
    const given = { enabled: true, topicsOff: ids.slice(0, 10), versions: { enabled: 12, ...Object.fromEntries(ids.slice(0, 10).map((id) => [`topic:${id}`, 1])) } };
    expect(bytesOf(encodePreferences({ keywords, settings: given }))).toBeLessThanOrEqual(10_240);
    const all = { enabled: true, topicsOff: ids, versions: Object.fromEntries(ids.map((id) => [`topic:${id}`, 1])) };
    expect(bytesOf(encodePreferences({ keywords: [], settings: all }))).toBeLessThan(1024);
  });

  it('is, for all tombstones that are kept, half of what their keywords took', () => {
    const before = manyKeywords(TOMBSTONE_LIMIT);
    const gone = before.map(({ id, place }) => ({ id, place: TOMBSTONE_LIMIT + place, removed: true as const, version: 2 }));
    const bytes = bytesOf(encodePreferences(withKeywords(gone)));
    expect(bytes).toBeLessThan(18.5 * TOMBSTONE_LIMIT);
    expect(bytes).toBeLessThan(0.55 * bytesOf(encodePreferences(withKeywords(before))));
  });

  const loud = (entry: LiveEntry): LiveEntry => ({ ...entry, source: '<'.repeat(KEYWORD_LIMITS.length) });

  it.each<[string, readonly LiveEntry[], number]>([
    ['a full list', manyKeywords(KEYWORD_LIMITS.count), 8],
    ['a full list of the longest keywords', manyKeywords(KEYWORD_LIMITS.count, KEYWORD_LIMITS.length), 64],
    ['a list that Chromium writes six times as long', manyKeywords(100).map(loud), 32],
  ])('of %s is bounded for each item', (_, keywords, mostItems) => {
    const items = encodePreferences(withKeywords(keywords));
    expect(items.size).toBeGreaterThan(1);
    expect(items.size).toBeLessThanOrEqual(mostItems);
    expect([...items.keys()].every(isPreferenceKey)).toBe(true);
    for (const [key, item] of items) expect(itemBytes(key, item)).toBeLessThanOrEqual(ITEM_BYTES);
    expect(decodePreferences(carried(items)).keywords).toEqual(keywords);
    // One changed keyword rewrites one item.
    const changed = encodePreferences(withKeywords(keywords.with(50, { ...keywords[50]!, version: 2 })));
    expect([...changed].filter(([key, item]) => JSON.stringify(item) !== JSON.stringify(items.get(key)))).toHaveLength(1);
  });

  it('is over the bound only where one keyword alone is', () => {
    const huge = { ...manyKeywords(2)[1]!, note: 'x'.repeat(ITEM_BYTES) };
    const items = encodePreferences(withKeywords([manyKeywords(1)[0]!, huge]));
    const sizes = [...items].map(([key, item]) => itemBytes(key, item));
    expect(sizes.filter((size) => size > ITEM_BYTES)).toHaveLength(1);
    expect(items.size).toBe(2);
  });
});

describe('items that someone else wrote', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSparseArray: true });
  const part = fc.oneof(anything, fc.array(fc.oneof(anything, fc.string(), fc.integer()), { maxLength: 8 }));
  const junk = fc.oneof(anything, fc.array(part, { maxLength: 5 }).map((parts) => [1, ...parts]));
  const key = fc.constantFrom('k', 'k.0', 'k.01', 's', 'm2402', 'x');

  it('throw nothing, whatever they are, and what is read of them is sound', () => {
    fc.assert(fc.property(fc.array(fc.tuple(key, junk)), (items) => {
      const { keywords, settings: read = DEFAULT_SETTINGS, problems } = decodePreferences(new Map(items));
      expect([...problems.keys()].every(isPreferenceKey)).toBe(true);
      const again = decodePreferences(carried(encodePreferences({ keywords, settings: read })));
      expect(again.problems.size).toBe(0);
      expect(again.keywords.map(({ id, version }) => [id, version])).toEqual(keywords.map(({ id, version }) => [id, version]));
      expect(again.settings?.enabled ?? true).toBe(read.enabled);
    }), { numRuns: 1000 });
  });

  it.each<[string, string, unknown]>([
    ['keywords of a later format', 'k', [2, 'anything']],
    ['a part of them', 'k.01', [17]],
    ['settings of a later format', 's', [2]],
  ])('are told apart when they are %s', (_, at, item) => {
    expect(decodePreferences(new Map([[at, item]]))).toEqual({ keywords: [], settings: undefined, problems: new Map([[at, 'newer-format']]) });
  });

  it.each<[string, unknown]>([
    ['k', '[1]'], ['k', {}], ['k', null], ['k', []], ['k', [0]], ['k', [1.5]], ['k', ['1']], ['s', 7], ['s', ['x']], ['s', [1]], ['s', [1, 1]],
    ['s', [1, 0, { rl: 1 }, 'x']], ['s', [1, 0, { rl: 'x' }]], ['s', [1, 0, {}, { enabled: [1, false] }]], ['s', [1, 0, {}, {}, 1]],
  ])('are broken: %s %j', (at, item) => {
    expect(decodePreferences(new Map([[at, item]])).problems).toEqual(new Map([[at, 'broken']]));
  });

  const good = ['abc', 'RL', 3, 5];
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;

  it.each<[string, unknown]>([
    ['no array', 'x'], ['empty', []], ['without place', ['id', 'RL']], ['a place that is none', ['id', 'RL', -1, 1]], ['no flags', ['id', 'RL', 1, '1']],
    ['no id', ['', 'RL', 1, 1]], ['an id that is too long', ['x'.repeat(65), 'RL', 1, 1]], ['an id with a control character', ['a\n', 'RL', 1, 1]],
    ['no source', ['id', ' ', 1, 1]], ['a source that is too long', ['id', 'x'.repeat(201), 1, 1]], ['a version that is none', ['id', 'RL', 1, 1, 1.5]],
    ['one part too many', ['id', 'RL', 1, 1, 1, {}, 1]], ['more that is no object', ['id', 'RL', 1, 1, 1, []]], ['more that is too long', ['id', 'RL', 1, 1, 1, { x: 'x'.repeat(10_000) }]],
    ['more that is too deep', ['id', 'RL', 1, 1, 1, { deep }]], ['a tombstone without version', ['id', 1]], ['a tombstone with a version that is none', ['id', 1, 'x']],
  ])('cost only the keyword that cannot be read: %s', (_, bad) => {
    const { keywords, problems } = decodePreferences(new Map([['k', [1, bad, good]]]));
    expect(keywords).toEqual([{ id: 'abc', source: 'RL', color: 'blue', on: true, version: 1, place: 3 }]);
    expect(problems).toEqual(new Map([['k', 'broken']]));
  });

  it('keep the readable fields of settings', () => {
    const { settings: read } = decodePreferences(new Map([['s', [1, -2, { rl: 'x', llm: -4 }, { density: 7, wide: [1, true] }]]]));
    expect(read).toEqual({ enabled: false, topicsOff: ['llm'], wide: true, versions: { enabled: 2, 'topic:llm': 4, wide: 1 } });
  });

  it('cannot set what this version knows to what it cannot be', () => {
    const others = { badge: [4, 'off'], keyboard: [1, false], keys: [2, { star: 7 }], partsOff: [3, 'chips'] };
    const { settings: read, problems } = decodePreferences(new Map([['s', [1, 0, {}, others]]]));
    expect(read).toEqual({ enabled: true, topicsOff: [], keyboard: false, versions: { keyboard: 1 } });
    expect(problems.get('s')).toBe('broken');
  });

  it('mute for ever by a mute that cannot be read, which is later than what was there, so that devices agree', () => {
    // JSON has no -0.
    const mutes = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('until', 'titleOnly', 'a', 'z', 'untilx'), fc.oneof(fc.jsonValue(), fc.constant('2026-12-01')))).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(fc.property(mutes, (mute) => {
      const raw = { id: 'a', source: 'RL', color: 'yellow', on: true, version: 1, place: 0, mute } as LiveEntry;
      const [read] = decodePreferences(carried(encodePreferences(withKeywords([raw])))).keywords;
      expect(read).toHaveProperty('mute');
      expect(mergeEntries([raw], [read!])).toEqual([read]);
      expect(mergeEntries([read!], [raw])).toEqual([read]);
    }), { numRuns: 1000 });
  });

  it('cannot set what this version knows by what it does not know', () => {
    const { keywords } = decodePreferences(new Map([['k', [1, ['a', 'RL', 0, 1, 1, { id: 'b', version: 9, removed: true, mutes: [] }]]]]));
    expect(keywords).toEqual([{ id: 'a', source: 'RL', color: 'yellow', on: true, version: 1, place: 0, mutes: [] }]);
  });

  it('of one keyword in two items give the later', () => {
    fc.assert(fc.property(keywordEntry, keywordEntry, (one, other) => {
      const two = { ...other, id: one.id };
      const items = [one, two].map((entry, i) => [`k.${i}`, encodePreferences(withKeywords([entry])).get('k')] as const);
      expect(decodePreferences(new Map(items)).keywords).toEqual(mergeEntries([one], [two]));
    }));
  });
});

describe('keys', () => {
  it.each(['k', 'k.0', 'k.0110', 's'])('%s is one', (key) => expect(isPreferenceKey(key)).toBe(true));
  it.each(['', 'k.', 'k.2', `k.${'0'.repeat(33)}`, 'kk', 'S', 'c', 'm2402', 'keywords', 's.0'])('"%s" is none', (key) => expect(isPreferenceKey(key)).toBe(false));
});

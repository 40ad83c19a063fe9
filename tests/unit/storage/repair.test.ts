import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORD_COLORS, KEYWORD_LIMITS } from '../../../src/domain/keyword';
import { mergeEntries, type LiveEntry } from '../../../src/domain/keyword-entries';
import { changeMark, LARGEST_VERSION, mergeMarks, NO_MARK } from '../../../src/domain/mark';
import { toPaperId } from '../../../src/domain/paper';
import { decodePreferences, encodePreferences } from '../../../src/domain/preference-codec/preferences';
import { DEFAULT_SETTINGS, mergeSettings } from '../../../src/domain/settings';
import { isDamagedMark, repairMark } from '../../../src/storage/repair-mark';
import { repairDraftKeyword, repairEntries, repairSettings } from '../../../src/storage/repair-preferences';
import { repairSavedPaper } from '../../../src/storage/repair-saved-paper';
import { itemBytes } from '../../bench/item-bytes';
import { nested } from './nested';

const ID = toPaperId('2402.12345')!;
const MARK = { version: 4, starred: true, hidden: true, read: false };
const SETTINGS = { enabled: false, topicsOff: ['llm', 'rl'], versions: { enabled: 2, 'topic:llm': 1, 'topic:math': 4, 'topic:rl': 3 } };
const KEYWORD = { id: 'k', source: 'RAG', color: 'green', on: false, version: 4, place: 7 };
const TOMBSTONE = { id: 'gone', removed: true, version: 5, place: 8 };
const PAPER = {
  id: ID,
  title: 'A Paper',
  savedAt: '2026-11-23T12:00:00.000Z',
  abstract: 'All that is known.',
  authors: ['A', 'B'],
  authorCount: 2,
  organization: { name: 'org', fullname: 'The Org' },
  publishedAt: '2024-02-18',
  upvotes: 3,
  comments: 0,
  githubRepo: 'https://github.com/a/b',
  githubStars: 7,
  projectPage: 'https://x.example/',
  submitter: 'hy',
  thumbnail: 'https://x.example/a.png',
  siteKeywords: ['retrieval'],
};

const REPAIRS: Record<string, (value: unknown) => unknown> = {
  settings: repairSettings,
  mark: repairMark,
  keywords: repairEntries,
  keyword: (value) => repairEntries([value]),
  draft: repairDraftKeyword,
  paper: (value) => repairSavedPaper(ID, value),
};

// Anything that storage can hold, and things that it cannot.
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true });
const fieldName = fc.constantFrom(...new Set([MARK, SETTINGS, KEYWORD, PAPER].flatMap(Object.keys)), '__proto__', 'constructor');

describe.each(Object.entries(REPAIRS))('what is read as %s', (_, repair) => {
  it('may be anything: nothing throws', () => {
    fc.assert(fc.property(fc.oneof(anything, fc.dictionary(fieldName, anything)), (value) => void repair(value)));
  });

  it('is whole once it is repaired: repairing it again changes nothing', () => {
    fc.assert(fc.property(fc.dictionary(fieldName, fc.jsonValue()), (value) => {
      const once = repair(value);
      // `keyword` wraps what it is given into a list.
      if (!Array.isArray(once)) expect(repair(once)).toEqual(once);
      else expect(repairEntries(once)).toEqual(once);
    }));
  });
});

/** `whole` with one field replaced by something else. */
function damaged<T extends object>(whole: T, fields: readonly (keyof T)[]) {
  return fc.tuple(fc.constantFrom(...fields), anything).map(([field, value]) => ({ field, value: { ...whole, [field]: value } }));
}

function without(value: unknown, field: PropertyKey): object {
  return Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== field));
}

describe('a bad field costs no other', () => {
  it('of a mark', () => {
    fc.assert(fc.property(damaged(MARK, ['version', 'starred', 'hidden']), ({ field, value }) => {
      const read = repairMark(value);
      expect(without(read, field)).toEqual(without(MARK, field));
      expect(typeof read[field]).toBe(typeof NO_MARK[field]);
    }));
  });

  it('of the settings', () => {
    fc.assert(fc.property(damaged(SETTINGS, ['enabled', 'topicsOff']), ({ field, value }) => {
      const read = repairSettings(value);
      const other = field === 'enabled' ? 'topicsOff' : 'enabled';
      expect(read[other]).toEqual(SETTINGS[other]);
      expect(typeof read.enabled).toBe('boolean');
      expect(read.topicsOff.every((id) => typeof id === 'string')).toBe(true);
    }));
  });

  it('of the settings and their versions', () => {
    fc.assert(fc.property(damaged(SETTINGS, ['versions']), ({ value }) => {
      expect(repairSettings(value)).toMatchObject({ enabled: false, topicsOff: ['llm', 'rl'], versions: expect.objectContaining({ enabled: 1 }) });
    }));
    const versions = { ...SETTINGS.versions, enabled: 1.5, 'topic:rl': '3' };
    expect(repairSettings({ ...SETTINGS, versions })).toEqual({ ...SETTINGS, versions: { ...SETTINGS.versions, enabled: 1, 'topic:rl': 1 } });
  });

  it('of a keyword, but for what makes it one', () => {
    fc.assert(fc.property(damaged(KEYWORD, ['color', 'on', 'version', 'place']), ({ field, value }) => {
      const [read, ...others] = repairEntries([value]) as (typeof KEYWORD)[];
      expect(others).toEqual([]);
      expect({ ...without(read, field), version: 4 }).toEqual({ ...without(KEYWORD, field), version: 4 });
      expect(KEYWORD_COLORS).toContain(read!.color);
      expect(read!.version).toBeGreaterThanOrEqual(0);
    }));
    expect(repairEntries([{ ...KEYWORD, source: 7 }, { ...KEYWORD, id: '' }, KEYWORD])).toEqual([KEYWORD]);
  });

  it('of a mute, which stays one', () => {
    const until = '2026-12-01';
    const read = (mute: unknown) => (repairEntries([{ ...KEYWORD, mute }])[0] as LiveEntry).mute;
    expect(read({ until, titleOnly: true })).toEqual({ until, titleOnly: true });
    expect(read({ until: '2026-02-30', titleOnly: true })).toEqual({ titleOnly: true });
    expect(read({ until, titleOnly: 1 })).toEqual({ until });
    expect(read({ until, from: 'a newer version' })).toEqual({ until, from: 'a newer version' });
    for (const junk of [null, false, 7, 'for ever', [], { until: `${until}T12:00` }, { until: 20261201 }, 'x'.repeat(10_000), { until: 'x'.repeat(10_000) }, nested(20_000)]) expect(read(junk)).toEqual({});
    expect(repairEntries([KEYWORD])[0]).not.toHaveProperty('mute');
    fc.assert(fc.property(anything.filter((value) => value !== undefined), (junk) => {
      expect(repairEntries([{ ...KEYWORD, mute: junk }])).toMatchObject([{ ...KEYWORD, version: expect.any(Number) as number, mute: {} }]);
    }));
  });

  it('of the settings that this version knows', () => {
    const own = { badge: false, keyboard: true, keys: { star: 'x', hide: '' }, partsOff: ['chips'], versions: { ...SETTINGS.versions, badge: 2, keyboard: 1, keys: 3, partsOff: 1 } };
    const whole = { ...SETTINGS, ...own };
    expect(repairSettings(whole)).toEqual(whole);
    const { badge: _, ...withoutBadge } = own.versions;
    expect(repairSettings({ ...whole, badge: 'no' })).toEqual({ ...without(whole, 'badge'), versions: withoutBadge });
    const { keys: __, ...withoutKeys } = own.versions;
    const long = 'x'.repeat(21);
    expect(repairSettings({ ...whole, keys: { star: 'x', hide: '', [long]: 'y', open: long, copy: 7, '': 'z' } })).toEqual({ ...whole, versions: withoutKeys });
    const { partsOff: ___, ...withoutParts } = own.versions;
    expect(repairSettings({ ...whole, partsOff: ['chips', 7, '', long] })).toEqual({ ...whole, versions: withoutParts });
    fc.assert(fc.property(damaged(whole, ['badge', 'keyboard', 'keys', 'partsOff']), ({ field, value }) => {
      const read = repairSettings(value);
      expect({ ...without(read, field), versions: {} }).toEqual({ ...without(whole, field), versions: {} });
    }));
  });

  it('of a tombstone, but for what makes it one', () => {
    expect(repairEntries([{ ...TOMBSTONE, version: 'x', place: -1 }])).toEqual([{ ...TOMBSTONE, version: 1, place: 0 }]);
    expect(repairEntries([{ ...TOMBSTONE, id: 7 }, { ...TOMBSTONE, removed: 1 }])).toEqual([]);
  });

  it('of a saved paper', () => {
    const fields = Object.keys(PAPER).filter((field) => field !== 'id') as (keyof typeof PAPER)[];
    fc.assert(fc.property(damaged(PAPER, fields), ({ field, value }) => {
      const read = repairSavedPaper(ID, value);
      expect(without(read, field)).toEqual(without(PAPER, field));
    }));
    expect(repairSavedPaper(ID, { ...PAPER, title: '' })).toEqual(without(PAPER, 'title'));
  });

  it('of the list of topics that are off', () => {
    expect(repairSettings({ enabled: true, topicsOff: ['rl', 7, 'llm'] }).topicsOff).toEqual(expect.arrayContaining(['rl', 'llm']));
  });
});

describe('what a newer version wrote beside it', () => {
  const extra = { read: true, note: { text: 'later' } };

  it('is kept', () => {
    expect(repairMark({ ...MARK, ...extra })).toEqual({ ...MARK, ...extra });
    expect(repairSettings({ ...SETTINGS, ...extra })).toEqual({ ...SETTINGS, ...extra });
    expect(repairEntries([{ ...KEYWORD, ...extra }, { ...TOMBSTONE, ...extra }])).toEqual([{ ...KEYWORD, ...extra }, { ...TOMBSTONE, ...extra }]);
    expect(repairSavedPaper(ID, { ...PAPER, ...extra })).toEqual({ ...PAPER, ...extra });
  });

  it('is kept also where a field beside it is bad', () => {
    expect(repairMark({ ...MARK, ...extra, version: 'x' })).toEqual({ ...MARK, ...extra, version: 0 });
    expect(repairSettings({ ...SETTINGS, ...extra, enabled: 'x' })).toEqual({ ...SETTINGS, ...extra, enabled: DEFAULT_SETTINGS.enabled, versions: without(SETTINGS.versions, 'enabled') });
  });
});

describe('what cannot be', () => {
  it.each([null, undefined, 7, 'mark', true, []])('%j is no mark, and the settings as they come', (value) => {
    expect(repairMark(value)).toMatchObject(NO_MARK);
    expect(repairSettings(value)).toMatchObject(DEFAULT_SETTINGS);
  });

  it.each([-1, 1.5, Number.NaN, Infinity, LARGEST_VERSION + 1, 2 ** 53, '3'])('version %j is none', (version) => {
    expect(repairMark({ ...MARK, version })).toEqual({ ...MARK, version: 0 });
  });

  it.each([999_999_999, 1e9, 1e10, Number.MAX_SAFE_INTEGER])('a star with version %j, which someone wrote by hand, can be taken off', (version) => {
    const starred = repairMark({ ...MARK, version });
    const unstarred = repairMark(changeMark(starred, { starred: false }));
    expect(mergeMarks(starred, unstarred)).toEqual({ ...unstarred, starred: false });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//x.example', ' https://x.example', 7])('%j is no address', (link) => {
    const read = repairSavedPaper(ID, { ...PAPER, projectPage: link, githubRepo: link, thumbnail: link });
    expect(read).toMatchObject({ projectPage: undefined, githubRepo: undefined, thumbnail: undefined });
  });

  it.each([null, undefined, 7, 'paper', true])('%j is a saved paper of which nothing is known', (value) => {
    expect(repairSavedPaper(ID, value)).toEqual({ id: ID, savedAt: '' });
  });

  it('of a saved paper the key counts, not what it holds', () => {
    expect(repairSavedPaper(ID, { ...PAPER, id: '9999.99999' }).id).toBe(ID);
  });

  it('of the keywords of one id only the last is one, and there are none where there is no list', () => {
    expect(repairEntries([KEYWORD, { ...KEYWORD, source: 'later' }])).toEqual([{ ...KEYWORD, source: 'later' }]);
    expect(repairEntries({ 0: KEYWORD, length: 1 })).toEqual([]);
  });

  it.each(['', 'x'.repeat(65), 'a\tb', 7])('%j is the id of no keyword', (id) => {
    expect(repairEntries([{ ...KEYWORD, id }])).toEqual([]);
  });

  it.each(['', '  ', 'x'.repeat(KEYWORD_LIMITS.length + 1), 7])('%j is the source of no keyword', (source) => {
    expect(repairEntries([{ ...KEYWORD, source }])).toEqual([]);
    expect(repairDraftKeyword({ ...KEYWORD, source })).toBeUndefined();
  });
});

describe('what an older version stored', () => {
  it('becomes a list that can be merged: in its order, each keyword at its first version', () => {
    const old = ['b', 'a'].map((id) => ({ id, source: id, color: 'yellow', on: true }));
    expect(repairEntries(old)).toEqual([{ ...old[0], version: 1, place: 0 }, { ...old[1], version: 1, place: 1 }]);
  });

  it('becomes settings of which what was switched off was chosen once', () => {
    expect(repairSettings({ enabled: false, topicsOff: ['rl', 'llm', 'rl'] })).toEqual({
      enabled: false,
      topicsOff: ['llm', 'rl'],
      versions: { enabled: 1, 'topic:llm': 1, 'topic:rl': 1 },
    });
  });
});

describe('what was damaged', () => {
  it('does not win over the whole one of another device', () => {
    const whole = repairEntries([KEYWORD]);
    for (const damage of [{ mute: 7 }, { color: 7 }, { color: 'of-a-newer-version' }, { on: 'x' }]) {
      expect(mergeEntries(repairEntries([{ ...KEYWORD, ...damage }]), whole)).toEqual(whole);
    }
    const settings = repairSettings(SETTINGS);
    for (const damage of [{ enabled: 'x' }, { topicsOff: 'x' }, { topicsOff: ['rl', 7] }]) {
      expect(mergeSettings(repairSettings({ ...SETTINGS, ...damage }), settings)).toEqual(settings);
    }
  });
});

describe('what a newer version would choke storage.sync with', () => {
  it('is given up: the keyword stays', () => {
    expect(repairEntries([{ ...KEYWORD, junk: 'x'.repeat(10_000_000) }, { ...TOMBSTONE, junk: nested(20_000) }])).toEqual([KEYWORD, TOMBSTONE]);
  });

  it('is given up: the settings stay, and fit an item', () => {
    const junk = Array.from({ length: 100_000 }, (_, i) => `junk-${i}`.repeat(4));
    const read = repairSettings({ ...SETTINGS, junk, topicsOff: [...junk, 'x'.repeat(1000), ...SETTINGS.topicsOff] });
    expect(read.enabled).toBe(false);
    expect(itemBytes('s', encodePreferences({ keywords: [], settings: read }).get('s'))).toBeLessThan(7168);
  });

  it('is given up: what this version knows stays', () => {
    const junk = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`j${i}`, 0]));
    const own = { badge: false, keys: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`action ${i}`, '鍵'.repeat(5)])), partsOff: ['chips'] };
    for (const each of [junk, { ...junk, long: 'x'.repeat(10_000) }]) {
      const read = repairSettings({ ...SETTINGS, ...each, ...own });
      expect(read).toMatchObject({ badge: false, partsOff: ['chips'] });
      expect(read.keys).toEqual(own.keys);
      expect(decodePreferences(encodePreferences({ keywords: [], settings: read }))).toMatchObject({ settings: read, problems: new Map() });
    }
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`action ${i}`, '鍵'.repeat(20)]));
    const read = repairSettings({ ...SETTINGS, keys: many, badge: false });
    expect(Object.keys(read.keys!).length).toBeGreaterThan(10);
    expect(decodePreferences(encodePreferences({ keywords: [], settings: read }))).toMatchObject({ settings: read, problems: new Map() });
  });

  it('is given up: the mark stays, and is known as damaged', () => {
    for (const junk of [nested(20_000), 'x'.repeat(10_000_000)]) {
      expect(repairMark({ ...MARK, junk })).toEqual(MARK);
      expect(isDamagedMark({ ...MARK, junk })).toBe(true);
    }
    expect(isDamagedMark({ ...MARK, note: 'later' })).toBe(false);
  });

  it.each<[string, (i: number) => string]>([
    ['topics in characters of three bytes', (i) => `topic:${'題'.repeat(30)}${i}`],
    ['topics in characters that Chromium writes six times as long', (i) => `topic:${'<'.repeat(30)}${i}`],
    ['names that only a newer version knows', (i) => `${'題'.repeat(30)}${i}`],
    ['names in ASCII', (i) => `${'x'.repeat(30)}${i}`],
  ])('is given up: what is kept of many versions fits an item, and can be read by another device: %s', (_, nameOf) => {
    const versions = Object.fromEntries(Array.from({ length: 115 }, (__, i) => [nameOf(i), Number.MAX_SAFE_INTEGER]));
    const read = repairSettings({ ...SETTINGS, versions: { ...SETTINGS.versions, ...versions } });
    const items = encodePreferences({ keywords: [], settings: read });
    expect(itemBytes('s', items.get('s'))).toBeLessThan(7168);
    expect(decodePreferences(items)).toMatchObject({ settings: read, problems: new Map() });
    expect(read).toMatchObject({ enabled: false, topicsOff: ['llm', 'rl'] });
    expect(repairSettings(read)).toEqual(read);
  });

  it('leaves a colour of a newer version its index, and its name where this version has it by now', () => {
    expect(repairEntries([{ ...KEYWORD, newerColor: 11 }])).toEqual([{ ...KEYWORD, newerColor: 11 }]);
    expect(repairEntries([{ ...KEYWORD, newerColor: KEYWORD_COLORS.indexOf('red') }])).toEqual([{ ...KEYWORD, color: 'red' }]);
  });
});

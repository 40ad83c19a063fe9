import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORD_COLORS, KEYWORD_LIMITS } from '../../../src/domain/keyword';
import { NO_MARK } from '../../../src/domain/mark';
import { toPaperId } from '../../../src/domain/paper';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { repairMark } from '../../../src/storage/repair-mark';
import { repairDraftKeyword, repairKeywords, repairSettings } from '../../../src/storage/repair-preferences';
import { repairSavedPaper } from '../../../src/storage/repair-saved-paper';

const ID = toPaperId('2402.12345')!;
const MARK = { version: 4, starred: true, hidden: true };
const SETTINGS = { enabled: false, topicsOff: ['rl', 'llm'] };
const KEYWORD = { id: 'k', source: 'RAG', color: 'green', on: false };
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
  keywords: repairKeywords,
  keyword: (value) => repairKeywords([value]),
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
      expect(without(read, field)).toEqual(without(SETTINGS, field));
      expect(typeof read.enabled).toBe('boolean');
      expect(read.topicsOff.every((id) => typeof id === 'string')).toBe(true);
    }));
  });

  it('of a keyword, but for what makes it one', () => {
    fc.assert(fc.property(damaged(KEYWORD, ['color', 'on']), ({ field, value }) => {
      const [read, ...others] = repairKeywords([value]);
      expect(others).toEqual([]);
      expect(without(read, field)).toEqual(without(KEYWORD, field));
      expect(KEYWORD_COLORS).toContain(read!.color);
    }));
    expect(repairKeywords([{ ...KEYWORD, source: 7 }, { ...KEYWORD, id: '' }, KEYWORD])).toEqual([KEYWORD]);
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
    expect(repairKeywords([{ ...KEYWORD, ...extra }])).toEqual([{ ...KEYWORD, ...extra }]);
    expect(repairSavedPaper(ID, { ...PAPER, ...extra })).toEqual({ ...PAPER, ...extra });
  });

  it('is kept also where a field beside it is bad', () => {
    expect(repairMark({ ...MARK, ...extra, version: 'x' })).toEqual({ ...MARK, ...extra, version: 0 });
    expect(repairSettings({ ...SETTINGS, ...extra, enabled: 'x' })).toEqual({ ...SETTINGS, ...extra, enabled: DEFAULT_SETTINGS.enabled });
  });
});

describe('what cannot be', () => {
  it.each([null, undefined, 7, 'mark', true, []])('%j is no mark, and the settings as they come', (value) => {
    expect(repairMark(value)).toMatchObject(NO_MARK);
    expect(repairSettings(value)).toMatchObject(DEFAULT_SETTINGS);
  });

  it.each([-1, 1.5, Number.NaN, Infinity, 2 ** 53, '3'])('version %j is none', (version) => {
    expect(repairMark({ ...MARK, version })).toEqual({ ...MARK, version: 0 });
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

  it('keywords are at most as many as the limit, each id once, the last of an id', () => {
    const many = Array.from({ length: KEYWORD_LIMITS.count + 5 }, (_, i) => ({ ...KEYWORD, id: String(i) }));
    expect(repairKeywords(many)).toHaveLength(KEYWORD_LIMITS.count);
    expect(repairKeywords([KEYWORD, { ...KEYWORD, source: 'later' }])).toEqual([{ ...KEYWORD, source: 'later' }]);
    expect(repairKeywords({ 0: KEYWORD, length: 1 })).toEqual([]);
  });

  it.each(['', '  ', 'x'.repeat(KEYWORD_LIMITS.length + 1), 7])('%j is the source of no keyword', (source) => {
    expect(repairKeywords([{ ...KEYWORD, source }])).toEqual([]);
    expect(repairDraftKeyword({ ...KEYWORD, source })).toBeUndefined();
  });
});

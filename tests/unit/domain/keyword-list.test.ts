import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORD_COLORS, KEYWORD_LIMITS, nextColor, type Keyword } from '../../../src/domain/keyword';
import { foldSpace } from '../../../src/domain/fold-space';
import { addKeywords, whyRejected } from '../../../src/domain/keyword-list';

const keyword = (source: string, color: Keyword['color'] = 'yellow'): Keyword => ({ id: source, source, color, on: true });

/** Ids 1, 2, 3, … */
function ids(): () => string {
  let last = 0;
  return () => String(++last);
}

describe('why a source is no keyword', () => {
  const full = Array.from({ length: KEYWORD_LIMITS.count }, (_, i) => keyword(`k${i}`));

  it.each([
    ['', 'empty'],
    [' \t\u00a0', 'empty'],
    ['|| "" *', 'empty'],
    ['x'.repeat(KEYWORD_LIMITS.length), undefined],
    ['x'.repeat(KEYWORD_LIMITS.length + 1), 'too-long'],
    [`  ${'x'.repeat(KEYWORD_LIMITS.length)}  `, undefined],
    ['RAG', 'duplicate'],
    [' RAG\n', 'duplicate'],
    // Finds the same; the quoted one and the plural do not.
    ['rag', 'duplicate'],
    ['rag |', 'duplicate'],
    ['"RAG"', undefined],
    ['RAGs', undefined],
    ['强化学习', undefined],
    ['C++', undefined],
    ['4', undefined],
  ])('%j: %s', (source, reason) => {
    expect(whyRejected(source, [keyword('RAG')])).toBe(reason);
  });

  it('is the limit of the list, and not for the keyword that is being edited', () => {
    expect(whyRejected('one more', full)).toBe('too-many');
    expect(whyRejected('one more', full.slice(1))).toBeUndefined();
    expect(whyRejected('k7, edited', full, 'k7')).toBeUndefined();
    expect(whyRejected('k7', full, 'k7')).toBeUndefined();
    expect(whyRejected('k8', full, 'k7')).toBe('duplicate');
  });
});

describe('adding lines', () => {
  it('puts them at the end in order, tidied, on, with fresh ids and colours; tells what was not added', () => {
    const before = [keyword('RAG', 'green')];
    const { keywords, added, rejected } = addKeywords(before, ['  large\tlanguage  models', '', 'RAG', '   ', '***', 'RL'], ids());
    expect(keywords).toEqual([...before, ...added]);
    expect(added).toEqual([
      { id: '1', source: 'large language models', color: 'yellow', on: true },
      { id: '2', source: 'RL', color: 'blue', on: true },
    ]);
    expect(rejected).toEqual([{ source: 'RAG', reason: 'duplicate' }, { source: '***', reason: 'empty' }]);
    expect(before).toHaveLength(1);
  });

  it('takes the same line once', () => {
    expect(addKeywords([], ['RL', 'RL '], ids()).rejected).toEqual([{ source: 'RL ', reason: 'duplicate' }]);
  });

  it('stops at the limit and says so for each line over it', () => {
    const lines = Array.from({ length: KEYWORD_LIMITS.count + 2 }, (_, i) => `k${i}`);
    const { keywords, rejected } = addKeywords([], lines, ids());
    expect(keywords).toHaveLength(KEYWORD_LIMITS.count);
    expect(rejected).toEqual(lines.slice(-2).map((source) => ({ source, reason: 'too-many' })));
  });

  it('of any kind throws nothing, loses no line, and gives a list whose every keyword stands', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('RL', ' RL', 'a | b', '')), { maxLength: 20 }), (lines) => {
      const { keywords, added, rejected } = addKeywords([], lines, ids());
      expect(added.length + rejected.length).toBe(lines.filter((line) => line.trim() !== '').length);
      for (const each of keywords) {
        expect(foldSpace(each.source)).toBe(each.source);
        expect(whyRejected(each.source, keywords, each.id)).toBeUndefined();
      }
    }));
  });
});

describe('the next colour', () => {
  it('is the first of the least used', () => {
    expect(nextColor([])).toBe(KEYWORD_COLORS[0]);
    expect(nextColor(KEYWORD_COLORS.map((color) => keyword(color, color)))).toBe(KEYWORD_COLORS[0]);
    expect(nextColor(KEYWORD_COLORS.filter((color) => color !== 'pink').map((color) => keyword(color, color)))).toBe('pink');
  });

  it('uses all evenly in the long run', () => {
    const { keywords } = addKeywords([], Array.from({ length: 3 * KEYWORD_COLORS.length }, (_, i) => `k${i}`), ids());
    for (const color of KEYWORD_COLORS) expect(keywords.filter((each) => each.color === color)).toHaveLength(3);
  });
});

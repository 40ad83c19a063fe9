import { describe, expect, it, vi } from 'vitest';
import { KEYWORD_LIMITS, type Keyword } from '../../../src/domain/keyword';
import { addKeywords } from '../../../src/domain/keyword-list';
import { additionReport, draftOf, fieldHint, leftover, linesOf } from '../../../src/ui/popup/keywords/field-text';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const listOf = (...sources: string[]): Keyword[] => sources.map((source) => ({ id: source, source, color: 'yellow', on: true }));
let ids = 0;
const add = (keywords: readonly Keyword[], text: string) => addKeywords(keywords, linesOf(text), () => `new-${ids++}`);
const tooLong = 'x'.repeat(KEYWORD_LIMITS.length + 1);

describe('the report of a paste', () => {
  it('accounts for every line', () => {
    const lines = [...Array.from({ length: 12 }, (_, index) => `term ${index}`), 'RAG', ' RAG ', tooLong, '', '---'];
    const addition = add(listOf('RAG'), lines.join('\n'));
    expect(additionReport(addition)).toBe(
      '12 added, 2 already there, 1 too long (limit 200 characters), 1 without a letter or digit',
    );
  });

  it('says how many did not fit into a full list', () => {
    const nearlyFull = listOf(...Array.from({ length: KEYWORD_LIMITS.count - 1 }, (_, index) => `k${index}`));
    expect(additionReport(add(nearlyFull, 'a\nb\nc'))).toBe('1 added, 2 over the limit of 1,000 keywords');
  });

  it('does not say "0 added" beside a reason', () => {
    expect(additionReport(add(listOf('RAG'), 'RAG'))).toBe('1 already there');
  });

  it.each(['a\nb', 'a\r\nb', 'a\rb', '\n\na\n \nb\n'])('takes %j as two lines', (text) => {
    expect(linesOf(text)).toEqual(['a', 'b']);
  });
});

describe('what stays in the field', () => {
  it('is every line that is not in the list afterwards, as typed', () => {
    expect(leftover(add(listOf('RAG'), `RAG\n${tooLong}\nnew\n!!`))).toBe(`${tooLong}\n!!`);
  });

  it('is all of a keyword of 10,000 characters', () => {
    const huge = 'word '.repeat(2000);
    expect(leftover(add([], huge))).toBe(huge);
  });
});

describe('the draft', () => {
  it('is the field with the color that the keyword will have', () => {
    expect(draftOf('  deep   search ', listOf('RAG'))).toEqual({ source: 'deep search', color: 'green' });
  });

  it.each(['', ' ', '*', 'a\nb', 'RAG', tooLong])('is nothing for %j', (text) => {
    expect(draftOf(text, listOf('RAG'))).toBeUndefined();
  });
});

describe('the hint', () => {
  it.each([
    ['', ''],
    ['agents', ''],
    ['RAG', 'Already in the list.'],
    ['"', 'A keyword needs a letter or a digit.'],
    ['a\nb', 'Enter adds 2 keywords'],
  ])('of %j is %j', (text, hint) => {
    expect(fieldHint(text, listOf('RAG'))).toBe(hint);
  });

  it('tells the length and the limit of what is too long', () => {
    expect(fieldHint('x'.repeat(10_000), [])).toContain('10,000 characters; a keyword can have 200 at most.');
  });
});

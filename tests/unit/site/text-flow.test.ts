// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../../src/domain/matching/matcher';
import type { Card } from '../../../src/site/card';
import { readTextFlow, showsAbstract, visibleLength } from '../../../src/site/text-flow';
import { h, icon } from './support/html';

/** What a range says, as a reader would copy it. */
function textOf({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): string {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

/** The places of `keyword` in `element`. */
function found(element: Element, keyword: string): string[] {
  const flow = readTextFlow(element);
  const matches = compilePatterns([{ source: keyword }]).find(flow.text);
  return matches.map(({ start, end }) => textOf(flow.rangeOf(start, end)));
}

describe('words', () => {
  it('go on across inline elements, nested and empty ones too', () => {
    const text = h('p', {}, 'a lan', h('b', {}, 'gua', h('i', {}, 'ge'), h('span')), ' ', h('mark', {}, 'mod'), 'el.');
    expect(readTextFlow(text).text).toBe('a language model.');
    expect(found(text, 'language model')).toEqual(['language model']);
  });

  it('go on across text nodes that lie side by side', () => {
    const text = h('p', {}, 'trans', 'form', 'er');
    expect(found(text, 'transformer')).toEqual(['transformer']);
  });

  it.each(['br', 'div', 'li', 'p', 'img', 'x-y'])('are parted by <%s>', (tag) => {
    const text = h('div', {}, 'over', h(tag), 'fit');
    expect(readTextFlow(text).text).toMatch(/^over\n+fit$/);
    expect(found(text, 'fit')).toEqual(['fit']);
    expect(found(text, 'over')).toEqual(['over']);
  });

  it('of blocks inside inline elements are parted as well', () => {
    expect(found(h('span', {}, h('b', {}, 'one', h('div', {}, 'two')), 'three'), 'two')).toEqual(['two']);
  });

  it('may be parted by a line break inside a term', () => {
    expect(found(h('p', {}, 'language', h('br'), 'models'), 'language model')).toEqual(['languagemodels']);
  });

  it('of icons are not read, and part those around them', () => {
    expect(readTextFlow(h('a', {}, '1', icon('0 0 1 1', '7'), '2')).text).toMatch(/^1\n+2$/);
  });

  it('of our own parts, of scripts and of comments are not read', () => {
    const text = h('p', {}, 'a', h('span', { 'data-papersift': 'x' }, 'ours'), h('script', {}, 'code'), h('style', {}, 'css'), document.createComment('note'), 'b');
    expect(readTextFlow(text).text).toBe('ab');
  });
});

describe('a range', () => {
  it('begins and ends in the text nodes that hold its first and its last character', () => {
    const [first, second, third] = ['ab', 'cd', 'ef'].map((part) => document.createTextNode(part));
    const { rangeOf } = readTextFlow(h('p', {}, first, h('b', {}, second), third));
    const place = (start: number, end: number) => {
      const { startContainer, startOffset, endContainer, endOffset } = rangeOf(start, end);
      return [(startContainer as Text).data, startOffset, (endContainer as Text).data, endOffset];
    };
    expect(place(0, 2)).toEqual(['ab', 0, 'ab', 2]);
    expect(place(2, 4)).toEqual(['cd', 0, 'cd', 2]);
    expect(place(1, 5)).toEqual(['ab', 1, 'ef', 1]);
    expect(place(3, 4)).toEqual(['cd', 1, 'cd', 2]);
  });

  const tag = fc.constantFrom('b', 'i', 'span', 'mark', 'a', 'div', 'br', 'li', 'script');
  const tree: fc.Arbitrary<HTMLElement> = fc.letrec<{ node: HTMLElement }>((tie) => ({
    node: fc
      .tuple(tag, fc.array(fc.oneof({ maxDepth: 4 }, fc.constantFrom('a', 'bc', '', ' ', '🤗', 'ﬁ'), tie('node')), { maxLength: 5 }))
      .map(([name, children]) => h(name, {}, ...(name === 'br' ? [] : children))),
  })).node;

  it('says what the flow says at its place, but for the breaks that no node holds', () => {
    fc.assert(fc.property(tree, fc.nat(), fc.nat(), (element, a, b) => {
      const flow = readTextFlow(h('p', {}, element));
      const isText = (at: number) => flow.text[at] !== '\n';
      const offsets = [...flow.text].length === 0 ? [] : Array.from({ length: flow.text.length }, (_, at) => at).filter(isText);
      if (offsets.length === 0) return;
      const [from, to] = [offsets[a % offsets.length]!, offsets[b % offsets.length]!].sort((x, y) => x - y);
      const range = flow.rangeOf(from!, to! + 1);
      expect((range.startContainer as Text).data[range.startOffset]).toBe(flow.text[from!]);
      expect((range.endContainer as Text).data[range.endOffset - 1]).toBe(flow.text[to!]);
    }), { numRuns: 300 });
  });
});

describe('what is seen', () => {
  const text = (field: string, element: Element = h('p')) => ({ field, element });
  const linked = (words: string): Element => h('a', {}, h('p', {}, words)).firstElementChild!;
  const card = (copies: number, texts: readonly object[], abstract?: string) =>
    ({ titleLinks: Array.from({ length: copies }), texts, paper: { abstract } }) as unknown as Card;
  const seen = (of: Card) => [visibleLength(of, 'title'), visibleLength(of, 'abstract'), visibleLength(of, 'organization')];

  it.each([1, 2])('is surely only the beginning of a title, and of a summary of the trending view, in %i copies', (copies) => {
    expect(seen(card(copies, [text('title'), text('abstract', h('p', {}, 'Whole.'))], 'Whole.'))).toEqual([60, 80, Infinity]);
    expect(seen(card(1, [text('title'), text('organization')]))).toEqual([60, 80, Infinity]);
  });

  it('is everything in the search, which has the abstract in a link, and on a page of a paper', () => {
    expect(seen(card(1, [text('title'), text('abstract', linked('Whole.'))]))).toEqual([Infinity, Infinity, Infinity]);
    expect(seen(card(0, [text('title'), text('abstract')]))).toEqual([Infinity, Infinity, Infinity]);
  });

  it('is the abstract to its end where the search has all of it, in its own words', () => {
    const shows = (element: Element, abstract = 'Whole abstract.') => showsAbstract(card(1, [text('title'), text('abstract', element)], abstract));
    expect(shows(linked('Whole\n abstract.'))).toBe(true);
    expect(shows(linked('Whole …'))).toBe(false);
    expect(shows(linked('Ganze Zusammenfassung.'))).toBe(false);
    expect(shows(h('p', {}, 'Whole abstract.'))).toBe(false);
    expect(showsAbstract(card(1, [text('title')], 'Whole abstract.'))).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround } from '../../../src/domain/excerpt';

/** The excerpt around `match`, which stands in `text` once, with the match in brackets. */
function around(text: string, match: string): string {
  const at = text.indexOf(match);
  const { text: shown, start, end } = excerptAround(text, at, at + match.length);
  return `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`;
}

describe('an excerpt', () => {
  it.each([
    ['One is here. Two holds a match. Three is there.', 'match', 'Two holds a [match].'],
    ['The first word.', 'The', '[The] first word.'],
    ['Ends without a full stop', 'stop', 'Ends without a full [stop]'],
    ['  Blanks around.  ', 'around', 'Blanks [around].'],
    ['A figure of 3.5 points. Next.', 'points', 'A figure of 3.5 [points].'],
    ['Does it? Yes it does! So.', 'does', 'Yes it [does]!'],
    ['A paragraph\n\nAnother one', 'one', 'Another [one]'],
    ['Hard\nwrapped lines stay. Next.', 'lines', 'Hard\nwrapped [lines] stay.'],
  ])('of %j around %s is its sentence', (text, match, expected) => {
    expect(around(text, match)).toBe(expected);
  });

  it('of a long sentence is cut at words, with an ellipsis where something is left out', () => {
    const text = `${'before '.repeat(40)}MATCH ${'after '.repeat(40)}end.`;
    expect(around(text, 'MATCH')).toMatch(/^… (?:before )+\[MATCH\](?: after)+ …$/);
    expect(around(`MATCH ${'after '.repeat(40)}end.`, 'MATCH')).toMatch(/^\[MATCH\](?: after)+ …$/);
    expect(around(`${'before '.repeat(40)}MATCH`, 'MATCH')).toMatch(/^… (?:before )+\[MATCH\]$/);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom('Word', 'word', 'a', '. ', '.', '? ', '\n\n', '\n', ' ', '  ', 'x'.repeat(60), 'y'.repeat(150), '🤗', '\u00a0'), { maxLength: 120 }).map((parts) => parts.join(' ')),
  );
  const match = text
    .filter((all) => all.length > 0)
    .chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1), fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 100, max: 150 }))))
    .map(([all, start, length]) => ({ text: all, start, end: Math.min(all.length, start + length) }))
    // A matcher finds words: no match begins or ends with a blank.
    .filter(({ text: all, start, end }) => /^\S(?:.*\S)?$/s.test(all.slice(start, end)));

  it('holds the match at the offsets that it tells', () => {
    fc.assert(fc.property(match, ({ text: all, start, end }) => {
      const excerpt = excerptAround(all, start, end);
      expect(excerpt.text.slice(excerpt.start, excerpt.end)).toBe(all.slice(start, end));
    }), { numRuns: 1000 });
  });

  it('is short, unless the match itself is long', () => {
    fc.assert(fc.property(match, ({ text: all, start, end }) => {
      const ellipses = 4;
      expect(excerptAround(all, start, end).text.length).toBeLessThanOrEqual(Math.max(110, end - start) + ellipses);
    }), { numRuns: 1000 });
  });

  it('is a piece of the text, but for ellipses', () => {
    fc.assert(fc.property(match, ({ text: all, start, end }) => {
      const shown = excerptAround(all, start, end).text.replace(/^… /, '').replace(/ …$/, '');
      expect(all).toContain(shown);
    }));
  });
});

import type { Match } from '../../../src/domain/matching/pattern';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintedSpans } from '../../../src/domain/matching/paint';

/** `a:0-5` is a match of keyword a from 0 to 5. */
function matches(...texts: string[]): Match<string>[] {
  return texts.map((text) => {
    const [, pattern, start, end] = /^(\w+):(\d+)-(\d+)$/.exec(text)!;
    return { pattern: pattern!, start: Number(start), end: Number(end) };
  });
}

/** As a matcher gives them: by start, longest first. */
const sorted = fc
  .array(fc.record({ pattern: fc.constantFrom('a', 'b', 'c'), start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 15 })
  .map((all) => all.map(({ pattern, start, length }) => ({ pattern, start, end: start + length })).sort((a, b) => a.start - b.start || b.end - a.end));

function covered(spans: readonly Match<string>[]): Set<number> {
  return new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
}

describe('painted spans', () => {
  it.each([
    ['nothing', [], []],
    ['what does not overlap, as it is', ['a:0-3', 'b:3-5', 'c:7-9'], ['a:0-3', 'b:3-5', 'c:7-9']],
    ['the longest where several begin', ['a:0-9', 'b:0-4', 'c:0-2'], ['a:0-9']],
    ['the outer one alone where one lies in another', ['a:0-9', 'b:2-5'], ['a:0-9']],
    ['the rest of one that goes on behind another', ['a:0-5', 'b:3-8', 'c:7-10'], ['a:0-5', 'b:5-8', 'c:8-10']],
    ['of two on the same place the first', ['a:0-5', 'b:0-5'], ['a:0-5']],
  ])('are %s', (_, given, expected) => {
    expect(paintedSpans(matches(...given))).toEqual(matches(...expected));
  });

  it('stand in order, do not overlap, and hold a character each at least', () => {
    fc.assert(fc.property(sorted, (all) => {
      let end = 0;
      for (const span of paintedSpans(all)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
    }));
  });

  it('cover exactly what the matches cover', () => {
    fc.assert(fc.property(sorted, (all) => {
      expect(covered(paintedSpans(all))).toEqual(covered(all));
    }));
  });

  it('are each of a match that covers them, and that begins first of those which reach as far', () => {
    fc.assert(fc.property(sorted, (all) => {
      for (const { pattern, start, end } of paintedSpans(all)) {
        const owner = all.find((match) => match.end > start);
        expect({ pattern, end }).toEqual({ pattern: owner?.pattern, end: owner?.end });
        expect(owner!.start).toBeLessThanOrEqual(start);
      }
    }));
  });
});

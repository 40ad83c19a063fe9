import { findInGraph } from './find-in-graph';
import { parseKeyword } from './keyword-syntax';
import { addPhrase, newGraph } from './phrase-graph';

/** A pattern in keyword syntax (see `keyword-syntax.ts`) with the id its matches are reported under. */
export interface Pattern {
  readonly id: string;
  readonly source: string;
  /** Whether its last word is still being typed: words that begin so are found. */
  readonly unfinished?: boolean;
}

/** Offsets are UTF-16 units in the text as given: `text.slice(start, end)` is what matched. */
export interface Match {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Matcher {
  /** All matches of all patterns by start, longest first. Those of one pattern do not overlap. */
  find(text: string): Match[];
}

/**
 * Compiles patterns into one graph over words. Finding costs one look-up per word of the text and state reached; the
 * states that one position can reach are bounded by the length of the patterns, so that no pattern can hang the page.
 */
export function compilePatterns(patterns: readonly Pattern[]): Matcher {
  const graph = newGraph();
  patterns.forEach(({ source, unfinished }, index) => {
    for (const phrase of parseKeyword(source, unfinished)) addPhrase(graph, phrase, index);
  });
  return {
    find: (text) =>
      findInGraph(graph, text).map(({ pattern, start, end }) => ({ id: patterns[pattern]!.id, start, end })),
  };
}

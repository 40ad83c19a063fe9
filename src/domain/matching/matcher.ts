import { findNeedles } from './find-needles';
import { indexNeedles } from './needles';
import type { Match, Pattern } from './pattern';

export interface Matcher<P> {
  /** All matches of all patterns by start, longest first. Those of one pattern do not overlap. */
  find(text: string): Match<P>[];
}

/**
 * Makes patterns ready to be looked for. A word of the text that has the first letters of one costs a look-up, and one comparison
 * for each phrase that may begin with it; a comparison reads no more words than the phrase has letters, so that no pattern can
 * hang the page.
 */
export function compilePatterns<P extends Pattern>(patterns: readonly P[]): Matcher<P> {
  const index = indexNeedles(patterns);
  return { find: (text) => findNeedles(index, text) };
}

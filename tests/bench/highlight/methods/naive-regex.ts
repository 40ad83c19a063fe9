import type { Method } from '../method';
import { paint, rangesOf } from '../ranges';
import { alternation, wholeWords } from '../regex';

/** What one writes first: all terms in one regular expression. */
export const method: Method = {
  build(terms) {
    const pattern = wholeWords(alternation(terms));
    return (cards) => paint(rangesOf(pattern, cards.map(({ root }) => root)));
  },
};

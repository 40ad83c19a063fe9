import type { Method } from '../method';
import { paint, rangesOf } from '../ranges';
import { triePattern, wholeWords } from '../regex';

/** The same with common beginnings written once, made anew in each visit. */
export const method: Method = {
  build(terms) {
    const pattern = wholeWords(triePattern(terms));
    return (cards) => paint(rangesOf(pattern, cards.map(({ root }) => root)));
  },
};

import Mark from 'mark.js';
import type { Method } from '../method';
import { alternation, wholeWords } from '../regex';

/** mark.js at its best: one expression for all terms. */
export const method: Method = {
  build(terms) {
    const pattern = wholeWords(alternation(terms));
    return (cards) => new Mark(cards.map(({ root }) => root)).markRegExp(pattern);
  },
};

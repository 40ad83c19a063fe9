import findAndReplaceDOMText from 'findandreplacedomtext';
import type { Method } from '../method';
import { alternation, wholeWords } from '../regex';

/** One expression for all terms; the preset keeps matches inside a block, as its authors advise for prose. */
export const method: Method = {
  build(terms) {
    const find = wholeWords(alternation(terms));
    return (cards) => {
      for (const { root } of cards) findAndReplaceDOMText(root, { preset: 'prose', find, wrap: 'mark' });
    };
  },
};

import AhoCorasick from 'ahocorasick';
import type { Method } from '../method';
import { paint, staticRange, textNodes } from '../ranges';
import { isWholeWord } from '../whole-word';

/** It tells where each match has its last character. */
export const method: Method = {
  build(terms) {
    const automaton = new AhoCorasick(terms.map((term) => term.toLowerCase()));
    return (cards) => {
      const ranges: StaticRange[] = [];
      for (const node of cards.flatMap(({ root }) => textNodes(root))) {
        for (const [last, found] of automaton.search(node.data.toLowerCase())) {
          for (const { length } of found) {
            if (isWholeWord(node.data, last + 1 - length, last + 1)) ranges.push(staticRange(node, last + 1 - length, last + 1));
          }
        }
      }
      paint(ranges);
    };
  },
};

import { AhoCorasick } from '@monyone/aho-corasick/greedy';
import type { Method } from '../method';
import { paint, staticRange, textNodes } from '../ranges';
import { isWholeWord } from '../whole-word';

/** Its greedy form gives no matches that overlap: the fastest of its three. */
export const method: Method = {
  build(terms) {
    const automaton = new AhoCorasick(terms.map((term) => term.toLowerCase()));
    return (cards) => {
      const ranges: StaticRange[] = [];
      for (const node of cards.flatMap(({ root }) => textNodes(root))) {
        for (const { begin, end } of automaton.matchInText(node.data.toLowerCase())) {
          if (isWholeWord(node.data, begin, end)) ranges.push(staticRange(node, begin, end));
        }
      }
      paint(ranges);
    };
  },
};

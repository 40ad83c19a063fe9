import { findAll } from 'highlight-words-core';
import type { Method } from '../method';
import { textNodes } from '../ranges';

/** The core of react-highlight-words, and what React would then make of the chunks: a node each. */
export const method: Method = {
  build: (terms) => (cards) => {
    for (const node of cards.flatMap(({ root }) => textNodes(root))) {
      const chunks = findAll({ searchWords: [...terms], textToHighlight: node.data, autoEscape: true });
      if (chunks.some(({ highlight }) => highlight)) node.replaceWith(...chunks.map((chunk) => nodeOf(node.data.slice(chunk.start, chunk.end), chunk.highlight)));
    }
  },
};

function nodeOf(text: string, highlight: boolean): Node {
  if (!highlight) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

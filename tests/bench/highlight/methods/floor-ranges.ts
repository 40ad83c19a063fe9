import type { Method } from '../method';
import { paint, rangesOf, staticRange } from '../ranges';
import { alternation, wholeWords } from '../regex';

let places: { readonly node: Node; readonly start: number; readonly end: number }[] = [];

/** The floor: the ranges of the naive regular expression, whose places are known before the clock starts. */
export const method: Method = {
  prepare(terms, cards) {
    const ranges = rangesOf(wholeWords(alternation(terms)), cards.map(({ root }) => root));
    places = ranges.map(({ startContainer, startOffset, endOffset }) => ({ node: startContainer, start: startOffset, end: endOffset }));
  },
  build: () => () => paint(places.map(({ node, start, end }) => staticRange(node, start, end))),
};

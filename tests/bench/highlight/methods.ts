import type { Size } from '../options';

export interface MethodEntry {
  /** Its module in `methods/`, and its name in thresholds. */
  readonly name: string;
  readonly label: string;
  /** It finds nothing: it is there to show what no method can fall below. */
  readonly isFloor?: true;
  /** Measured at all sizes, not only at those that the targets name. */
  readonly isClose?: true;
  /** The most runs of a method that would take minutes; with none the table has a gap. */
  readonly most?: (size: Size) => number;
}

export const OURS = 'papersift';

const few = ({ cards, keywords }: Size): number => (cards * keywords <= 50_000 ? Infinity : 5);
const fewest = ({ cards, keywords }: Size): number => (cards * keywords <= 12_000 ? 5 : cards * keywords <= 50_000 ? 1 : 0);

export const METHODS: readonly MethodEntry[] = [
  { name: OURS, label: 'Papersift, all rules', isClose: true },
  { name: 'mark.js', label: 'mark.js, array of terms', most: fewest },
  { name: 'mark-regexp', label: 'mark.js markRegExp, one alternation', isClose: true },
  { name: 'find-and-replace-dom-text', label: 'findAndReplaceDOMText, one alternation' },
  { name: 'highlight-search-term', label: 'highlight-search-term', most: few },
  { name: 'highlight-words-core', label: 'react-highlight-words (core)', most: few },
  { name: 'ahocorasick', label: 'ahocorasick, StaticRanges' },
  { name: 'monyone-aho-corasick', label: '@monyone/aho-corasick, StaticRanges', isClose: true },
  { name: 'naive-regex', label: 'naive regex, StaticRanges', isClose: true },
  { name: 'trie-regex', label: 'trie-shaped regex, StaticRanges' },
  { name: 'floor-ranges', label: 'floor: making the same ranges', isFloor: true, isClose: true },
  { name: 'floor-text', label: 'floor: walking the text', isFloor: true },
];

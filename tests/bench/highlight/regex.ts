/** One pattern for all terms, the longest first so that "language model" does not end a "language model zoo". */
export function alternation(terms: readonly string[]): string {
  return terms.toSorted((a, b) => b.length - a.length).map(escape).join('|');
}

/** As an expression of whole words, upper and lower case alike. */
export function wholeWords(source: string): RegExp {
  return new RegExp(`\\b(?:${source})\\b`, 'gi');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface Trie {
  readonly next: Map<string, Trie>;
  isEnd: boolean;
}

/** The same pattern with common beginnings written once: "language(?: model(?: zoo)?)?". */
export function triePattern(terms: readonly string[]): string {
  const root: Trie = { next: new Map(), isEnd: false };
  for (const term of terms) {
    let node = root;
    for (const char of term.toLowerCase()) {
      const known = node.next.get(char);
      const next = known ?? { next: new Map(), isEnd: false };
      if (!known) node.next.set(char, next);
      node = next;
    }
    node.isEnd = true;
  }
  return patternOf(root);
}

function patternOf({ next, isEnd }: Trie): string {
  const ways = [...next].map(([char, node]) => escape(char) + patternOf(node));
  if (ways.length === 0) return '';
  if (isEnd) return `(?:${ways.join('|')})?`;
  return ways.length === 1 ? ways[0]! : `(?:${ways.join('|')})`;
}

/** Names the highlight of the methods that change no node, for the page's style and for reading what was found. */
export const HIGHLIGHT = 'bench';

export function textNodes(root: Node): Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

export function staticRange(node: Node, start: number, end: number): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/** Paints the ranges, which replace all painted before. */
export function paint(ranges: readonly AbstractRange[]): void {
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(HIGHLIGHT, highlight);
}

/** Ranges of all matches of a regular expression in the texts below `roots`. */
export function rangesOf(pattern: RegExp, roots: readonly Node[]): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (const node of roots.flatMap(textNodes)) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(node.data); match; match = pattern.exec(node.data)) {
      ranges.push(staticRange(node, match.index, pattern.lastIndex));
    }
  }
  return ranges;
}

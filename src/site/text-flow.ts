import type { Card, CardText, TextField } from './card';
import { hostText } from './host-text';
import { OWN_MARK } from './own-nodes';

/** The text of an element as a reader reads it, joined over its text nodes. */
export interface TextFlow {
  readonly text: string;
  /** The place of `text.slice(start, end)` on the page. */
  rangeOf(start: number, end: number): StaticRange;
}

interface Piece {
  readonly node: Text;
  /** Offset of the node's text in the flow. */
  readonly start: number;
}

// Elements that do not part words: the site wraps matched query words in one of them.
const INLINE = new Set(['A', 'ABBR', 'B', 'BDI', 'BDO', 'CODE', 'EM', 'FONT', 'I', 'KBD', 'MARK', 'Q', 'S', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'U', 'VAR', 'WBR']);
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA', 'SELECT']);

/** Reads `element`. Words that stand in different blocks, or around a line break, are parted by a line feed. */
export function readTextFlow(element: Element): TextFlow {
  const node = element.firstChild;
  // Nearly all texts are one node.
  if (node !== null && node.nodeType === Node.TEXT_NODE && node === element.lastChild) return flowOf(node as Text);
  return joinedFlow(element);
}

/** The text of one node. */
export function flowOf(node: Text): TextFlow {
  return {
    text: node.data,
    rangeOf: (start, end) => new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  };
}

function joinedFlow(element: Element): TextFlow {
  const pieces: Piece[] = [];
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      pieces.push({ node: node as Text, start: text.length });
      text += (node as Text).data;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const child = node as Element;
      if (UNREAD.has(child.nodeName) || child.hasAttribute(OWN_MARK)) return;
      const parts = INLINE.has(child.nodeName) ? '' : '\n';
      text += parts;
      // An icon may have a title, which nobody sees.
      if (child.nodeName !== 'svg') child.childNodes.forEach(visit);
      text += parts;
    }
  };
  element.childNodes.forEach(visit);
  return { text, rangeOf: (start, end) => rangeIn(pieces, start, end) };
}

function rangeIn(pieces: readonly Piece[], start: number, end: number): StaticRange {
  const from = pieceAt(pieces, start);
  const to = pieces.length === 1 ? from : pieceAt(pieces, end - 1);
  return new StaticRange({ startContainer: from.node, startOffset: start - from.start, endContainer: to.node, endOffset: end - to.start });
}

/** The piece that holds the character at `offset`: the last one that begins at or before it. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pieces[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}

// What the site cuts off by CSS is not known without a layout. So much is surely seen in the narrowest column: two lines of
// a trending summary, three lines of a title.
const SEEN_OF_SUMMARY = 80;
const SEEN_OF_TITLE = 60;

/** How many characters of a field of `card` are surely seen: the host's style may cut off the rest. */
export function visibleLength(card: Card, field: TextField): number {
  // The search and a paper's own page show everything, however long.
  if (card.titleLinks.length === 0 || card.texts.some(isUncut)) return Infinity;
  if (field === 'abstract') return SEEN_OF_SUMMARY;
  return field === 'title' ? SEEN_OF_TITLE : Infinity;
}

/** Whether `card` shows the abstract of its paper to its end, and not a summary, a piece or a translation of it. */
export function showsAbstract({ paper, texts }: Card): boolean {
  return texts.some((text) => isUncut(text) && hostText(text.element) === paper.abstract);
}

/** Whether a text is the abstract of a card of the search, which has it in a link; trending, which cuts it off, has it in none. */
function isUncut({ field, element }: CardText): boolean {
  return field === 'abstract' && element.closest('a') !== null;
}

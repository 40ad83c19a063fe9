import type { CardPlace } from './card';
import { OWN_MARK } from './own-nodes';

const FOLDED = `${OWN_MARK}-folded`;
const ROW = `${OWN_MARK}-row`;
const FILTERED = `${OWN_MARK}-filtered`;
const RANK = `${OWN_MARK}-rank`;
const MOVED = `${OWN_MARK}-moved`;
const FLOW = `${OWN_MARK}-flow`;
const STACK = `${OWN_MARK}-stack`;
/** Has a card whose parts stand in a row leave a row of its own for the bar. */
export const WRAP = `${OWN_MARK}-wrap`;
const ALL = [FOLDED, ROW, FILTERED, MOVED, FLOW, STACK, WRAP];

/** How a card is seen. Said in attributes of the host's nodes for `arrange.css`: nodes that are made anew are told again. */
export interface CardLook {
  readonly isFiltered: boolean;
  readonly isFolded: boolean;
  /** Cards of a lower rank stand before it, those of the same as the site has them; undefined while all stand so. */
  readonly rank: number | undefined;
}

const PLAIN: CardLook = { isFiltered: false, isFolded: false, rank: undefined };

export function setLook({ root, cell }: Pick<CardPlace, 'root' | 'cell'>, { isFiltered, isFolded, rank }: CardLook = PLAIN): void {
  setFiltered(cell, isFiltered);
  set(root, FOLDED, isFolded ? '' : undefined);
  set(cell, ROW, isFolded ? '' : undefined);
  setRank(cell, rank);
}

export function isLeftOut(cell: Element): boolean {
  return cell.hasAttribute(FILTERED);
}

const rendered = new WeakMap<Element, boolean>();

/** Whether the host shows a card. Costs the page a calculation of its styles. */
export function isRendered({ cell }: CardPlace): boolean {
  // Of a card that we leave out it is known from before, or its list tells.
  if (!isLeftOut(cell)) rendered.set(cell, cell.checkVisibility());
  return rendered.get(cell) ?? cell.parentElement!.checkVisibility();
}

/** Leaves a card out of sight, or not any more, and nothing else. */
export function setFiltered(cell: Element, filtered: boolean): void {
  set(cell, FILTERED, filtered ? '' : undefined);
}

/**
 * A name for each rank, not a value: browsers look rules up by the attribute's name, and would try the rules for all ranks on
 * each of hundreds of cards.
 */
const rankName = (rank: number) => `${RANK}-${rank}`;

const ranks = new WeakMap<Element, number>();

function setRank(cell: Element, rank: number | undefined): void {
  const before = ranks.get(cell);
  if (before !== undefined && before !== rank) cell.removeAttribute(rankName(before));
  if (rank === undefined) ranks.delete(cell);
  else {
    ranks.set(cell, rank);
    set(cell, rankName(rank), '');
  }
}

// What was said of lists: to look for them in the page at each call costs more than all else here.
const movedLists = new Set<Element>();

/** Says of the lists of `places`, and of no other, how their cards stand in another order than in the document. */
export function setMoved(places: readonly CardPlace[], moved: 'sorted' | 'folded' | undefined): void {
  const lists = new Set<Element | null>(moved ? places.map(({ cell }) => cell.parentElement) : []);
  for (const list of movedLists) {
    if (lists.has(list)) continue;
    list.removeAttribute(MOVED);
    list.removeAttribute(FLOW);
    list.removeAttribute(STACK);
    movedLists.delete(list);
  }
  for (const list of lists) {
    if (!list) continue;
    // Blocks have no order. Asked once: the answer may cost the page a calculation of its styles.
    if (!movedLists.has(list)) list.toggleAttribute(STACK, getComputedStyle(list).display === 'block');
    set(list, MOVED, moved);
    movedLists.add(list);
  }
}

/**
 * Has Tab follow the cards as they are seen. Chromium (seen in 156) forgets the reading flow of a grid that it lays out only in part,
 * when something positioned absolutely in a card moves, and goes on as the document does until it lays out the whole. So each Tab
 * changes to another value that means the same here, which makes it do that.
 */
export function keepReadingFlow(document: Document, signal: AbortSignal): void {
  const renew = ({ key }: KeyboardEvent) => {
    if (key === 'Tab') for (const list of movedLists) list.toggleAttribute(FLOW);
  };
  document.addEventListener('keydown', renew, { capture: true, signal });
}

/** Whether cards that are yet to come can change where this one stands. */
export function mayMove({ root, cell }: CardPlace): boolean {
  return root.hasAttribute(FOLDED) || cell.parentElement?.getAttribute(MOVED) === 'sorted';
}

/** Leaves all cards as the site has them. */
export function clearLooks(document: Document): void {
  // Ranks that another version of ours gave, too.
  for (const cell of document.querySelectorAll(`[${MOVED}] > *`)) {
    ranks.delete(cell);
    for (const name of cell.getAttributeNames()) if (name.startsWith(RANK)) cell.removeAttribute(name);
  }
  movedLists.clear();
  for (const name of ALL) for (const element of document.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
}

/** One rule that holds those for as many ranks. What stands in a list and is no card comes behind the cards: its order is 0. */
export function rankRules(count: number): string {
  const rules = Array.from({ length: count }, (_, rank) => `[${rankName(rank)}]{order:${rank - count}}`);
  return `@media all{${rules.join('')}}`;
}

/** Cards as they stand in the document. */
export function inPageOrder<P extends CardPlace>(places: readonly P[]): readonly P[] {
  // So they were found, but for some that came later.
  if (places.every(({ cell }, i) => i === 0 || places[i - 1]!.cell.nextElementSibling === cell)) return places;
  const lists = new Set(places.map(({ cell }) => cell.parentElement));
  // By the children of the few lists: comparing two of hundreds of siblings with one another costs a walk along them.
  const ordered = [...lists].flatMap((list) => [...(list?.children ?? [])]);
  const at = new Map<Element, number>(ordered.map((cell, i) => [cell, i]));
  // Cards of two lists are compared all the same: one of them may stand among the cards of the other.
  return places.toSorted(({ cell: a }, { cell: b }) => (a.parentElement === b.parentElement ? at.get(a)! - at.get(b)! : byPosition(a, b)));
}

/** Compares two nodes by their places in the document. */
export function byPosition(a: Node, b: Node): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function set(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

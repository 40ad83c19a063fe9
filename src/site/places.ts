import { clearLooks, WRAP } from './arranged-cards';
import type { CardPlace } from './card';
import { OWN_MARK } from './own-nodes';

/** Marks `element` as inserted by us. `part` names it, for tests and for who reads the page's source. */
export function markOwn<E extends Element>(element: E, part: string): E {
  element.setAttribute(OWN_MARK, part);
  return element;
}

/** Takes everything that we inserted out of the page. */
export function removeOwnNodes(document: Document): void {
  for (const element of document.querySelectorAll(`[${OWN_MARK}]`)) element.remove();
  clearLooks(document);
}

/** Takes away what another version of us, which has ended, left on the page, and all that it said of the host's nodes. */
export function removeOldParts(document: Document): void {
  removeOwnNodes(document);
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (name.startsWith(OWN_MARK)) element.removeAttribute(name);
  }
}

/**
 * The bar of a card: its last child, across both copies of a trending card and at the foot of all others. On a paper's own page,
 * where the card is the title alone, it follows it.
 */
export function placeBar({ root }: CardPlace, bar: HTMLElement): void {
  if (root.localName === 'h1') {
    if (root.nextElementSibling !== bar) root.after(bar);
    return;
  }
  if (root.lastElementChild === bar) return;
  fit(bar, root);
  root.append(bar);
}

/** Of cards that look alike: whether they keep their parts from their edges, and whether these stand in a row. */
const layouts = new Map<string, readonly [isPadded: boolean, isRow: boolean]>();

function fit(bar: Element, root: Element): void {
  const [isPadded, isRow] = layouts.get(root.className) ?? [false, false];
  bar.classList.toggle('papersift-bar-flush', isPadded);
  root.toggleAttribute(WRAP, isRow);
}

function hasRow(element: Element): boolean {
  const { display, flexDirection, flexWrap } = getComputedStyle(element);
  return /flex row\S* nowrap/.test(`${display} ${flexDirection} ${flexWrap}`);
}

/**
 * Finds out how cards that look new are laid out, for the bars that they have and will have.
 * @returns to be called with cards that are found
 */
export function watchLayouts(document: Document, signal: AbortSignal): (places: readonly CardPlace[]) => void {
  // Told when the page has been laid out: to ask at any other time would cost it a layout. Nothing is told of those that are hidden.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      observer.unobserve(target);
      if (!layouts.has(target.className)) learn(target);
    }
  });
  const learn = (root: Element) => {
    layouts.set(root.className, [parseFloat(getComputedStyle(root).paddingInlineStart) > 0, hasRow(root)]);
    for (const bar of document.querySelectorAll(`[${OWN_MARK}="bar"]`)) if (bar.parentElement?.className === root.className) fit(bar, bar.parentElement);
  };
  signal.addEventListener('abort', () => observer.disconnect());
  return (places) => {
    for (const { root } of places) if (!layouts.has(root.className)) observer.observe(root);
  };
}

/** What has the list and something else beside one another. */
const rows = new WeakSet<Element>();

/** Puts `element` above the list of a cell, and above all that stands beside that list. */
export function placeAboveList(cell: HTMLElement, element: HTMLElement, signal: AbortSignal): void {
  const list = cell.parentElement;
  const around = list?.parentElement;
  const top = around && rows.has(around) ? around : list;
  if (!around || top!.previousElementSibling === element) return;
  top!.before(element);
  // Before it is painted, as above.
  const stop = () => observer.disconnect();
  const observer = new ResizeObserver(() => {
    stop();
    signal.removeEventListener('abort', stop);
    if (element.parentElement !== around || around === document.body || !hasRow(around)) return;
    rows.add(around);
    around.before(element);
  });
  signal.addEventListener('abort', stop);
  observer.observe(around);
}

/** Says something of a card to our style sheets, for as long as the host keeps its node. */
export function flagCard({ root }: CardPlace, flag: 'read', on: boolean): void {
  const name = `${OWN_MARK}-${flag}`;
  if (root.hasAttribute(name) !== on) root.toggleAttribute(name, on);
}

const HOLD = `${OWN_MARK}-hold`;
// What follows an element with this mark is held, be it there already or not.
const HOLD_BELOW = `${OWN_MARK}-hold-below`;

// What has each mark. To look for it in a page of hundreds of cards, again and again while it loads, would be dear.
const held = new Map([HOLD, HOLD_BELOW].map((name) => [name, new Set<Element>()]));

function setHold(element: Element, name: string): void {
  element.setAttribute(name, '');
  held.get(name)!.add(element);
}

function removeHold(element: Element, name: string): void {
  element.removeAttribute(name);
  held.get(name)!.delete(element);
}

/** Keeps a card from being painted until `release`; `content.css` shows it after 300 ms whatever happens to us. */
export function hold({ root }: CardPlace): void {
  setHold(root, HOLD);
}

/** Has all that is held wait for another 300 ms. False when nothing is. */
export function holdOn(): boolean {
  let isHeld = false;
  for (const [name, elements] of held) {
    for (const element of elements) {
      // The other value names another animation, which begins anew.
      element.setAttribute(name, element.getAttribute(name) === '' ? 'on' : '');
      isHeld ||= element.isConnected;
    }
  }
  return isHeld;
}

const lists = new WeakSet<Element>();
/** The list for which an element has what is below it held: where the host makes its list anew, that of the new one. */
const holders = new WeakMap<Element, Element>();

/**
 * Keeps the list of a card, and all that stands or will stand below it, from being painted when the list is new: our
 * parts will move it.
 * @returns releases what was held; undefined for a list that was held before
 */
export function holdNewList({ cell }: CardPlace): (() => void) | undefined {
  const list = cell.parentElement;
  if (!list || lists.has(list)) return undefined;
  lists.add(list);
  setHold(list, HOLD);
  const around: Element[] = [];
  for (let node: Element | null = list; node && node !== node.ownerDocument.body; node = node.parentElement) around.push(node);
  for (const element of around) {
    setHold(element, HOLD_BELOW);
    holders.set(element, list);
  }
  return () => {
    removeHold(list, HOLD);
    for (const element of around) if (holders.get(element) === list) removeHold(element, HOLD_BELOW);
  };
}

export function release({ root }: CardPlace): void {
  removeHold(root, HOLD);
}

export function releaseAll(): void {
  for (const [name, elements] of held) for (const element of elements) removeHold(element, name);
}

/** Where a card stands, in words of a selector: it holds for nodes that the host has yet to make, and keeps none alive. */
export interface PlacePattern {
  /** From the cell, or the root, down to the title link by tag names: all about them that says nothing of their looks. */
  readonly cell: string;
  readonly root: string;
  readonly link: string;
}

/** The pattern of a card's first title link; undefined for a card without one. */
export function patternOf({ cell, root, titleLinks: [link] }: CardPlace): PlacePattern | undefined {
  if (!link) return undefined;
  return { cell: pathTo(link, cell), root: pathTo(link, root), link: `[href="${CSS.escape(link.getAttribute('href') ?? '')}"]` };
}

/** Selectors for the cells, or the roots, of the cards with these patterns, or for what `below` says of each. */
export function placeSelector(patterns: readonly PlacePattern[], part: 'cell' | 'root', below = ''): string {
  const linksByPath = new Map<string, Set<string>>();
  for (const pattern of patterns) {
    const links = linksByPath.get(pattern[part]) ?? new Set();
    linksByPath.set(pattern[part], links.add(pattern.link));
  }
  // One selector for all cards of a path: each costs the browser a look at every card. But none for all paths: where a selector
  // begins with :is(), Firefox (153) calculates the styles of all that is on the page anew, 0.5 s with 500 cards.
  return [...linksByPath].map(([path, links]) => `${path}:is(${[...links].join(',')}))${below}`).join(',');
}

/** The beginning of a selector for `top`, up to the link's name. */
function pathTo(link: HTMLAnchorElement, top: HTMLElement): string {
  const tags: string[] = ['a'];
  // A name may hold any sign: the parser takes <x$y> for an element.
  for (let node = link.parentElement; node && node !== top; node = node.parentElement) tags.unshift(CSS.escape(node.localName));
  return `${CSS.escape(top.localName)}:has(>${tags.join('>')}`;
}

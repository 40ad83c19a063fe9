import { clearLooks } from './arranged-cards';
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

/** Whether cards that look alike keep their parts from their edges. */
const paddings = new Map<string, boolean>();

function fit(bar: Element, { className }: Element): void {
  bar.classList.toggle('papersift-bar-flush', paddings.get(className) === true);
}

/**
 * Finds out of cards that look new how far they keep their parts from their edges, for the bars that they have and will have.
 * @returns to be called with cards that are found
 */
export function watchPaddings(document: Document, signal: AbortSignal): (places: readonly CardPlace[]) => void {
  // Told when the page has been laid out: to ask at any other time would cost it a layout. Nothing is told of those that are hidden.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      observer.unobserve(target);
      if (!paddings.has(target.className)) learn(target);
    }
  });
  const learn = (root: Element) => {
    paddings.set(root.className, parseFloat(getComputedStyle(root).paddingInlineStart) > 0);
    for (const bar of document.querySelectorAll(`[${OWN_MARK}="bar"]`)) if (bar.parentElement?.className === root.className) fit(bar, root);
  };
  signal.addEventListener('abort', () => observer.disconnect());
  return (places) => {
    for (const { root } of places) if (!paddings.has(root.className)) observer.observe(root);
  };
}

/** The list that `place` is in: what is put before it stands above all cards. */
export function placeAboveList({ cell }: CardPlace, element: HTMLElement): void {
  const list = cell.parentElement;
  if (list && list.previousElementSibling !== element) list.before(element);
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

import type { PaperId } from '../../domain/paper';
import type { Card, CardPlace } from '../../site/card';
import { markOwn, placeBar } from '../../site/places';
import { element } from './element';

/** The parts of a card's bar, in the order in which they stand and are read. */
const SLOTS = ['reason', 'chips', 'actions', 'links', 'why', 'abstract'] as const;

export type Slot = (typeof SLOTS)[number];

interface Bar {
  readonly element: HTMLElement;
  readonly slots: Readonly<Record<Slot, HTMLElement>>;
}

const bars = new WeakMap<HTMLElement, Bar>();

// The host makes all cards anew when its script takes the page over: their bars go on in the new ones.
const kept = new Map<PaperId, Bar[]>();

/** What is open stays with its feature, which knows whether it is to be opened again. */
const OPENED: readonly Slot[] = ['links', 'why', 'abstract'];

// Cards whose bars are being filled: put in one by one, each would cost the page a calculation of its styles.
const waiting = new Map<HTMLElement, CardPlace>();

/** Leaves the bar of a card that is worked on out of the page until `placeBars`. */
export function holdBar(place: CardPlace): void {
  waiting.set(place.root, place);
}

/** How many bars wait to be put into their cards. */
export function barsWaiting(): number {
  return waiting.size;
}

/** Whether the card has no bar in the page. */
export function isBare({ root }: CardPlace): boolean {
  return bars.get(root)?.element.isConnected !== true;
}

/** Puts all bars that wait into their cards. */
export function placeBars(): void {
  for (const place of waiting.values()) {
    const bar = barOf(place);
    if (bar) placeBar(place, bar.element);
  }
  waiting.clear();
}

/** The slot of the bar of `card`, which is made or put back where it is missing. */
export function barSlot(card: Card, slot: Slot): HTMLElement {
  const bar = barOf(card) ?? newBar(card);
  if (!waiting.has(card.root)) placeBar(card, bar.element);
  return bar.slots[slot];
}

/** The bar of a card, or what was kept of the one that stood for its paper before. */
function barOf({ id, root }: CardPlace): Bar | undefined {
  const known = bars.get(root);
  if (known || kept.size === 0) return known;
  const bar = kept.get(id)?.pop();
  if (bar) bars.set(root, bar);
  return bar;
}

let template: HTMLElement | undefined;
/** What each bar has from the start: to copy all of it in one go costs less than part by part. */
const common = new Map<Node, Slot>();

/** Has each bar that is made from now on have a copy of `part` in one of its slots, after those that were asked for before. */
export function addToBars(slot: Slot, part: Node, signal: AbortSignal): void {
  const reset = () => (template = undefined);
  common.set(part, slot);
  reset();
  signal.addEventListener('abort', () => {
    common.delete(part);
    reset();
  });
}

function newBar({ root }: Card): Bar {
  const { ownerDocument } = root;
  template ??= barTemplate(ownerDocument);
  const made = template.cloneNode(true) as HTMLElement;
  const parts = made.firstElementChild!.children;
  const slots = Object.fromEntries(SLOTS.map((slot, i) => [slot, parts[i]])) as unknown as Bar['slots'];
  const bar = { element: made, slots };
  bars.set(root, bar);
  return bar;
}

function barTemplate(document: Document): HTMLElement {
  const slots = SLOTS.map((slot) => {
    const parts = [...common].filter(([, place]) => place === slot).map(([part]) => part.cloneNode(true));
    return element(document, 'div', `papersift-${slot}${slot === 'why' ? '-slot' : ''}`, {}, parts);
  });
  return markOwn(element(document, 'div', 'papersift-bar', {}, [element(document, 'div', 'papersift-parts', {}, slots)]), 'bar');
}

/** Has the keyboard go on in the card's bar, or in the line that it is folded to: the next Tab comes to its first part. */
export function focusBar({ root }: CardPlace): void {
  const part = root.querySelector<HTMLElement>('.papersift-muted') ?? bars.get(root)?.element;
  if (!part) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}

/** The slot where there is one; nothing is made or put back. */
export function findSlot(card: CardPlace, slot: Slot): HTMLElement | undefined {
  return barOf(card)?.slots[slot];
}

/** Empties a slot where there is one. */
export function clearSlot(card: Card, slot: Slot): void {
  const found = findSlot(card, slot);
  if (found?.firstChild) found.replaceChildren();
}

/** Takes the bar from a card whose nodes have gone, and keeps it for another card of the same paper. */
export function keepBar({ id, root }: CardPlace): void {
  const bar = bars.get(root);
  removeBar({ root });
  if (!bar) return;
  for (const slot of OPENED) bar.slots[slot].replaceChildren();
  const others = kept.get(id);
  if (others) others.push(bar);
  else kept.set(id, [bar]);
}

/** To be called when no card is known to come: bars that are kept wait for none. */
export function dropKeptBars(): void {
  kept.clear();
}

/** Takes the whole bar away. */
export function removeBar({ root }: Pick<CardPlace, 'root'>): void {
  bars.get(root)?.element.remove();
  bars.delete(root);
  waiting.delete(root);
}

import type { Card, CardPlace } from '../site/card';
import { markOwn, placeBar } from '../site/places';
import { element } from './element';

/** The parts of a card's bar, in the order in which they stand and are read. */
const SLOTS = ['reason', 'chips', 'actions', 'links', 'why', 'abstract'] as const;

export type Slot = (typeof SLOTS)[number];

interface Bar {
  readonly element: HTMLElement;
  readonly slots: Readonly<Record<Slot, HTMLElement>>;
}

const bars = new WeakMap<HTMLElement, Bar>();

/** The slot of the bar of `card`, which is made or put back where it is missing. */
export function barSlot(card: Card, slot: Slot): HTMLElement {
  const bar = bars.get(card.root) ?? newBar(card);
  placeBar(card, bar.element);
  return bar.slots[slot];
}

function newBar({ root }: Card): Bar {
  const document = root.ownerDocument;
  const slots = Object.fromEntries(
    SLOTS.map((slot) => [slot, element(document, 'div', `papersift-${slot}${slot === 'why' ? '-slot' : ''}`)]),
  ) as unknown as Record<Slot, HTMLElement>;
  const parts = element(document, 'div', 'papersift-parts', {}, SLOTS.map((slot) => slots[slot]));
  const bar = { element: markOwn(element(document, 'div', 'papersift-bar', {}, [parts]), 'bar'), slots };
  bars.set(root, bar);
  return bar;
}

/** Has the keyboard go on in the card's bar, or in the line that it is folded to: the next Tab comes to its first part. */
export function focusBar({ root }: CardPlace): void {
  const part = root.querySelector<HTMLElement>('.papersift-muted') ?? bars.get(root)?.element;
  if (!part) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}

/** Empties a slot where there is one. */
export function clearSlot({ root }: Card, slot: Slot): void {
  bars.get(root)?.slots[slot].replaceChildren();
}

/** Takes the whole bar away. */
export function removeBar({ root }: CardPlace): void {
  bars.get(root)?.element.remove();
  bars.delete(root);
}

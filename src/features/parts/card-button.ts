import type { Card } from '../../site/card';
import { addToBars, barSlot, findSlot } from './card-bar';
import { element } from './element';
import type { Page } from './feature';
import { icon, type IconName } from './icons';

interface Look {
  readonly className: string;
  readonly icon: IconName;
  /** What nearly all of the buttons say of themselves. */
  readonly attributes: Readonly<Record<string, string>>;
  onClick(card: Card, button: HTMLButtonElement): void;
  /** Brings the button's label and state up to date, and its icon where that changes. */
  update(button: HTMLButtonElement, card: Card): void;
}

/**
 * One button for each card, in the actions of its bar.
 * @returns makes or updates the button of a card
 */
export function cardButtons(page: Page, look: Look, signal: AbortSignal): (card: Card) => void {
  // By slot: it outlives the card's nodes.
  const buttons = new WeakMap<HTMLElement, HTMLButtonElement>();
  // The cards as they were read last: the button outlives readings.
  const cards = new WeakMap<EventTarget, Card>();
  const attributes = { type: 'button', 'data-icon': look.icon, ...look.attributes };
  const template = element(page.document, 'button', `papersift-action ${look.className}`, attributes, [icon(page.document, look.icon)]);
  addToBars('actions', template, signal);
  const onClick = ({ detail, currentTarget }: MouseEvent) => {
    // The second click of a double one: by then another card may have come under the pointer.
    if (detail < 2) look.onClick(cards.get(currentTarget!)!, currentTarget as HTMLButtonElement);
  };
  const newButton = (slot: HTMLElement) => {
    const made = slot.querySelector<HTMLButtonElement>(`.${look.className}`) ?? (template.cloneNode(true) as HTMLButtonElement);
    made.addEventListener('click', onClick);
    buttons.set(slot, made);
    return made;
  };
  signal.addEventListener('abort', () => page.cards().forEach((card) => buttons.get(findSlot(card, 'actions')!)?.remove()));

  return (card) => {
    const slot = barSlot(card, 'actions');
    const made = buttons.get(slot) ?? newButton(slot);
    cards.set(made, card);
    look.update(made, card);
    if (made.parentElement !== slot) slot.append(made);
  };
}

/** Gives a button that has two icons the right one. */
export function setIcon(button: HTMLButtonElement, name: IconName): void {
  if (button.getAttribute('data-icon') === name) return;
  button.setAttribute('data-icon', name);
  button.replaceChildren(icon(button.ownerDocument, name));
}

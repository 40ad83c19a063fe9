import type { Card } from '../site/card';
import { barSlot } from './card-bar';
import { button } from './element';
import type { Page } from './feature';

interface CardButton {
  readonly element: HTMLButtonElement;
  /** The card as it was read last: the button outlives readings. */
  card: Card;
}

interface Look {
  readonly className: string;
  onClick(card: Card, button: HTMLButtonElement): void;
  /** Brings the button's icon, label and state up to date. */
  update(button: HTMLButtonElement, card: Card): void;
}

/**
 * One button for each card, in the actions of its bar.
 * @returns makes or updates the button of a card
 */
export function cardButtons(page: Page, look: Look, signal: AbortSignal): (card: Card) => void {
  const buttons = new WeakMap<HTMLElement, CardButton>();
  signal.addEventListener('abort', () => page.cards().forEach(({ root }) => buttons.get(root)?.element.remove()));

  return (card) => {
    const slot = barSlot(card, 'actions');
    const known = buttons.get(card.root);
    if (known) known.card = card;
    const made = known ?? newButton(page.document, card, look);
    buttons.set(card.root, made);
    look.update(made.element, card);
    if (made.element.parentElement !== slot) slot.append(made.element);
  };
}

function newButton(document: Document, card: Card, look: Look): CardButton {
  const made: CardButton = {
    card,
    element: button(document, `papersift-action ${look.className}`, '', ({ detail }) => {
      // The second click of a double one: by then another card may have come under the pointer.
      if (detail < 2) look.onClick(made.card, made.element);
    }),
  };
  return made;
}

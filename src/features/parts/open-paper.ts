import type { Card } from '../../site/card';

/** Follows the card's link to its paper. */
export function openLink(card: Card): boolean {
  return press(card, {});
}

/** The same into a new tab, as with the modifier that does so: behind this one, so that the reader stays here. */
export function openTab(card: Card): boolean {
  // Each system listens to its own of the two.
  return press(card, { ctrlKey: true, metaKey: true });
}

function press({ titleLinks }: Card, modifiers: MouseEventInit): boolean {
  // The trending view has a copy of each card that is not shown.
  const link = titleLinks.find((each) => each.checkVisibility()) ?? titleLinks[0];
  // An event, and not the browser's opening: whoever listens for a followed link hears of this one.
  return link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, view: window, ...modifiers })) ?? false;
}

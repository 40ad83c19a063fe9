import type { CardPlace } from './card';
import { isOutOfText, textNodes } from './host-text';
import { linkTarget, type LinkTarget } from './site-url';

export interface CardLink {
  readonly element: HTMLAnchorElement;
  readonly target: LinkTarget;
}

/** What a card is read from, gathered in one go. */
export interface CardParts {
  readonly place: CardPlace;
  /** All links but those of the title. */
  readonly links: readonly CardLink[];
  readonly listItems: readonly Element[];
  readonly paragraphs: readonly Element[];
  readonly checkboxes: readonly Element[];
  /** Text nodes that are too short for an abstract and stand in no heading: dates, counts, who submitted. */
  readonly notes: readonly Text[];
}

/** "Submitted by" and the longest user name (42 characters) fit well; a sentence of an abstract seldom does. */
export const NOTE_LENGTH = 80;

export function collectParts(place: CardPlace): CardParts {
  const links: CardLink[] = [];
  const listItems: Element[] = [];
  const paragraphs: Element[] = [];
  const checkboxes: Element[] = [];
  for (const element of place.root.querySelectorAll('a[href], li, p, [role="checkbox"]')) {
    if (isOutOfText(element)) continue;
    if (element.getAttribute('role') === 'checkbox') checkboxes.push(element);
    else if (element.localName === 'li') listItems.push(element);
    else if (element.localName === 'p') paragraphs.push(element);
    else if (!element.closest('h3')) {
      links.push({ element: element as HTMLAnchorElement, target: linkTarget(element) });
    }
  }
  const notes = textNodes(place.root).filter((node) => {
    return node.length <= NOTE_LENGTH && !node.parentElement?.closest('h3');
  });
  return { place, links, listItems, paragraphs, checkboxes, notes };
}

/** The links to the card's own paper itself: not to its comments, not to another paper. */
export function paperLinks({ links, place }: CardParts): readonly HTMLAnchorElement[] {
  return links
    .filter(({ target }) => target.kind === 'paper' && target.id === place.id)
    .map(({ element }) => element);
}

/**
 * The first thing that `read` makes of a note: of its own text, else of the text of the elements around it, as long
 * as that is short. So "Sep 28" is read however its words are wrapped.
 */
export function readNote<T>(notes: readonly Text[], read: (text: string, note: Text) => T | undefined): T | undefined {
  for (const note of notes) {
    let text = note.data;
    let around: Element | null = note.parentElement;
    for (let steps = 0; steps < 4 && text.length <= NOTE_LENGTH; steps++) {
      const found = read(text, note);
      if (found !== undefined) return found;
      if (!around) break;
      text = around.textContent ?? '';
      around = around.parentElement;
    }
  }
  return undefined;
}

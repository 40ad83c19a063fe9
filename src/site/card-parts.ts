import type { CardPlace } from './card';
import { isInside, NOT_TEXT, textNodes } from './host-text';
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
  readonly notes: () => readonly Text[];
}

/** "Submitted by" and the longest user name (42 characters) fit well; a sentence of an abstract seldom does. */
export const NOTE_LENGTH = 80;

const PARTS = `a[href], li, p, [role="checkbox"], h3, ${NOT_TEXT}`;

/** Looks through the card once: what is asked of it anew for each part is what costs. */
export function collectParts(place: CardPlace): CardParts {
  const others: Element[] = [];
  const headings: Element[] = [];
  const links: CardLink[] = [];
  const listItems: Element[] = [];
  const paragraphs: Element[] = [];
  const checkboxes: Element[] = [];
  // In document order: what stands in an element follows it at once.
  let [other, heading]: (Element | undefined)[] = [];
  for (const element of place.root.querySelectorAll(PARTS)) {
    if (other?.contains(element)) continue;
    if (element.matches(NOT_TEXT)) {
      other = element;
      // Nearly all icons are without words, and each one would be asked of each text.
      if (element.textContent !== '') others.push(element);
      continue;
    }
    const { localName } = element;
    if (localName === 'h3') headings.push((heading = element));
    else if (localName === 'li') listItems.push(element);
    else if (localName === 'p') paragraphs.push(element);
    else if (localName === 'a' && element.hasAttribute('href') && !heading?.contains(element)) links.push({ element: element as HTMLAnchorElement, target: linkTarget(element) });
    if (element.getAttribute('role') === 'checkbox') checkboxes.push(element);
  }
  let notes: readonly Text[] | undefined;
  return {
    place,
    links,
    listItems,
    paragraphs,
    checkboxes,
    notes: () => (notes ??= textNodes(place.root, others).filter((node) => node.length <= NOTE_LENGTH && !isInside(node, headings))),
  };
}

/** The links to the card's own paper itself: not to its comments, not to another paper. */
export function paperLinks({ links, place }: CardParts): readonly HTMLAnchorElement[] {
  return links
    .filter(({ target }) => target.kind === 'paper' && target.id === place.id)
    .map(({ element }) => element);
}

/**
 * The first thing that `read` makes of a note: of its own text, else of the text of the elements around it, as long
 * as that is short and not the whole card. So "Sep 28" is read however its words are wrapped.
 */
export function readNote<T>(
  { place, notes }: CardParts,
  isCandidate: (note: Text) => boolean,
  read: (text: string) => T | undefined,
): T | undefined {
  for (const note of notes()) {
    if (!isCandidate(note)) continue;
    let text = note.data;
    for (let around = note.parentElement; text.length <= NOTE_LENGTH; around = around.parentElement) {
      const found = read(text);
      if (found !== undefined) return found;
      if (!around || around === place.root) break;
      text = around.textContent ?? '';
    }
  }
  return undefined;
}

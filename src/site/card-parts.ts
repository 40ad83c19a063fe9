import type { CardPlace } from './card';
import { isInside, outOfText, textNodes } from './host-text';
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
  const { root } = place;
  const others = outOfText(root);
  const headings = [...root.querySelectorAll('h3')];
  const elementsOf = (selector: string): Element[] => [...root.querySelectorAll(selector)].filter((element) => !isInside(element, others));
  const links = elementsOf('a[href]').filter((link) => !isInside(link, headings)) as HTMLAnchorElement[];
  return {
    place,
    links: links.map((element) => ({ element, target: linkTarget(element) })),
    listItems: elementsOf('li'),
    paragraphs: elementsOf('p'),
    checkboxes: elementsOf('[role="checkbox"]'),
    notes: textNodes(root, others).filter((node) => node.length <= NOTE_LENGTH && !isInside(node, headings)),
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
  for (const note of notes) {
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

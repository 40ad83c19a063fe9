import { paperLinks, type CardParts } from './card-parts';
import { closestInside, hostText, narrowToText } from './host-text';

export interface ShownAbstract {
  readonly text: string;
  /** Of each copy of the card. */
  readonly elements: readonly Element[];
}

/** Longer than all else that a card's links to its paper hold ("2,345 authors", a star count), shorter than any abstract. */
const MIN_LENGTH = 40;

/**
 * The abstract that the card shows: the search has it in a link to the paper, trending in a paragraph (which may be
 * the site's own one-sentence summary). Undefined where there is none, as on the day view.
 * @param title as the card shows it
 * @param known the abstract that the page's data has
 */
export function readShownAbstract(parts: CardParts, title: string, known: string | undefined): ShownAbstract | undefined {
  const linked = paperLinks(parts).filter((link) => !link.querySelector('li, img, video, h3'));
  const holders = [...linked, ...parts.paragraphs.filter((paragraph) => !closestInside(parts.place.root, paragraph, 'li, h3'))];
  const byElement = new Map<Element, string>();
  for (const holder of holders) {
    const text = hostText(holder);
    // What says little more than the title is for screen readers; an abstract, too, may name its paper.
    if (text.replace(title, '').length >= MIN_LENGTH && isLike(text, known)) byElement.set(narrowToText(holder), text);
  }
  const texts = [...byElement.values()];
  if (texts.length === 0) return undefined;
  return { text: texts.reduce((a, b) => (b.length > a.length ? b : a)), elements: [...byElement.keys()] };
}

/** Whether most of the longer words of `text` are the abstract's, as in a summary; in a call to sign in few are. */
function isLike(text: string, known: string | undefined): boolean {
  if (known === undefined || text === known) return true;
  const abstract = known.toLowerCase();
  // Their beginnings: a summary may have another ending of them.
  const words = text.toLowerCase().match(/(?<!\p{L})\p{L}{5}/gu) ?? [];
  return words.filter((word) => abstract.includes(word)).length * 2 > words.length;
}

import { parseCardDate } from '../domain/card-date';
import { OWN_MARK } from './own-nodes';
import { linkedPaper, linkTarget } from './site-url';
import type { TitleLink } from './title-links';

/**
 * The card in `list`, which holds the only paper around (early in a day there may be one). Nothing is repeated there
 * that would tell the card from the list, so: the smallest element with all links to the paper, and the elements
 * around it as long as they show more of what only cards show.
 */
export function narrowToCard(list: HTMLElement, { element, id }: TitleLink): HTMLElement {
  const links = partsOf(list).filter((part) => linkedPaper(part) === id);
  const heading: HTMLElement = element.closest('h3') ?? element;
  if (!list.contains(heading)) return list;
  // A heading is part of a card, whatever else the card may lack.
  const around = heading.parentElement;
  let card = around && around !== list && list.contains(around) ? around : heading;
  while (card !== list && card.parentElement && !links.every((link) => card.contains(link))) card = card.parentElement;
  for (let node = card; node !== list && node.parentElement; node = node.parentElement) {
    if (siblingsOf(node).some(isPaperData)) card = node.parentElement;
  }
  return card;
}

/** Whether there is a link to another day, week or month. */
export function hasPaging(element: Element): boolean {
  return partsOf(element).some((part) => linkTarget(part).kind === 'period');
}

function partsOf(element: Element): Element[] {
  return [element, ...element.querySelectorAll('*')];
}

function siblingsOf(node: Element): Element[] {
  const siblings = [...(node.parentElement?.children ?? [])];
  return siblings.filter((sibling) => sibling !== node && !sibling.hasAttribute(OWN_MARK));
}

function isPaperData(element: Element): boolean {
  // A link to another day may read like the date of a paper.
  return !hasPaging(element) && partsOf(element).some((part) => part.getAttribute('role') === 'checkbox' || isMetaText(part.textContent ?? ''));
}

function isMetaText(text: string): boolean {
  if (text.length > 80) return false;
  // Whether there is a date, not which: any leap year will do for the year that is left out.
  return /\d\s+authors?\s*$/.test(text) || /^\s*submitted by\b/i.test(text) || !!parseCardDate(text, '2024-12-31');
}

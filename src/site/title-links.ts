import type { PaperId } from '../domain/paper';
import { isOwn } from './own-nodes';
import { paperIdOf } from './site-url';

/** The title link of a card, with the paper that it leads to. */
export interface TitleLink {
  readonly element: HTMLAnchorElement;
  readonly id: PaperId;
}

/** What title links match; it has held through every redesign so far, class names have not. */
export const TITLE_LINK = 'h3 a[href*="/papers/"]';

/** The host's links of TITLE_LINK below `scope`, also where `scope` is the heading itself or stands inside it. */
export function linksInHeadings(scope: ParentNode): HTMLAnchorElement[] {
  const isInHeading = 'closest' in scope && (scope as Element).closest('h3') !== null;
  const links = [...scope.querySelectorAll<HTMLAnchorElement>(isInHeading ? 'a[href*="/papers/"]' : TITLE_LINK)];
  return links.filter((link) => !isOwn(link));
}

/** The host's title links below `scope`, in document order. */
export function findTitleLinks(scope: ParentNode): TitleLink[] {
  const links: TitleLink[] = [];
  for (const element of linksInHeadings(scope)) {
    const id = paperIdOf(element);
    if (id) links.push({ element, id });
  }
  return links;
}

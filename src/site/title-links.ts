import type { PaperId } from '../domain/paper';
import { isOwn } from './own-nodes';
import { paperIdOf } from './site-url';

/** The title link of a card, with the paper that it leads to. */
export interface TitleLink {
  readonly element: HTMLAnchorElement;
  readonly id: PaperId;
}

/** Has held through every redesign so far; class names have not. */
export const TITLE_LINK = 'h3 a[href*="/papers/"]';

/** The host's title links below `scope`, in document order. */
export function findTitleLinks(scope: ParentNode): TitleLink[] {
  const links: TitleLink[] = [];
  for (const element of scope.querySelectorAll<HTMLAnchorElement>(TITLE_LINK)) {
    const id = paperIdOf(element);
    if (id && !isOwn(element)) links.push({ element, id });
  }
  return links;
}

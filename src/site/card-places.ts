import type { PaperId } from '../domain/paper';
import type { CardFailure, CardPlace } from './card';
import { makeRootFinder, type RootFinder } from './card-root';
import { isOwn } from './own-nodes';
import { paperIdOf, unknownPaperOf } from './site-url';
import { findTitleLinks, linksInHeadings } from './title-links';

/**
 * The cards that have a title below `scope`, in document order, one for each card root. A paper with two cards has
 * two places; the two copies of a trending card are one. Costs what is below `scope`, as long as cards are articles.
 * Never throws.
 * @param finder for who looks below several scopes while the tree stays as it is
 */
export function findCardPlaces(scope: ParentNode, finder: RootFinder = finderAround(scope)): CardPlace[] {
  const places = new Map<HTMLElement, CardPlace>();
  for (const link of findTitleLinks(scope)) {
    const root = finder.rootOf(link);
    // A heading with the links of several papers is no title, and a bare link is no card.
    if (root === link.element || places.has(root)) continue;
    const titles = finder.titlesOf(root);
    // What else it names, it is the card of its first title.
    const { id } = titles[0]!;
    places.set(root, { id, root, cell: finder.cellOf(root), titleLinks: titles.flatMap((title) => (title.id === id ? title.element : [])) });
  }
  return [...places.values()];
}

function finderAround(scope: ParentNode): RootFinder {
  const top = scope.getRootNode();
  return makeRootFinder('querySelectorAll' in top ? (top as Node & ParentNode) : scope);
}

/** The cards below `scope` whose id is not arXiv's: seen, and not to be read. */
export function findUnreadableCards(scope: ParentNode): CardFailure[] {
  const names = new Set<string>();
  for (const link of linksInHeadings(scope)) {
    const name = unknownPaperOf(link);
    if (name) names.add(name);
  }
  return [...names].map(() => ({ reason: 'no-id' }));
}

/** How many papers the host's links below `scope` lead to: tells a page without cards from one that cannot be read. */
export function countPaperLinks(scope: ParentNode): number {
  const ids = new Set<PaperId>();
  for (const link of scope.querySelectorAll('a[href*="/papers/"]')) {
    const id = paperIdOf(link);
    if (id && !isOwn(link)) ids.add(id);
  }
  return ids.size;
}

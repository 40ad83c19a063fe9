import type { CardPlace } from './card';

/**
 * A card of the list that the page is there for: of those with many cards the one that comes first in the document. Beside it
 * may stand a list of a few, such as popular papers, and it may be parted by days.
 */
export function inMainList(places: readonly CardPlace[]): CardPlace | undefined {
  const lists = new Map<Element | null, CardPlace[]>();
  for (const place of places) {
    const list = place.cell.parentElement;
    const others = lists.get(list);
    if (others) others.push(place);
    else lists.set(list, [place]);
  }
  const most = Math.max(...[...lists.values()].map(({ length }) => length));
  const [first, ...others] = [...lists.values()].filter(({ length }) => length * 2 >= most).map(([place]) => place!);
  return others.reduce((before, place) => (isBefore(place, before!) ? place : before), first);
}

function isBefore(a: CardPlace, b: CardPlace): boolean {
  return (a.cell.compareDocumentPosition(b.cell) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

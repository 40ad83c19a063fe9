import { byPosition } from './arranged-cards';
import type { CardPlace } from './card';
import { groupByParent } from './group-by-parent';

/**
 * A cell of the list that the page is there for: of those with many cards the one that comes first in the document. Beside it
 * may stand a list of a few, such as popular papers, and it may be parted by days.
 */
export function cellOfMainList(places: readonly CardPlace[]): HTMLElement | undefined {
  const lists = [...groupByParent(places.map(({ cell }) => cell)).values()];
  const most = Math.max(...lists.map(({ length }) => length));
  const long = lists.filter(({ length }) => length * 2 >= most);
  return long.map(([cell]) => cell!).sort(byPosition)[0];
}

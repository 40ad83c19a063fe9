import { isOwn } from './own-nodes';
import { linkedPaper } from './site-url';
import type { TitleLink } from './title-links';

/**
 * Whether `article` is the card of its first title, whatever other papers it names ("Related"), and not a list of cards. What is repeated
 * in a list is alike: the titles stand in the same elements, and if one paper has links beside its title (its picture, upvotes, comments),
 * others have them too. A paper that a card merely names has a title and no more, or stands elsewhere than the card's own.
 */
export function isOneCard(article: HTMLElement, titles: readonly TitleLink[]): boolean {
  const [first] = titles;
  const others = titles.filter(({ id }) => id !== first!.id);
  if (others.length === 0) return true;
  // A page may be an article, too.
  if (article.querySelector('h1')) return false;
  const linked = new Set([...article.querySelectorAll('a')].map((link) => (isOwn(link) || link.closest('h3') ? undefined : linkedPaper(link))));
  const isPeer = ({ element, id }: TitleLink): boolean => {
    if (linked.has(id) !== linked.has(first!.id)) return linked.has(id);
    return element.closest('article') !== article || pathTo(element, article) === pathTo(first!.element, article);
  };
  return !others.some(isPeer);
}

/** The names of the elements from `top` down to `node`. */
function pathTo(node: Element, top: Element): string {
  return node === top ? '' : `${pathTo(node.parentElement!, top)}>${node.localName}`;
}

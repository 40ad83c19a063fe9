import type { PaperId } from '../domain/paper';
import { ISLAND } from './digest-data';
import { hasPaging, narrowToCard } from './lone-card';
import { isOneCard } from './one-card';
import { hasOneHostChild, isOwn } from './own-nodes';
import { findTitleLinks, type TitleLink } from './title-links';

const BOUNDARY = `html, body, main, section, ${ISLAND}`;
/** Instead of a paper: there are titles of several. */
const SEVERAL = Symbol();

type Owners = ReadonlyMap<Element, PaperId | typeof SEVERAL>;

/** Says which element is the card of a title link. Made anew whenever the host may have changed the tree: it remembers it as it is. */
export interface RootFinder {
  /** The title links below `root`. */
  titlesOf(root: HTMLElement): readonly TitleLink[];
  rootOf(link: TitleLink): HTMLElement;
  /** What closes the grid when it is hidden. */
  cellOf(root: HTMLElement): HTMLElement;
}

/** `top` is the whole tree. It is looked through only when a card is not an article, or has a wrapper around it. */
export function makeRootFinder(top: ParentNode): RootFinder {
  const owners = memo(() => findOwners(top));
  const headed = memo(() => findHeaded(top));
  const isSection = (node: Element): boolean => node.matches(BOUNDARY) || headed().has(node);
  const mayHold = (node: Element, id: PaperId): boolean => owners().get(node) === id && !isSection(node);
  const isWrapper = (node: Element): boolean => {
    if (!hasOneHostChild(node) || isSection(node)) return false;
    // A list of one card looks like a wrapper; it is told by standing beside the page's heading.
    return node.parentElement !== null && !isSection(node.parentElement);
  };
  const titlesOf = memo((root: HTMLElement) => findTitleLinks(root));
  const isCard = memo((article: HTMLElement) => isOneCard(article, titlesOf(article)));

  return {
    titlesOf,
    rootOf({ element, id }) {
      const article = element.closest('article');
      const around = article?.parentElement?.closest('article');
      // An article in the card of another paper is a part of that card.
      if (around && titlesOf(around)[0]!.id !== id && isCard(around)) return around;
      if (article && isCard(article)) return article;
      let root: HTMLElement = element;
      for (let node = root.parentElement; node && mayHold(node, id); node = node.parentElement) root = node;
      const list = root.parentElement;
      // A section may hold a list of one card, with its paging, beside a list of others.
      const isRepeated = list !== null && owners().get(list) === SEVERAL && !(isSection(list) && hasPaging(root));
      return isRepeated ? root : narrowToCard(root, { element, id });
    },
    cellOf(root) {
      let cell = root;
      for (let node = cell.parentElement; node && isWrapper(node); node = node.parentElement) cell = node;
      return cell;
    },
  };
}

function memo<V extends {}, K = void>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** For each element with titles below it: the one paper that they are of, or SEVERAL. */
function findOwners(top: ParentNode): Owners {
  const owners = new Map<Element, PaperId | typeof SEVERAL>();
  for (const { element, id } of findTitleLinks(top)) {
    for (let node = element.parentElement; node && owners.get(node) !== SEVERAL; node = node.parentElement) {
      const owner = owners.get(node);
      owners.set(node, owner === undefined || owner === id ? id : SEVERAL);
    }
  }
  return owners;
}

/** All elements that hold the page's heading or its search box. Ours does not count: there is one in our bar, too. */
function findHeaded(top: ParentNode): ReadonlySet<Element> {
  const headed = new Set<Element>();
  for (const mark of top.querySelectorAll('h1, input[type="search"]')) {
    for (let node = isOwn(mark) ? null : mark.parentElement; node && !headed.has(node); node = node.parentElement) headed.add(node);
  }
  return headed;
}

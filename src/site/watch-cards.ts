import type { IsoDate } from '../domain/iso-date';
import type { Card, CardFailure, CardPlace } from './card';
import { findCardPlaces } from './card-places';
import { makeRootFinder, type RootFinder } from './card-root';
import { readDigestData } from './digest-data';
import { eachFrameOfLoading, newHeadings } from './loading-page';
import { isOwn, OWN_MARK } from './own-nodes';
import { readCard } from './read-card';
import { TITLE_LINK } from './title-links';

export interface CardWatch {
  /** Places that are new: called before the browser can paint them. */
  onFound(places: readonly CardPlace[]): void;
  /** Places that are new or have changed and wait to be read; called after onFound, before the browser can paint them. */
  onWaiting(): void;
  /** Cards whose nodes have left the page. */
  onGone(places: readonly CardPlace[]): void;
}

export interface CardWatcher {
  /** Everything that is on the page now, in the order found. */
  places(): readonly CardPlace[];
  /** The next place that waits to be read, read now; undefined when none does. */
  readNext(): { readonly card: Card } | { readonly place: CardPlace; readonly failure: CardFailure } | undefined;
  /** Has a place that is still there read again. */
  readAgain(place: CardPlace): void;
  /** Whether places wait to be read, or the page is still loading and may get more. */
  readonly isMoreToCome: boolean;
  /** To be called after changes of our own, so that they are not taken for the host's. */
  forgetOwnChanges(): void;
}

const CHANGES = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href', 'data-props'] };

/**
 * Watches the page for cards: the one observer of the extension. The host throws its nodes away and makes new ones at any
 * time; a card that changed, and no other, is found and read again.
 * @param today the reader's day, asked for at each reading
 */
export function watchCards(document: Document, watch: CardWatch, today: () => IsoDate, signal: AbortSignal): CardWatcher {
  const places = new Map<HTMLElement, CardPlace>();
  const waiting = new Set<HTMLElement>();
  let isLoading = document.readyState === 'loading';
  const lists = new Set<Element>();

  /**
   * The parser would report each of ten thousand nodes. Once a list is known it reports the cards that come into it; what comes
   * elsewhere is asked for once a frame.
   */
  const narrow = (fresh: readonly CardPlace[]) => {
    if (lists.size === 0 && fresh.length > 0) observer.disconnect();
    for (const { root, cell } of fresh) {
      observer.observe(root, CHANGES);
      if (!cell.parentElement || lists.has(cell.parentElement)) continue;
      lists.add(cell.parentElement);
      observer.observe(cell.parentElement, { childList: true });
    }
  };
  const replace = (found: readonly CardPlace[]) => {
    const fresh = found.filter((place) => {
      const isNew = places.get(place.root)?.id !== place.id;
      places.set(place.root, place);
      waiting.add(place.root);
      return isNew;
    });
    if (isLoading) narrow(fresh);
    if (fresh.length > 0) watch.onFound(fresh);
  };
  const forget = (gone: readonly CardPlace[]) => {
    for (const { root } of gone) {
      places.delete(root);
      waiting.delete(root);
    }
    if (gone.length > 0) watch.onGone(gone);
  };
  const knownRootOf = (node: Node): HTMLElement | undefined => {
    for (let at: Node | null = node; at; at = at.parentNode) if (places.has(at as HTMLElement)) return at as HTMLElement;
    return undefined;
  };

  const onMutations = (records: readonly MutationRecord[]) => {
    const dirty = new Set<ParentNode>();
    const added = new Set<Node>();
    let removed = false;
    for (const record of records) {
      const node = record.target;
      // The parser reports each node that it makes, thousands of them; what stands in one that is new is looked through with it.
      const isCovered = added.has(node);
      const nodes = record.addedNodes;
      for (let i = nodes.length - 1; i >= 0; i--) added.add(nodes[i]!);
      removed ||= record.removedNodes.length > 0;
      if (isCovered) continue;
      const target = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
      const { attributeName } = record;
      if (attributeName === 'data-props') places.forEach((_, root) => waiting.add(root));
      if (!target || dirty.has(target) || isOwn(target)) continue;
      const root = knownRootOf(target);
      if (root) dirty.add(root);
      else if (attributeName === 'href') addScope(dirty, target);
      else for (const each of nodes) addScope(dirty, each);
    }
    if (removed) forgetLost();
    look(dirty);
  };
  const forgetLost = () => forget([...places.values()].filter(({ root }) => !root.isConnected));
  /** Looks for cards that are new or have changed. */
  const look = (dirty: Iterable<ParentNode>) => {
    const only = places.size === 1 ? [...places.values()][0] : undefined;
    // What has to be asked of the whole page is asked once, however many cards have changed.
    const finder = makeRootFinder(document);
    // What the host put in and took out at one go was never to be seen.
    for (const scope of dirty) if (scope.isConnected) refresh(scope, finder);
    if (only && places.size > 1) findAgain(only, finder);
    // The last one may be half made.
    for (const { lastElementChild: last } of lists) if (isLoading && last) observer.observe(last, CHANGES);
    if (waiting.size > 0) watch.onWaiting();
  };
  const refresh = (scope: ParentNode, finder: RootFinder) => {
    const found = findCardPlaces(scope, finder);
    const known = places.get(scope as HTMLElement);
    // A list that looked like a card while it held one paper, or a card that lost its title.
    if (known && !found.some(({ root }) => root === scope)) forget([known]);
    for (const { root } of found) {
      const outer = root.parentNode && knownRootOf(root.parentNode);
      if (outer) forget([places.get(outer)!]);
      if (outer && outer !== scope) replace(findCardPlaces(outer, finder));
    }
    replace(found);
  };
  /** A card that was the only one is told from its list by what has come beside it. */
  const findAgain = (only: CardPlace, finder: RootFinder) => {
    const found = findCardPlaces(document, finder);
    if (!found.some(({ root }) => root === only.root)) forget([only]);
    replace(found.filter(({ id }) => id === only.id));
  };

  const observer = new MutationObserver(onMutations);
  signal.addEventListener('abort', () => observer.disconnect());
  const observeAll = () => {
    isLoading = false;
    onMutations(observer.takeRecords());
    observer.disconnect();
    observer.observe(document, CHANGES);
  };
  const lookThrough = () => look([document]);
  const lookForNew = (news: () => readonly Element[] | undefined) => {
    // The host may make its cards anew before its page is whole, and nothing reports what leaves with an island.
    forgetLost();
    const found = news();
    if (!found) {
      observeAll();
      return lookThrough();
    }
    const scopes = new Set<ParentNode>();
    // What comes into a card that is known already is reported.
    for (const heading of found) if (!knownRootOf(heading)) addScope(scopes, heading);
    look(scopes);
  };
  observer.observe(document, CHANGES);
  if (isLoading) {
    const news = newHeadings(document);
    eachFrameOfLoading(document, () => isLoading && lookForNew(news), signal);
    document.addEventListener('readystatechange', () => {
      if (isLoading) lookForNew(news);
      if (isLoading) observeAll();
    }, { once: true, signal });
  } else if (document.body) lookThrough();

  return {
    places: () => [...places.values()],
    get isMoreToCome() {
      return waiting.size > 0 || document.readyState === 'loading';
    },
    readNext() {
      for (const root of waiting) {
        waiting.delete(root);
        const place = places.get(root)!;
        const reading = readCard(place, readDigestData(document), today());
        return 'card' in reading ? reading : { place, ...reading };
      }
      return undefined;
    },
    readAgain({ root }) {
      if (places.has(root)) waiting.add(root);
    },
    forgetOwnChanges: () => void observer.takeRecords(),
  };
}

/** What has to be looked through for cards because `node` was added. */
function addScope(scopes: Set<ParentNode>, node: Node): void {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  if (!element || element.hasAttribute(OWN_MARK)) return;
  const heading = element.closest('h3');
  if (heading?.parentElement) scopes.add(heading.parentElement);
  else if (element.querySelector(TITLE_LINK)) scopes.add(element);
}

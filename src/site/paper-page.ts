import { toPaperId, type Paper, type PaperId } from '../domain/paper';
import type { Card, CardPlace, CardText } from './card';
import { ISLAND as LISTING } from './digest-data';
import { entryId, readEntry, type PaperFacts } from './entry-facts';
import { hostText } from './host-text';
import { isOwn } from './own-nodes';
import type { watchCards } from './watch-cards';

const ISLAND = '[data-target="PaperContent"]';

/** The paper whose own page is at `url`, on any host. */
export function paperOfPage({ pathname }: URL): PaperId | undefined {
  const name = /^\/papers\/([^/]+)\/?$/.exec(pathname)?.[1];
  return name === undefined ? undefined : toPaperId(name);
}

/**
 * Watches a paper's own page. Its title is the one card there: the headings of other papers, which comments and lists of
 * recommended papers have, are none.
 */
export const watchPaper: typeof watchCards = (document, watch, _today, signal) => {
  let place: CardPlace | undefined;
  let isWaiting = false;
  let last = '';
  const look = () => {
    const found = findTitle(document);
    const before = place;
    if (found?.id !== before?.id || found?.root !== before?.root) {
      place = found;
      last = '';
      if (before) watch.onGone([before]);
      if (found) watch.onFound([found]);
    }
    if (!place || last === (last = stateOf(place))) return;
    isWaiting = true;
    watch.onWaiting();
  };
  // Comments are being typed and loaded on the same page: it is read again only when what it says of the paper has changed.
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-props'] });
  signal.addEventListener('abort', () => observer.disconnect());
  if (document.body) look();
  return {
    // However long the page still loads: it has no other.
    isMoreToCome: false,
    places: () => (place ? [place] : []),
    readNext() {
      if (!place || !isWaiting) return undefined;
      isWaiting = false;
      return readPaper(place) ?? { place, failure: { reason: 'no-title', id: place.id } };
    },
    readAgain: () => void (isWaiting = true),
    forgetOwnChanges: () => void observer.takeRecords(),
  };
};

/** While the host goes from a listing to a paper, the address may be the paper's and the heading still the listing's. */
const TITLES = [`${ISLAND} h1`, `main:not(:has(${LISTING})) h1`];

function findTitle(document: Document): CardPlace | undefined {
  const id = paperOfPage(new URL(document.URL));
  const root = id && TITLES.map((selector) => document.querySelector<HTMLElement>(selector)).find((title) => title && !isOwn(title));
  return root ? { id, root, cell: root, titleLinks: [] } : undefined;
}

/** All that is read of the page, as one text. */
function stateOf({ root }: CardPlace): string {
  return JSON.stringify([root.textContent, propsOf(root), ...abstractsOf(root).map(({ textContent }) => textContent)]);
}

function readPaper(place: CardPlace): { card: Card } | undefined {
  const { id, root } = place;
  const known = factsOf(place);
  // The heading may be translated, or hold a badge.
  const title = known.title ?? hostText(root);
  if (!title) return undefined;
  const abstracts = abstractsOf(root);
  const abstract = abstracts.map(hostText).join('\n\n');
  const paper: Paper = { ...(abstract && { abstract }), ...known, id, title };
  const texts: CardText[] = [root, ...abstracts].map((element) => ({ field: element === root ? 'title' : 'abstract', element }));
  return { card: { ...place, paper, texts } };
}

function propsOf(root: HTMLElement): string | null | undefined {
  return root.closest(`${ISLAND}[data-props]`)?.getAttribute('data-props');
}

function factsOf({ id, root }: CardPlace): PaperFacts {
  try {
    const props: unknown = JSON.parse(propsOf(root) ?? 'null');
    const facts = readEntry(props);
    if (entryId(props) === id) return facts;
    // After a change in place the data may still be the last paper's, and at first the heading as well: it has no title yet.
    return facts.title === hostText(root) ? { title: '' } : {};
  } catch {
    return {};
  }
}

/** The paragraphs under the heading of the abstract; what stands beside it in a box of its own (the site's summary) is none. */
function abstractsOf(root: HTMLElement): readonly Element[] {
  const main = root.closest('main') ?? root.ownerDocument.body;
  const heading = [...main.querySelectorAll('h2')].find((each) => !isOwn(each) && hostText(each) === 'Abstract');
  const found: Element[] = [];
  for (let next = heading?.nextElementSibling; next && !next.matches('h1, h2, h3, section'); next = next.nextElementSibling) {
    if (next.matches('p')) found.push(next);
  }
  return found;
}

import { plainText } from '../domain/plain-text/plain-text';
import type { PaperId } from '../domain/paper';
import { compileTextFilter, type TextFilter } from '../domain/text-filter';
import type { Card } from '../site/card';
import type { Page } from './parts/feature';
import { fieldTexts } from './state/keyword-matches';
import { workInSlices } from './parts/work-slices';

interface Search {
  /** Undefined when nothing is looked for. */
  readonly filter: TextFilter | undefined;
  readonly fits: Map<PaperId, boolean>;
}

export interface TextSearch {
  /** Looks for another text: in slices, since a word typed asks of hundreds of abstracts. */
  set(text: string): void;
  /** A card that is new or has changed. */
  read(card: Card): void;
  /** Cards are about to be painted: what was found so far counts; those that are not looked through yet stay as they were. */
  useFound(): void;
  /** Whether there is a text that can be looked for. What was looked for before counts until all cards are looked through. */
  readonly isOn: boolean;
  fits(id: PaperId): boolean;
}

type Fits = ReadonlyMap<PaperId, boolean>;

/** Which papers the text of the lens finds. @param onFound called when all of the page have been looked through */
export function textSearch(page: Page, onFound: () => void, signal: AbortSignal): TextSearch {
  let text = '';
  let current: Search = { filter: undefined, fits: new Map() };
  let next: Search | undefined;
  let before: Fits = new Map();
  let waiting: Card[] = [];
  const textsOf = new Map<PaperId, readonly string[]>();

  const look = ({ filter, fits }: Search, { id, paper }: Card) => {
    if (!filter || fits.has(id)) return;
    const known = textsOf.get(id) ?? [...fieldTexts(paper).values()].map(plainText);
    textsOf.set(id, known);
    fits.set(id, filter(known));
  };
  const lookNext = (): boolean => {
    const card = waiting.pop();
    if (card) look(next ?? current, card);
    return waiting.length > 0;
  };
  const take = (): boolean => {
    if (waiting.length > 0) return false;
    current = next ?? current;
    next = undefined;
    before = new Map();
    return true;
  };
  const work = workInSlices(page.document, { next: lookNext, afterSlice: () => take() && onFound() }, signal);
  return {
    set(wanted) {
      if (wanted === text) return;
      text = wanted;
      next = { filter: compileTextFilter(text), fits: new Map() };
      waiting = next.filter ? [...page.cards()] : [];
      if (waiting.length === 0) take();
      else work.wake();
    },
    read(card) {
      const known = textsOf.get(card.id);
      const texts = known && [...fieldTexts(card.paper).values()].map(plainText);
      // A host that makes its cards anew has seldom other words for them.
      if (known && (texts!.length !== known.length || texts!.some((each, i) => each !== known[i]))) {
        textsOf.delete(card.id);
        for (const search of [current, next]) search?.fits.delete(card.id);
      }
      for (const search of [current, next]) if (search) look(search, card);
    },
    useFound() {
      if (!next) return;
      before = new Map([...before, ...current.fits]);
      current = next;
      next = undefined;
    },
    get isOn() {
      return current.filter !== undefined;
    },
    fits: (id) => current.fits.get(id) ?? before.get(id) ?? true,
  };
}

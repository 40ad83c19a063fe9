import { plainText } from '../domain/plain-text/plain-text';
import type { PaperId } from '../domain/paper';
import { compileTextFilter, type TextFilter } from '../domain/text-filter';
import type { Card } from '../site/card';
import type { Page } from './feature';
import { fieldTexts } from './keyword-matches';
import { workInSlices } from './work-slices';

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
  /** Looks through what is left at once: cards are about to be painted. */
  finish(): void;
  /** Whether there is a text that can be looked for. What was looked for before counts until all cards are looked through. */
  readonly isOn: boolean;
  fits(id: PaperId): boolean;
}

/** Which papers the text of the lens finds. @param onFound called when all of the page have been looked through */
export function textSearch(page: Page, onFound: () => void, signal: AbortSignal): TextSearch {
  let text = '';
  let current: Search = { filter: undefined, fits: new Map() };
  let next: Search | undefined;
  let waiting: Card[] = [];
  const texts = new WeakMap<Card, readonly string[]>();

  const look = ({ filter, fits }: Search, card: Card) => {
    if (!filter) return;
    const known = texts.get(card) ?? [...fieldTexts(card.paper).values()].map(plainText);
    texts.set(card, known);
    fits.set(card.id, filter(known));
  };
  const lookNext = (): boolean => {
    const card = waiting.pop();
    if (card && next && !next.fits.has(card.id)) look(next, card);
    return waiting.length > 0;
  };
  const take = () => {
    if (!next || waiting.length > 0) return false;
    current = next;
    next = undefined;
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
      for (const search of [current, next]) if (search) look(search, card);
    },
    finish() {
      while (lookNext());
      take();
    },
    get isOn() {
      return current.filter !== undefined;
    },
    fits: (id) => current.fits.get(id) ?? true,
  };
}

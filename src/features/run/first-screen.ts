import { ROW } from './card-hold';

/** Pixels above the first row of cards, and from one row to the next, on the site's page of a day. */
const HEADER = 300;
const ROW_HEIGHT = 430;

/** A page whose scripts come late is not waited for any longer: milliseconds from the start, and once the document is whole. */
export const PATIENCE_MS = 1000;
export const REMAKING_MS = 500;

export interface FirstScreen {
  /** So many cards are to be worked on: those that fill the first screen, with a row beyond that is not shown yet, or all. */
  readonly cards: number;
  /** To be called when nodes of cards have left the page. */
  remade(): void;
}

/** @param height of the window, in CSS pixels */
export function firstCards(height: number): number {
  return ROW * (1 + Math.max(1, Math.ceil((height - HEADER) / ROW_HEIGHT)));
}

/**
 * While a page loads the host throws away all the cards that its server has made, and makes them anew, soon before or after the
 * document is whole: what is out of sight by then would be worked on twice. It waits until that has happened, or the page is scrolled.
 * @param onEnd called when the other cards have their turn
 */
export function firstScreen(document: Document, onEnd: () => void, signal: AbortSignal): FirstScreen {
  const isLoading = document.readyState === 'loading';
  // Asked for while there is nothing to lay out yet.
  let cards = isLoading ? firstCards(document.defaultView?.innerHeight ?? 0) : Infinity;
  const waiting = new AbortController();
  const until = AbortSignal.any([signal, waiting.signal]);
  const end = () => {
    if (cards === Infinity) return;
    cards = Infinity;
    waiting.abort();
    onEnd();
  };
  const endAfter = (ms: number) => {
    const timer = setTimeout(end, ms);
    until.addEventListener('abort', () => clearTimeout(timer));
  };
  if (isLoading) {
    endAfter(PATIENCE_MS);
    document.addEventListener('DOMContentLoaded', () => endAfter(REMAKING_MS), { signal: until });
    document.addEventListener('scroll', end, { signal: until });
  }
  return {
    get cards() {
      return cards;
    },
    remade: end,
  };
}

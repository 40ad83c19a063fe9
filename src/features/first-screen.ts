/** So many cards fill the first screen of a wide and high window, and are enough to be shown together. */
export const FIRST_SCREEN = 12;

/** A page whose scripts come late is not waited for any longer. */
export const PATIENCE_MS = 1000;

export interface FirstScreen {
  /** Whether the first screen alone is to be worked on. */
  readonly isAlone: boolean;
}

/**
 * While a page loads the host throws away all the cards that its server has made, and makes them anew: what is out of sight by then
 * would be worked on twice. It waits until the page is loaded or scrolled.
 * @param onEnd called when the other cards have their turn
 */
export function firstScreen(document: Document, onEnd: () => void, signal: AbortSignal): FirstScreen {
  let isAlone = document.readyState === 'loading';
  if (!isAlone) return { isAlone };
  const waiting = new AbortController();
  const until = AbortSignal.any([signal, waiting.signal]);
  const end = () => {
    isAlone = false;
    waiting.abort();
    onEnd();
  };
  document.addEventListener('DOMContentLoaded', end, { signal: until });
  document.addEventListener('scroll', end, { signal: until });
  const timer = setTimeout(end, PATIENCE_MS);
  until.addEventListener('abort', () => clearTimeout(timer));
  return {
    get isAlone() {
      return isAlone;
    },
  };
}

import { mayMove } from '../../site/arranged-cards';
import type { CardPlace } from '../../site/card';
import { hold, holdNewList, release } from '../../site/places';
import { keepHolding } from './keep-holding';

/** Cards are kept from being painted until they are as they will stay. */
export interface CardHold {
  /** Cards that are new. */
  found(places: readonly CardPlace[]): void;
  /** A card that is done. */
  done(place: CardPlace): void;
  /** Shows what is done; `more` are to come. */
  show(more: boolean): void;
}

/** The cards of a row are as high as the highest: the last ones wait for those beside them. The site has three columns. */
export const ROW = 3;

export function cardHold(document: Document, signal: AbortSignal): CardHold {
  const holding = keepHolding(signal);
  let ready: CardPlace[] = [];
  const heldLists: (() => void)[] = [];
  return {
    found(places) {
      for (const place of places) {
        hold(place);
        const releaseList = holdNewList(place);
        if (releaseList) heldLists.push(releaseList);
      }
      holding.wake();
    },
    done: (place) => void ready.push(place),
    show(more) {
      if (more) holding.wake();
      // Before a first card is done, what will stand above the list does not stand there yet.
      if (more && ready.length === 0) return;
      // What may still move would be seen moving.
      const staying = ready.filter((place) => !more || !mayMove(place));
      const shown = new Set(staying.slice(0, more ? Math.max(0, staying.length - ROW) : staying.length));
      ready = ready.filter((place) => !shown.has(place));
      const lists = heldLists.splice(0);
      afterNextLayout(document, () => {
        shown.forEach(release);
        for (const releaseList of lists) releaseList();
      });
    },
  };
}

/**
 * Runs `work` when the page has been laid out as it is now: what is shown in the same frame in which it has moved counts
 * as a layout shift.
 */
function afterNextLayout(document: Document, work: () => void): void {
  if (document.hidden) work();
  else requestAnimationFrame(() => requestAnimationFrame(work));
}

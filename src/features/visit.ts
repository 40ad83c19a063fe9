import type { PaperId } from '../domain/paper';
import type { Feature } from './parts/feature';
import { markRead } from './read';

/** Whoever sees a paper's own page reads it, however they came there: by "open in a new tab" of a menu, from elsewhere. */
export function visit(isAlive: () => boolean): Feature {
  return {
    name: 'visit',
    start(page, signal) {
      // Once: what the reader then marks as unread stays so.
      const visited = new Set<PaperId>();
      const note = () => {
        // A page that is made ready in the background, or opened there, is not seen yet.
        if (page.document.visibilityState !== 'visible') return;
        for (const card of page.cards().filter(({ id }) => !visited.has(id))) {
          visited.add(card.id);
          markRead(page, card, isAlive);
        }
      };
      page.document.addEventListener('visibilitychange', note, { signal });
      return { settled: note };
    },
  };
}

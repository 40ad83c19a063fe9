import type { Paper, PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import type { Card } from '../site/card';
import { addMissingFacts } from '../storage/saved-papers';
import type { Feature } from './parts/feature';

/**
 * Keeps what a card says of a paper that was starred where its facts were not at hand: on another device, or by an import.
 * A paper's facts are looked for once, when its first card is read or when its star arrives.
 * @param isAlive says whether the extension is still there; where it has gone nothing can be kept
 */
export function fillInFacts(area: StorageArea, isAlive: () => boolean): Feature {
  return {
    name: 'fill in facts',
    start(page, signal) {
      const asked = new Set<PaperId>();
      const waiting: Paper[] = [];
      const meet = ({ id, paper }: Card) => {
        if (asked.has(id) || !page.marks.get(id).starred) return;
        asked.add(id);
        waiting.push(paper);
      };
      const fillIn = () => {
        const papers = waiting.splice(0);
        if (papers.length === 0) return;
        addMissingFacts(area, papers, new Date()).catch((error: unknown) => {
          // Their cards will be met again, on this page or another one.
          for (const { id } of papers) asked.delete(id);
          if (isAlive()) console.warn('Papersift could not keep the facts of starred papers:', error);
        });
      };
      page.marks.onChanged((ids) => {
        for (const id of ids) {
          if (page.marks.get(id).starred) page.cardsOf(id).forEach(meet);
          else asked.delete(id);
        }
        fillIn();
      }, signal);
      return { card: meet, settled: fillIn };
    },
  };
}

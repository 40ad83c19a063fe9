import { listeners, type Listeners } from '../../domain/listeners';
import type { Card } from '../../site/card';

/** What the reader sees of the list, and in which order. */
export interface Arrangement {
  /** The cards that are seen, folded ones too, in the order in which they are seen; each paper once. */
  seen(): readonly Card[];
  /** Hears when cards come into sight, go out of it, or change places. */
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export interface ArrangementSource extends Arrangement {
  /** To be called by whoever arranges the cards. */
  set(cards: readonly Card[]): void;
}

export function arrangementSource(): ArrangementSource {
  const changes: Listeners<void> = listeners();
  let cards: readonly Card[] = [];
  return {
    seen: () => cards,
    set(next) {
      cards = next;
      changes.tell();
    },
    onChanged: changes.add,
  };
}

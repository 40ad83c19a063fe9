import type { Keyword } from '../../domain/keyword';
import { listeners } from '../../domain/listeners';
import type { PaperId } from '../../domain/paper';
import { EMPTY_SIGHT, type SightCounts } from '../../domain/sight';

/** What this page holds and how much of it is seen. */
export interface Sight {
  readonly value: SightCounts;
  /** The keyword that mutes a paper; undefined for one that is not muted, is starred or is hidden. */
  mutedBy(id: PaperId): Keyword | undefined;
  /** Hears of other counts, before they are painted. */
  onChanged(listener: (counts: SightCounts) => void, signal: AbortSignal): void;
}

export interface SightSource extends Sight {
  /** To be called by whoever arranges the cards. */
  set(counts: SightCounts, mutes: ReadonlyMap<PaperId, Keyword>): void;
}

export function sightSource(): SightSource {
  const changes = listeners<SightCounts>();
  let value = EMPTY_SIGHT;
  let mutes: ReadonlyMap<PaperId, Keyword> = new Map();
  let state = '';
  return {
    get value() {
      return value;
    },
    mutedBy: (id) => mutes.get(id),
    set(counts, nextMutes) {
      mutes = nextMutes;
      const next = JSON.stringify(counts);
      if (next === state) return;
      state = next;
      value = counts;
      changes.tell(counts);
    },
    onChanged: changes.add,
  };
}

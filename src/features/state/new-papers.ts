import { listeners } from '../../domain/listeners';
import type { PaperId } from '../../domain/paper';

/** The papers that this visit is the first to meet. */
export interface NewPapers {
  has(id: PaperId): boolean;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export interface NewPapersSource extends NewPapers {
  /** To be called by whoever keeps the visits. */
  add(ids: Iterable<PaperId>): void;
}

export function newPapersSource(): NewPapersSource {
  const changes = listeners<void>();
  const all = new Set<PaperId>();
  return {
    has: (id) => all.has(id),
    add(ids) {
      const before = all.size;
      for (const id of ids) all.add(id);
      if (all.size > before) changes.tell();
    },
    onChanged: changes.add,
  };
}

import { listeners } from '../../domain/listeners';
import type { PaperId } from '../../domain/paper';

/** The muted papers that the reader has unfolded. Not kept: a visit begins with all of them folded. */
export interface Folds {
  isUnfolded(id: PaperId): boolean;
  unfold(ids: readonly PaperId[]): void;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export function cardFolds(): Folds {
  const changes = listeners<void>();
  const unfolded = new Set<PaperId>();
  return {
    isUnfolded: (id) => unfolded.has(id),
    unfold(ids) {
      for (const id of ids) unfolded.add(id);
      changes.tell();
    },
    onChanged: changes.add,
  };
}

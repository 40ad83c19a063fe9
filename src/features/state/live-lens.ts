import { CLEAR_LENS, type Lens } from '../../domain/lens';
import { listeners } from '../../domain/listeners';

/** The lens of this page, and who wants to hear of it. */
export interface LiveLens {
  readonly value: Lens;
  set(change: Partial<Lens>): void;
  onChanged(listener: (lens: Lens) => void, signal: AbortSignal): void;
}

export function liveLens(first: Lens = CLEAR_LENS): LiveLens {
  const changes = listeners<Lens>();
  let value = first;
  return {
    get value() {
      return value;
    },
    set(change) {
      value = { ...value, ...change };
      changes.tell(value);
    },
    onChanged: changes.add,
  };
}

import { listeners } from '../../domain/listeners';
import type { ReadableItem } from '../../storage/item';

/** A stored value that is known and kept up to date. */
export interface Live<T> {
  readonly value: T;
  onChanged(listener: (value: T) => void, signal: AbortSignal): void;
  /** Reads it again: a page from the back/forward cache has missed what happened meanwhile. */
  reload(): Promise<void>;
}

/** @throws what storage throws when it cannot be read */
export async function liveItem<T>(item: ReadableItem<T>, signal: AbortSignal): Promise<Live<T>> {
  const changes = listeners<T>();
  let value: T;
  let heard = 0;
  const put = (next: T) => {
    value = next;
    heard += 1;
    changes.tell(next);
  };
  item.onChanged(put, signal);
  const first = await item.get();
  if (heard === 0) value = first;
  return {
    get value() {
      return value;
    },
    onChanged: changes.add,
    async reload() {
      const heardBefore = heard;
      const next = await item.get();
      // What was heard while storage answered is later than the answer.
      if (heard === heardBefore) put(next);
    },
  };
}

import type { StoredItem } from '../../storage/item';
import { createSource, type Source } from './source';

/** A change must be idempotent: until storage has answered it may be applied to a value that already has it. */
export type Change<T> = (value: T) => T;

/** A stored item as the reader sees it: a change shows at once and is taken back when storage refuses it. */
export interface OptimisticItem<T> extends Source<T> {
  /** Writes synchronously, so that it can be called while the page closes. Rejects with storage's error. */
  update(change: Change<T>): Promise<void>;
}

/** Reads the item and follows it until `signal` is aborted. Rejects when it cannot be read. */
export async function optimisticItem<T>(item: StoredItem<T>, signal: AbortSignal): Promise<OptimisticItem<T>> {
  let stored: T = await item.get();
  let pending: readonly Change<T>[] = [];
  const [source, setShown] = createSource(stored);

  const show = () => setShown(pending.reduce((value, change) => change(value), stored));
  const settle = (change: Change<T>) => {
    pending = pending.filter((other) => other !== change);
    show();
  };
  let events = 0;
  item.onChanged((value) => {
    events++;
    stored = value;
    show();
  }, signal);

  return {
    ...source,
    async update(change) {
      const next = change(source.value());
      if (next === source.value()) return;
      pending = [...pending, change];
      const eventsBefore = events;
      show();
      try {
        await item.set(next);
        // The change event may come after the answer: without this the old value would show in between.
        if (events === eventsBefore) stored = next;
      } finally {
        settle(change);
      }
    },
  };
}

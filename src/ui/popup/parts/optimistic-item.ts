import type { EditableItem } from '../../../storage/item';
import { createSource, type Source } from './source';

/**
 * Applied to what is shown, and to what is stored once no other page writes it. It must be idempotent: until storage has
 * answered it may be applied to a value that already has it.
 */
export type Change<T> = (value: T) => T;

/** A stored item as the reader sees it: a change shows at once and is taken back when storage refuses it. */
export interface OptimisticItem<T> extends Source<T> {
  /** Asks for the write at once, but a page that closes may not get its turn (see `left-edits.ts`). Rejects with storage's error. */
  update(change: Change<T>): Promise<void>;
}

/** Reads the item and follows it until `signal` is aborted. Rejects when it cannot be read. */
export async function optimisticItem<T>(item: EditableItem<T>, signal: AbortSignal): Promise<OptimisticItem<T>> {
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
      if (change(source.value()) === source.value()) return;
      pending = [...pending, change];
      const eventsBefore = events;
      show();
      try {
        await item.update(change);
        // The change event may come after the answer: without this the old value would show in between.
        if (events === eventsBefore) stored = change(stored);
      } finally {
        settle(change);
      }
    },
  };
}

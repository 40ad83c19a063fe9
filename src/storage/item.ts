import type { StorageArea } from '../platform/storage-area';

/** One key of a storage area, typed by its repair function. */
export interface ReadableItem<T> {
  get(): Promise<T>;
  /** Hears every later value, this context's own writes included; one that changes nothing is dropped. */
  onChanged(listener: (value: T) => void, signal: AbortSignal): void;
}

/** An item that is written as a whole: what was written last is what counts. */
export interface StoredItem<T> extends ReadableItem<T> {
  /** Rejects with the browser's error (quota, disk). `undefined` removes the key. */
  set(value: T): Promise<void>;
}

/** An item of which each change counts, whoever else changes it at the same time. */
export interface EditableItem<T> extends ReadableItem<T> {
  /** Applies `change` to what is stored by then. Rejects with the browser's error (quota, disk). */
  update(change: (value: T) => T): Promise<void>;
}

/** @param repair makes a `T` of anything that storage may hold, undefined for nothing */
export function storedItem<T>(area: StorageArea, key: string, repair: (value: unknown) => T): StoredItem<T> {
  return {
    get: async () => repair((await area.get([key]))[key]),
    set: (value) => (value === undefined ? area.remove([key]) : area.set({ [key]: value })),
    onChanged(listener, signal) {
      let last: string | undefined;
      area.onChanged((changes) => {
        if (!changes.has(key)) return;
        const value = changes.get(key);
        // Firefox reports writes that change nothing; Chromium does not.
        const text = JSON.stringify(value) ?? '';
        if (text === last) return;
        last = text;
        listener(repair(value));
      }, signal);
    },
  };
}

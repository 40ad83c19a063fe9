import type { StorageArea } from './storage-area';

/** A storage area whose keys can be read, changed and written with nobody in between. */
export interface ExclusiveArea extends StorageArea {
  /**
   * Writes what `change` makes of the values of `keys`; an undefined value removes its key, and {} writes nothing. Changes
   * of all pages of the extension and of its background script wait for each other; a content script, whose locks are the
   * host's, cannot take part. Rejects with the browser's error.
   */
  update(keys: readonly string[], change: (values: Record<string, unknown>) => Record<string, unknown>): Promise<void>;
}

/** For pages of the extension and for its background script. */
export function exclusiveArea(area: StorageArea): ExclusiveArea {
  return {
    ...area,
    update: (keys, change) =>
      navigator.locks.request('papersift-storage', async () => {
        const items = Object.entries(change(await area.get(keys)));
        const removed = items.filter(([, value]) => value === undefined).map(([key]) => key);
        if (removed.length < items.length) await area.set(Object.fromEntries(items.filter(([, value]) => value !== undefined)));
        if (removed.length > 0) await area.remove(removed);
      }),
  };
}

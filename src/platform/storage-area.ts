import { browser } from './browser';
import { listen } from './listen';

/** Keys that changed, with their new values; undefined for a removed key. */
export type StorageChanges = ReadonlyMap<string, unknown>;

/** A key-value store of the browser, as thin as can be, so that a test can bring its own. */
export interface StorageArea {
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  getAll(): Promise<Record<string, unknown>>;
  /** All keys at once or none. Rejects with the browser's error (quota, disk). */
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  keys(): Promise<string[]>;
  onChanged(listener: (changes: StorageChanges) => void, signal: AbortSignal): void;
}

/** `storage.local`: the truth of this device. */
export const localArea: StorageArea = areaOf('local');

/** `storage.sync`: the message to the reader's other devices. Only the background script's (the content script's bundle drops it). */
export const syncArea: StorageArea = /* @__PURE__ */ areaOf('sync');

function areaOf(name: 'local' | 'sync'): StorageArea {
  // getKeys: Chrome 130, Firefox 143. Before them the values have to come along.
  const area = browser.storage[name] as (typeof browser.storage)['local'] & { getKeys?: () => Promise<string[]> };
  return {
    get: (keys) => area.get([...keys]),
    getAll: () => area.get(null),
    set: (items) => area.set(items),
    remove: (keys) => area.remove([...keys]),
    keys: async () => (area.getKeys ? area.getKeys() : Object.keys(await area.get(null))),
    onChanged(listener, signal) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        listener(new Map(Object.entries(changes).map(([key, change]) => [key, change.newValue])));
      };
      listen(area.onChanged, onChanged, signal);
    },
  };
}

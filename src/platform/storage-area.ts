import { browser } from './browser';
import { listen } from './listen';

/** Keys that changed, with their new values; undefined for a removed key. */
export type StorageChanges = ReadonlyMap<string, unknown>;

/** A key-value store of the browser, as thin as can be, so that a test can bring its own. */
export interface StorageArea {
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  /** All keys at once or none. Rejects with the browser's error (quota, disk). */
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  keys(): Promise<string[]>;
  onChanged(listener: (changes: StorageChanges) => void, signal: AbortSignal): void;
}

/** `storage.local`: the truth of this device. */
export const localArea: StorageArea = {
  get: (keys) => browser.storage.local.get([...keys]),
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove([...keys]),
  keys: listKeys,
  onChanged: listenToChanges,
};

async function listKeys(): Promise<string[]> {
  const area = browser.storage.local as typeof browser.storage.local & { getKeys?: () => Promise<string[]> };
  // getKeys: Chrome 130, Firefox 143. Before them the values have to come along.
  if (area.getKeys) return area.getKeys();
  return Object.keys(await area.get(null));
}

function listenToChanges(listener: (changes: StorageChanges) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    listener(new Map(Object.entries(changes).map(([key, change]) => [key, change.newValue])));
  };
  listen(browser.storage.local.onChanged, onChanged, signal);
}

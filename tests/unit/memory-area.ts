import type { ExclusiveArea } from '../../src/platform/exclusive-area';
import type { StorageChanges } from '../../src/platform/storage-area';

type Listener = (changes: StorageChanges) => void;

/** A storage area in memory, which tells its listeners as the browser does; `failure` makes each write reject. */
export function memoryArea(items: Record<string, unknown> = {}) {
  const held = new Map(Object.entries(items));
  const listeners = new Set<Listener>();
  const write = async (changes: StorageChanges) => {
    if (area.failure) throw area.failure;
    area.writes.push(changes);
    for (const [key, value] of changes) {
      if (value === undefined) held.delete(key);
      else held.set(key, value);
    }
    for (const listener of listeners) listener(changes);
  };
  const area = {
    held,
    writes: [] as StorageChanges[],
    failure: undefined as Error | undefined,
    // Copies, as in the browser: what is read twice is not the same object.
    get: async (keys: readonly string[]) => structuredClone(Object.fromEntries(keys.map((key) => [key, held.get(key)]))),
    set: (values: Record<string, unknown>) => write(new Map(Object.entries(structuredClone(values)))),
    remove: (keys: readonly string[]) => write(new Map(keys.filter((key) => held.has(key)).map((key) => [key, undefined]))),
    getAll: async () => structuredClone(Object.fromEntries(held)),
    keys: async () => [...held.keys()],
    // There is one page in a test, and nothing is waited for between reading and writing.
    async update(keys: readonly string[], change: (values: Record<string, unknown>) => Record<string, unknown>) {
      const changed = change(structuredClone(Object.fromEntries(keys.map((key) => [key, held.get(key)]))));
      if (Object.keys(changed).length > 0) await write(new Map(Object.entries(structuredClone(changed))));
    },
    onChanged(listener: Listener, signal: AbortSignal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  return area satisfies ExclusiveArea;
}

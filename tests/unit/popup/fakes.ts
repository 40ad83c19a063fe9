import { vi } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import type { PageMemory } from '../../../src/platform/page-memory';
import type { StorageArea, StorageChanges } from '../../../src/platform/storage-area';

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
    get: async (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, held.get(key)])),
    set: (values: Record<string, unknown>) => write(new Map(Object.entries(values))),
    remove: (keys: readonly string[]) => write(new Map(keys.filter((key) => held.has(key)).map((key) => [key, undefined]))),
    keys: async () => [...held.keys()],
    onChanged(listener: Listener, signal: AbortSignal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  return area satisfies StorageArea;
}

/** A page memory that outlives no test. */
export function fakeMemory(text?: string): PageMemory {
  let held = text;
  return { get: () => held, set: (next) => void (held = next) };
}

/** The parts of `browser` that the popup's texts need: real English messages, as the browser fills them in. */
export function fakeBrowser() {
  const getMessage = (key: keyof typeof messages, substitutions: readonly string[] = []) =>
    messages[key].message.replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
  return {
    browser: {
      i18n: { getMessage, getUILanguage: () => 'en' },
      permissions: { request: vi.fn() },
      tabs: { create: vi.fn() },
      runtime: { getManifest: () => ({ version: '1.2.3' }) },
    },
  };
}

/** What a page remembers in its tab, until the tab is closed. */
export interface TabMemory {
  get(key: string): string | undefined;
  /** `undefined` forgets. */
  set(key: string, text: string | undefined): void;
}

/** The session storage of the page in `window`. Where it is forbidden or full, nothing is remembered. */
export function tabMemory(window: Window): TabMemory {
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(window.sessionStorage);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key)) ?? undefined,
    set: (key, text) => attempt((storage) => (text === undefined ? storage.removeItem(key) : storage.setItem(key, text))),
  };
}

/** What a page of ours remembers for its next opening. */
export interface PageMemory {
  get(): string | undefined;
  /** Synchronous. `undefined` forgets. */
  set(text: string | undefined): void;
}

/**
 * A memory that still works while the page closes: when the toolbar's popup closes, Chromium (156) drops what is written
 * to the extension's storage from `blur` on, `pagehide` included, but not what is written to localStorage.
 */
export function pageMemory(key: string): PageMemory {
  return {
    get: () => localStorage.getItem(key) ?? undefined,
    set: (text) => (text === undefined ? localStorage.removeItem(key) : localStorage.setItem(key, text)),
  };
}

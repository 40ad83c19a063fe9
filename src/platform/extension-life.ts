import { browser } from './browser';

/** Whether the extension that this script belongs to is still there. */
function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

export interface ExtensionLife {
  /** Aborted once the extension was updated, removed or switched off: nothing of the browser's API works from then on. */
  readonly signal: AbortSignal;
  /** Looks now. To be called before and after each use of the browser's API that a click leads to. */
  check(): boolean;
}

/**
 * The browser does not tell a content script that its extension has gone. A reader who updates or removes it comes back
 * from another page, or does something on this one: both are the moment to look.
 */
export function watchExtensionLife(document: Document): ExtensionLife {
  const controller = new AbortController();
  const { signal } = controller;
  const check = () => {
    if (!isAlive()) controller.abort();
    return !signal.aborted;
  };
  document.addEventListener('visibilitychange', check, { signal });
  document.defaultView?.addEventListener('focus', check, { signal });
  document.addEventListener('pointerdown', check, { signal, capture: true });
  document.addEventListener('keydown', check, { signal, capture: true });
  return { signal, check };
}

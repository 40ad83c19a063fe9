import { browser } from './browser';

/**
 * Has the browser run the background script when it starts. Without this listener nothing does: neither browser runs it for
 * its own sake, and alarms may be gone (MDN: they do not outlive a session).
 */
export function runAtBrowserStart(): void {
  browser.runtime.onStartup.addListener(() => undefined);
}

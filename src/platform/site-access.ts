import { browser } from './browser';
import { listen } from './listen';

// The manifest's match pattern, as it stands there: Chromium answers false for any wider one (Chromium 156).
const ORIGINS = ['https://huggingface.co/papers*'];

/** Whether the browser lets us run on the site. Firefox asks its reader, and the reader can take it back at any time. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Asks for it; only from a click. True when it was given. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}

/** Tells when access may have been given or taken back. */
export function onSiteAccessChanged(listener: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  const changed = () => listener();
  listen(onAdded, changed, signal);
  listen(onRemoved, changed, signal);
}

import { browser } from './browser';

const ORIGINS = ['https://huggingface.co/*'];

/** Whether the browser lets us run on the site. Firefox asks its reader, and the reader can take it back at any time. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Asks for it; only from a click. True when it was given. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}

import { browser } from './browser';

/** True when this page of ours is a tab, false when it is the toolbar's popup. */
export async function isTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** Opens `url` in a new tab in front, and closes the popup. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
  await closePopup();
}

/** Firefox (153) leaves the popup open over a tab that comes to the front. */
export async function closePopup(): Promise<void> {
  if (!(await isTab())) window.close();
}

/** The version in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

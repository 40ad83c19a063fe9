import { browser } from './browser';

/** Writes a few letters on the toolbar icon; '' for none. */
export async function setBadge(text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#4b5563' });
  await browser.action.setBadgeText({ text });
}

/** What is shown when the pointer rests on the toolbar icon. */
export async function setTitle(title: string): Promise<void> {
  await browser.action.setTitle({ title });
}

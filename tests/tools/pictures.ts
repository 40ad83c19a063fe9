// Takes the pictures of the README: `npm run pictures`, after `npm run build`. What they show is the production build on
// the sample digest.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, type Chromium } from '../browser/chromium';
import { startSampleSite } from '../site/server';

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

const FOLDER = resolve(import.meta.dirname, '../pictures');

const KEYWORDS = [
  ['transformer', 'yellow'],
  ['retrieval | RAG', 'green'],
  ['language model | LLM', 'blue'],
  ['attention', 'orange'],
  ['video*', 'pink'],
].map(([source, color], index) => ({ id: String(index), source, color, on: true }));
const MUTE = { id: 'mute', source: 'recommend*', color: 'red', on: true, mute: { until: '2026-12-31' } };

async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const site = await startSampleSite({ today: '2025-12-10' });
  const browser = await launchChromium({ sitePort: site.port });
  try {
    await prepare(browser);
    for (const colorScheme of ['light', 'dark'] as const) await takeIn(browser, colorScheme);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function prepare(browser: Chromium): Promise<void> {
  const popup = await browser.openPopup();
  await popup.evaluate((keywords) => chrome.storage.local.set({ keywords, 'mark:2310.17230': { version: 1, starred: false, hidden: true, read: false } }), [...KEYWORDS, MUTE]);
  await popup.close();
}

async function takeIn(browser: Chromium, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.goto('https://huggingface.co/papers');
  await page.locator('.papersift-line').getByText('1 hidden').waitFor();
  await star(page, 'A Survey of Techniques');
  await page.bringToFront();
  await page.keyboard.press('j');
  await shoot(page, `day-${colorScheme}`);
  if (colorScheme === 'light') await takeKeys(page);
  const popup = await browser.openPopup();
  await popup.emulateMedia({ colorScheme });
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.getByText('25 papers', { exact: true }).waitFor();
  await popup.getByText('Synced', { exact: true }).waitFor();
  await shoot(popup, `popup-${colorScheme}`);
  await popup.close();
  await page.close();
}

/** The sheet of keys. */
async function takeKeys(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 640 });
  await page.keyboard.press('?');
  await shoot(page, 'keys-light');
}

/** The second round finds it starred. */
async function star(page: Page, title: string): Promise<void> {
  const button = page.getByRole('button', { name: `Star: ${title}` });
  if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
}

function shoot(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: resolve(FOLDER, `${name}.png`), animations: 'disabled' });
}

await takePictures();

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startSampleSite, type SampleSite } from '../site/server';
import { launchChromium, type Chromium, type LaunchOptions } from './chromium';

// The extension's API, for code that runs in a page of the extension.
interface Area {
  get(keys: null): Promise<Record<string, any>>;
  set(items: object): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}
declare const chrome: { storage: { local: Area; sync: Area } };

/** The day of the seed document. */
export const TODAY = '2025-12-10';

/** One browser and one sample site for a test file. Storage and pages are new for each test. */
export interface Session {
  readonly browser: Chromium;
  readonly site: SampleSite;
  /** Opens an address of the site and waits until all cards there have been enhanced. */
  open(path: string, cards?: number): Promise<Page>;
  newPage(): Promise<Page>;
  openPopup(): Promise<Page>;
  readonly storage: {
    get(): Promise<Record<string, any>>;
    set(items: Record<string, unknown>): Promise<void>;
  };
}

export function useSession(options: Omit<LaunchOptions, 'sitePort'> = {}): Session {
  let site: SampleSite;
  let browser: Chromium;
  let control: Page;
  const problems: string[] = [];

  const watch = (page: Page) => {
    page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
    });
    return page;
  };

  beforeAll(async () => {
    site = await startSampleSite({ today: TODAY });
    browser = await launchChromium({ sitePort: site.port, ...options });
    control = browser.context.pages()[0]!;
    // A page of the extension that shows nothing and does nothing: a way to its storage.
    await control.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    problems.length = 0;
    await control.evaluate(emptyStorage);
  });
  afterEach(async () => {
    for (const page of browser.context.pages()) if (page !== control) await page.close();
    // Whatever a test is about: the page's console stays clean.
    expect(problems).toEqual([]);
  });

  const newPage = async () => watch(await browser.context.newPage());
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    newPage,
    async open(path, cards) {
      const page = await newPage();
      await page.goto(`https://huggingface.co${path}`);
      await enhanced(page, cards);
      return page;
    },
    openPopup: async () => watch(await browser.openPopup()),
    storage: {
      get: () => control.evaluate(() => chrome.storage.local.get(null)),
      set: (items) => control.evaluate((all) => chrome.storage.local.set(all), items),
    },
  };
}

/**
 * Runs in a page of the extension: empties both areas for good. The background script may be at work and bring back what it
 * has just read, so it is woken and waited for: the last thing that each of its rounds does is to say how it ended.
 */
export async function emptyStorage(): Promise<void> {
  const { local, sync } = (globalThis as unknown as { browser?: typeof chrome }).browser?.storage ?? chrome.storage;
  const isOurs = /^(mark|paper|month|journal):/;
  const rest = () => new Promise((resolve) => setTimeout(resolve, 10));
  const hasSpoken = async () => 'sync-status' in (await local.get(null));
  for (;;) {
    await Promise.all([local.clear(), sync.clear()]);
    // Firefox may suspend it at any time: then it is woken again.
    for (let tries = 0; !(await hasSpoken()); tries += 1) {
      if (tries % 100 === 0) await local.set({ keywords: [] });
      if (tries % 100 === 50) await local.remove('keywords');
      await rest();
    }
    const left = Object.keys(await local.get(null)).filter((key) => isOurs.test(key));
    if (left.length + Object.keys(await sync.get(null)).length === 0) break;
  }
  await local.clear();
}

/** Waits until the host has mounted its own nodes and each card (of which there are `count`, when given) is enhanced. */
export async function enhanced(page: Page, count?: number): Promise<void> {
  await page.waitForFunction((expected) => {
    const cards = document.querySelectorAll('article').length;
    const stars = document.querySelectorAll('.papersift-star').length;
    const isHeld = document.querySelector('[data-papersift-hold], [data-papersift-hold-below]') !== null;
    return 'sampleSite' in window && !isHeld && stars === cards && cards === (expected ?? Math.max(1, cards));
  }, count);
}

/** The card of a paper: the element that holds its title. */
export function cardOf(page: Page, title: string) {
  return page.locator('article', { has: page.locator('h3', { hasText: title }) });
}

/** Numbers of highlighted stretches by colour. */
export function highlights(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].filter(([name]) => name.startsWith('papersift-')).map(([name, all]) => [name.slice(10), all.size]),
    ),
  );
}

export function keyword(source: string, color = 'yellow', id = source): Record<string, unknown> {
  return { id, source, color, on: true };
}

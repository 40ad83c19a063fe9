import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, type Chromium } from './chromium';
import { enhanced } from './session';

declare const chrome: any;

type Items = Record<string, any>;

/** A reader's device: a Chromium with a profile of its own. */
export interface Device {
  open(path: string, cards?: number): Promise<Page>;
  openPopup(): Promise<Page>;
  local(): Promise<Items>;
  sync(): Promise<Items>;
  setLocal(items: Items): Promise<void>;
  setSync(items: Items): Promise<void>;
  /** What is shown when the pointer rests on the toolbar icon. */
  title(): Promise<string>;
  /** Ends the background script, as the browser does when it likes to. */
  killWorker(): Promise<void>;
  /** Runs in a page of the extension. */
  inside: Page;
  closePages(): Promise<void>;
  /** The browser is closed and started again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startDevice(sitePort: number): Promise<Device> {
  const profile = mkdtempSync(join(tmpdir(), 'papersift-device-'));
  let browser: Chromium;
  let inside: Page;
  const start = async () => {
    browser = await launchChromium({ sitePort, profile });
    inside = browser.context.pages()[0]!;
    // A page of the extension that shows nothing and does nothing: a way to its storage.
    await inside.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  };
  await start();
  return {
    get inside() {
      return inside;
    },
    async open(path, cards) {
      const page = await browser.context.newPage();
      await page.goto(`https://huggingface.co${path}`);
      await enhanced(page, cards);
      return page;
    },
    openPopup: () => browser.openPopup(),
    local: () => inside.evaluate(() => chrome.storage.local.get(null)),
    sync: () => inside.evaluate(() => chrome.storage.sync.get(null)),
    setLocal: (items) => inside.evaluate((all) => chrome.storage.local.set(all), items),
    setSync: (items) => inside.evaluate((all) => chrome.storage.sync.set(all), items),
    title: () => inside.evaluate(() => chrome.action.getTitle({})),
    killWorker: () => killWorker(browser, inside),
    async closePages() {
      for (const page of browser.context.pages()) if (page !== inside) await page.close();
    },
    async restart() {
      await browser.close();
      await start();
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 8, retryDelay: 50 });
    },
  };
}

async function killWorker(browser: Chromium, page: Page): Promise<void> {
  const session = await browser.context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

/** Bytes of items as storage.sync counts them; all of ours are ASCII. */
export function bytesOf(items: Items): number {
  return Object.entries(items).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
}

let turn = 0;

/**
 * What the browser's sync does: what one device has there comes to the other. With something of somebody else that is longer
 * each time, so that the background script's count of bytes tells whether it has seen it.
 */
export async function carry(from: Device, to: Device): Promise<void> {
  const [wanted, held] = await Promise.all([from.sync(), to.sync()]);
  const gone = Object.keys(held).filter((key) => !(key in wanted));
  await to.inside.evaluate(
    async ([items, keys]) => {
      if (keys.length > 0) await chrome.storage.sync.remove(keys);
      await chrome.storage.sync.set(items);
    },
    [{ ...wanted, carried: 'x'.repeat((turn += 1)) }, gone] as const,
  );
}

/** All that our own background script has put there. */
export async function ownItems(device: Device): Promise<Items> {
  const { carried: _, ...items } = await device.sync();
  return items;
}

import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import manifest from '../../manifest.json';
import { browserProgram } from '../tools/browsers';
import { startSiteProxy } from '../tools/site-proxy';

/** Another build can be named, such as one that was broken on purpose to see a test fail. */
export const FIREFOX_BUILD = process.env['PAPERSIFT_FIREFOX_BUILD'] ?? resolve(import.meta.dirname, '../../dist/firefox');

/** Chosen here, so that the address of our pages is known: Firefox gives each installation one by chance. */
const UUID = '8f6a2c1e-5b0d-4e7a-9c3f-2d1b6a7e4f50';

export interface LaunchOptions {
  /** Port of the sample site, which the browser takes for huggingface.co; without it the network is open. */
  readonly sitePort?: number;
  readonly headless?: boolean;
  readonly prefs?: Record<string, string | number | boolean>;
}

export interface Firefox {
  readonly browser: Browser;
  /** Opens a page of huggingface.co in a tab of its own. */
  openSite(path: string): Promise<Page>;
  /** The popup, as a tab. */
  openPopup(): Promise<Page>;
  /** A page of the extension that shows nothing and does nothing: a way to its storage. */
  openInside(): Promise<Page>;
  close(): Promise<void>;
}

/** Firefox with the production build and a new profile. With a sample site, nothing else can be reached from it. */
export async function launchFirefox({ sitePort, headless = true, prefs = {} }: LaunchOptions): Promise<Firefox> {
  const proxy = sitePort === undefined ? undefined : await startSiteProxy(sitePort);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: browserProgram('firefox'),
    headless,
    acceptInsecureCerts: proxy !== undefined,
    defaultViewport: headless ? { width: 1440, height: 1000 } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: UUID }),
      ...(proxy && proxyPrefs(proxy.port)),
      ...prefs,
    },
  });
  await browser.installExtension(FIREFOX_BUILD);
  return {
    browser,
    async openSite(path) {
      const page = await browser.newPage();
      await page.goto(`https://huggingface.co${path}`);
      if (proxy) await mounted(page);
      return page;
    },
    async openPopup() {
      const page = await browser.newPage();
      await page.setViewport({ width: 380, height: 600 });
      // Firefox reports no load of an extension's page, so what is waited for is its first part.
      await page.goto(`moz-extension://${UUID}/ui/popup/index.html`, { waitUntil: [] });
      await page.waitForSelector('main');
      return page;
    },
    async openInside() {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${UUID}/icons/16.png`, { waitUntil: [] });
      await page.waitForFunction(() => 'browser' in globalThis);
      return page;
    },
    async close() {
      await browser.close();
      await proxy?.close();
    },
  };
}

function proxyPrefs(port: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
  };
}

/** Waits until the sample site has made its cards anew, after which what a test focuses and clicks stays. */
export async function mounted(page: Page): Promise<void> {
  await page.waitForFunction(() => 'sampleSite' in globalThis);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { browserProgram } from '../tools/browsers';

/** Another build can be named, such as one that was broken on purpose to see a test fail. */
export const CHROME_BUILD = process.env['PAPERSIFT_CHROME_BUILD'] ?? resolve(import.meta.dirname, '../../dist/chrome');

export interface LaunchOptions {
  /** Port of the sample site, which the browser takes for huggingface.co; without it the network is open. */
  readonly sitePort?: number;
  /** Profile to go on with; a new one, removed at the end, when not given. */
  readonly profile?: string;
  readonly headless?: boolean;
  readonly keepBackForwardCache?: boolean;
  /** Folder of the extension, which has a background script; the production build when not given. */
  readonly build?: string;
}

export interface Chromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** The popup, as a tab. */
  openPopup(): Promise<Page>;
  close(): Promise<void>;
}

/** Chromium with the production build. With a sample site, nothing else can be reached from it. */
export async function launchChromium({ sitePort, profile: given, headless = true, keepBackForwardCache = false, build = CHROME_BUILD }: LaunchOptions): Promise<Chromium> {
  const profile = given ?? mkdtempSync(join(tmpdir(), 'papersift-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserProgram('chromium'),
    headless,
    viewport: headless ? { width: 1440, height: 1000 } : null,
    ignoreDefaultArgs: ['--disable-extensions', ...(keepBackForwardCache ? ['--disable-back-forward-cache'] : [])],
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      ...(sitePort === undefined ? [] : sampleSiteArgs(sitePort)),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    extensionId,
    profile,
    async openPopup() {
      const page = await context.newPage();
      await page.setViewportSize({ width: 380, height: 600 });
      await page.goto(`chrome-extension://${extensionId}/ui/popup/index.html`);
      return page;
    },
    async close() {
      await context.close();
      if (!given) removeProfile(profile);
    },
  };
}

function sampleSiteArgs(port: number): string[] {
  return [`--host-resolver-rules=MAP huggingface.co 127.0.0.1:${port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`, '--ignore-certificate-errors'];
}

/** The browser may still be writing its last files when it says that it is closed. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 8, retryDelay: 50 });
}

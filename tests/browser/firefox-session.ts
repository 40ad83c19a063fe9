import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startSampleSite, type SampleSite } from '../site/server';
import { launchFirefox, type Firefox, type LaunchOptions } from './firefox';
import { emptyStorage, TODAY } from './session';

/** One Firefox and one sample site for a test file. Storage and pages are new for each test. */
export interface FirefoxSession {
  readonly firefox: Firefox;
  /** A page of the extension, to look into its storage. */
  readonly inside: Page;
}

export function useFirefox(options: Omit<LaunchOptions, 'sitePort'> = {}): FirefoxSession {
  let site: SampleSite;
  let firefox: Firefox;
  let inside: Page;

  beforeAll(async () => {
    site = await startSampleSite({ today: TODAY });
    firefox = await launchFirefox({ sitePort: site.port, ...options });
    inside = await firefox.openInside();
  });
  afterEach(async () => {
    for (const page of await firefox.browser.pages()) if (page !== inside) await page.close();
    await inside.evaluate(emptyStorage);
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  return {
    get firefox() {
      return firefox;
    },
    get inside() {
      return inside;
    },
  };
}

/** What `read` gives, asked again until the expectation holds. */
export const soon = <T>(read: () => Promise<T>, message?: string) => expect.poll(read, { timeout: 20_000, interval: 50, ...(message && { message }) });

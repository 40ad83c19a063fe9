import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, it } from 'vitest';
import { startSampleSite, type SampleSite } from '../site/server';
import { FIREFOX_BUILD, launchFirefox, type Firefox } from './firefox';
import { soon } from './firefox-session';
import { TODAY } from './session';

/** In pages of the extension. */
declare const browser: ExtensionApi;

let site: SampleSite;
let firefox: Firefox;

beforeAll(async () => {
  site = await startSampleSite({ today: TODAY });
  firefox = await launchFirefox({ sitePort: site.port, prefs: { 'extensions.openPopupWithoutUserGesture.enabled': true } });
});
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

async function openDigest(): Promise<Page> {
  const page = await firefox.openSite('/papers');
  await page.bringToFront();
  await soon(() => page.$$eval('.papersift-star', (stars) => stars.length)).toBe(25);
  return page;
}

it('the toolbar popup closes when it opens a tab: Firefox would leave it over the tab', async () => {
  const page = await openDigest();
  await page.$eval('.papersift-star', (star) => (star as HTMLElement).click());
  const inside = await firefox.openInside();
  await page.bringToFront();
  await inside.evaluate(() => browser.action.openPopup());
  const popups = () => inside.evaluate(() => browser.extension.getViews({ type: 'popup' }).length);
  const starred = () =>
    inside.evaluate(() => {
      const link = browser.extension.getViews({ type: 'popup' })[0]?.document.querySelector<HTMLElement>('.paper-list a');
      link?.click();
      return link !== undefined && link !== null;
    });
  await soon(starred).toBe(true);
  await soon(popups).toBe(0);
  await soon(async () => (await firefox.browser.pages()).length).toBeGreaterThan(3);
});

it('a new version takes away what the old one left on the pages that are open', async () => {
  const page = await openDigest();
  const looks = () =>
    page.evaluate(() => ({
      sheets: document.adoptedStyleSheets.length,
      outlines: document.querySelectorAll('[data-papersift-current]').length,
      hidden: [...document.querySelectorAll('article')].filter((card) => !card.checkVisibility()).length,
    }));
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await soon(looks).toMatchObject({ outlines: 1, hidden: 1 });
  const before = await looks();
  await page.evaluate(() => document.querySelector('.papersift-triage')!.setAttribute('data-old', ''));
  await firefox.browser.installExtension(FIREFOX_BUILD);
  await soon(() => page.$$eval('.papersift-triage', (bars) => bars.map((bar) => bar.hasAttribute('data-old')))).toEqual([false]);
  await soon(looks).toEqual({ ...before, outlines: 0 });
  await page.click('.papersift-line-toggle');
  await soon(looks).toMatchObject({ hidden: 0 });
});

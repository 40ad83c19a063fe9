import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSampleSite, type SampleSite } from '../site/server';
import { launchFirefox, type Firefox } from './firefox';

/** In pages of the extension. */
declare const browser: ExtensionApi;

let site: SampleSite;
let firefox: Firefox;
/** A page of the extension, to look into its storage. */
let inside: Page;

beforeAll(async () => {
  site = await startSampleSite({ today: '2025-12-10' });
  firefox = await launchFirefox({ sitePort: site.port });
  inside = await firefox.openInside();
});

afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 50 });
const current = (page: Page) => page.evaluate(() => document.querySelector('[data-papersift-current] h3 a')?.getAttribute('href')?.slice('/papers/'.length));
const shown = (page: Page) => page.$$eval('article', (cards) => cards.filter((card) => card.checkVisibility()).length);
const stars = (page: Page) => page.$$eval('.papersift-star', (all) => all.length);
const decided = () => inside.evaluate(async () => {
  const marks = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith('mark:'));
  const flags = marks.map(([key, mark]) => {
    const { starred, hidden, read } = mark as Record<string, boolean>;
    return [key.slice('mark:'.length), starred ? 'star' : hidden ? 'hide' : read ? 'read' : 'none'];
  });
  return Object.fromEntries(flags.filter(([, flag]) => flag !== 'none')) as Record<string, string>;
});

it('in Firefox goes through a digest by keyboard alone, and back to the start', async () => {
  const page = await firefox.openSite('/papers');
  await soon(() => stars(page)).toBe(25);
  await page.bringToFront();
  await page.keyboard.press('j');
  const expected: Record<string, string> = {};
  for (let i = 0; i < 25; i += 1) {
    const choice = (['star', 'hide', 'read'] as const)[i % 3]!;
    expected[(await current(page))!] = choice;
    await page.keyboard.press(({ star: 's', hide: 'h', read: 'r' } as const)[choice]);
    if (choice !== 'hide') await page.keyboard.press('j');
  }
  expect(Object.keys(expected)).toHaveLength(25);
  await soon(decided).toEqual(expected);
  expect(await shown(page)).toBe(17);

  for (let i = 0; i < 25; i += 1) await page.keyboard.press('z');
  await soon(decided).toEqual({});
  await soon(() => shown(page)).toBe(25);
}, 120_000);

it('in Firefox leaves typing alone, opens the help sheet and a paper in a tab behind', async () => {
  const page = await firefox.openSite('/papers');
  await soon(() => stars(page)).toBe(25);
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.focus('input[name=daily-papers-search]');
  await page.keyboard.type('sh');
  expect(await page.$eval('input[name=daily-papers-search]', (input) => input.value)).toBe('sh');
  await page.evaluate(() => {
    const host = document.createElement('div');
    const input = document.createElement('input');
    host.attachShadow({ mode: 'closed' }).append(input);
    document.body.append(host);
    input.focus();
  });
  await page.keyboard.type('shj?');
  expect(await page.$('dialog[open]')).toBeNull();
  expect(await decided()).toEqual({});

  await page.evaluate(() => document.activeElement!.remove());
  await page.keyboard.press('?');
  await soon(async () => (await page.$('dialog.papersift-help[open]')) !== null).toBe(true);
  await page.keyboard.press('Escape');
  await soon(async () => (await page.$('dialog[open]')) !== null).toBe(false);

  const tabs = (await firefox.browser.pages()).length;
  await page.keyboard.press('j');
  const id = (await current(page))!;
  await page.keyboard.down('Shift');
  await page.keyboard.press('O');
  await page.keyboard.up('Shift');
  await soon(async () => (await firefox.browser.pages()).length).toBe(tabs + 1);
  await soon(decided).toEqual({ [id]: 'read' });
}, 120_000);

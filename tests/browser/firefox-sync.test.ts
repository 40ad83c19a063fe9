import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { startSampleSite, type SampleSite } from '../site/server';
import { bytesOf } from './devices';
import { launchFirefox, type Firefox } from './firefox';
import { emptyStorage, TODAY } from './session';

/** In pages of the extension. */
declare const browser: ExtensionApi;

type Items = Record<string, any>;

interface Device {
  readonly firefox: Firefox;
  /** A page of the extension, to look into its storage. */
  readonly inside: Page;
}

let site: SampleSite;
let one: Device;
let two: Device;

async function startDevice(): Promise<Device> {
  const firefox = await launchFirefox({ sitePort: site.port });
  return { firefox, inside: await firefox.openInside() };
}

beforeAll(async () => {
  site = await startSampleSite({ today: TODAY });
  [one, two] = [await startDevice(), await startDevice()];
});
afterEach(async () => {
  for (const { firefox, inside } of [one, two]) {
    for (const page of await firefox.browser.pages()) if (page !== inside) await page.close();
    await inside.evaluate(emptyStorage);
  }
});
afterAll(async () => {
  for (const device of [one, two]) await device?.firefox.close();
  await site?.close();
});

const PHENAKI = '2210.02399';
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 50 });
const local = ({ inside }: Device): Promise<Items> => inside.evaluate(() => browser.storage.local.get(null));
const sync = ({ inside }: Device): Promise<Items> => inside.evaluate(() => browser.storage.sync.get(null));
const marksOf = async (device: Device) => Object.fromEntries(Object.entries(await local(device)).filter(([key]) => key.startsWith('mark:')));
const buttonOf = (id: string, name: 'star' | 'hide') => `article:has(h3 a[href="/papers/${id}"]) .papersift-${name}`;
const isStarred = (page: Page, id: string) => soon(() => page.$eval(buttonOf(id, 'star'), (button) => button.getAttribute('aria-pressed')));

async function openDigest({ firefox }: Device): Promise<Page> {
  const page = await firefox.openSite('/papers');
  await soon(() => page.$$eval('.papersift-star', (all) => all.length)).toBe(25);
  return page;
}

async function click(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await (await page.waitForSelector(selector, { visible: true }))!.click();
}

/** Until the background script has seen what is in storage.sync and has nothing more to say. */
async function atRest(device: Device): Promise<void> {
  await soon(async () => {
    const { state, usedBytes } = (await local(device))['sync-status'] ?? {};
    return state === 'synced' && usedBytes === bytesOf(await sync(device));
  }).toBe(true);
}

/** Until the device has so many marks and all of them were handed to the browser's sync. */
async function handedOver(device: Device, marks: number): Promise<void> {
  await soon(async () => {
    const items = await local(device);
    const count = (start: string) => Object.keys(items).filter((key) => key.startsWith(start)).length;
    return [count('mark:'), count('journal:')];
  }).toEqual([marks, 0]);
  await atRest(device);
}

let turn = 0;

/** What the browser's sync does: what one device has there comes to the other, as in `devices.ts`. */
async function carry(from: Device, to: Device): Promise<void> {
  const [wanted, held] = [await sync(from), await sync(to)];
  const gone = Object.keys(held).filter((key) => !(key in wanted));
  const write = async (items: Items, keys: string[]) => {
    await browser.storage.sync.remove(keys);
    await browser.storage.sync.set(items);
  };
  await to.inside.evaluate(write, { ...wanted, carried: 'x'.repeat((turn += 1)) }, gone);
}

/** Both devices are online until each has heard what the other has made of it. */
async function exchange(): Promise<void> {
  for (const [from, to] of [[one, two], [two, one], [one, two]] as const) {
    await carry(from, to);
    await atRest(to);
  }
  const state = async (device: Device) => ({ ...(await sync(device)), carried: undefined, marks: await marksOf(device) });
  expect(await state(one)).toEqual(await state(two));
}

it('a star on one Firefox shows on the open page, in the popup and on the toolbar of the other, without a reload', async () => {
  const there = await openDigest(two);
  const popup = await two.firefox.openPopup();
  const here = await openDigest(one);
  await click(here, buttonOf(PHENAKI, 'star'));
  await handedOver(one, 1);
  await carry(one, two);
  await isStarred(there, PHENAKI).toBe('true');
  await soon(() => popup.$eval('.paper-list', (list) => list.textContent)).toContain('Phenaki');
  await soon(() => two.inside.evaluate(() => browser.action.getTitle({}))).toBe('Papersift: 1 starred paper');
});

it('each Firefox stars and hides other papers while offline: then both have all', async () => {
  const here = await openDigest(one);
  const there = await openDigest(two);
  const ids = await here.$$eval('h3 a[href^="/papers/"]', (links) => links.map((link) => link.pathname.slice('/papers/'.length)));
  await click(here, buttonOf(ids[0]!, 'star'));
  await click(here, buttonOf(ids[1]!, 'hide'));
  await click(there, buttonOf(ids[2]!, 'star'));
  await handedOver(one, 2);
  await handedOver(two, 1);
  await exchange();
  expect(Object.keys(await marksOf(one)).sort()).toEqual(ids.slice(0, 3).map((id) => `mark:${id}`).sort());
  await isStarred(there, ids[0]!).toBe('true');
  await isStarred(here, ids[2]!).toBe('true');
});

it('both Firefoxes change the same paper while offline: they agree, and a star beats none', async () => {
  const here = await openDigest(one);
  const there = await openDigest(two);
  await click(here, buttonOf(PHENAKI, 'star'));
  await click(there, buttonOf(PHENAKI, 'hide'));
  await handedOver(one, 1);
  await handedOver(two, 1);
  await exchange();
  expect(await marksOf(two)).toEqual({ [`mark:${PHENAKI}`]: { version: 16, starred: true, hidden: false, read: false } });
  await isStarred(there, PHENAKI).toBe('true');
});

it('is not set off by its own echo: Firefox reports each write, whether it changed anything or not', async () => {
  const here = await openDigest(one);
  await click(here, buttonOf(PHENAKI, 'star'));
  await handedOver(one, 1);
  await one.inside.evaluate(async () => {
    const counted = globalThis as unknown as { writes: number };
    counted.writes = 0;
    browser.storage.sync.onChanged.addListener(() => void (counted.writes += 1));
    await browser.storage.sync.set(await browser.storage.sync.get(null));
  });
  await click(here, buttonOf(PHENAKI, 'hide'));
  await soon(async () => (await marksOf(one))[`mark:${PHENAKI}`].version).toBe(17);
  await handedOver(one, 1);
  // The write from outside and the one that the hide has led to.
  expect(await one.inside.evaluate(() => (globalThis as unknown as { writes: number }).writes)).toBe(2);
});

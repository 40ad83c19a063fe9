import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSampleSite, type SampleSite } from '../site/server';
import { bytesOf, carry, ownItems, startDevice, type Device } from './devices';
import { cardOf, emptyStorage, highlights, TODAY } from './session';

declare const chrome: any;

let site: SampleSite;
let one: Device;
let two: Device;

beforeAll(async () => {
  site = await startSampleSite({ today: TODAY });
  [one, two] = await Promise.all([startDevice(site.port), startDevice(site.port)]);
});
afterAll(async () => {
  await Promise.all([one?.close(), two?.close()]);
  await site?.close();
});
beforeEach(async () => {
  for (const device of [one, two]) await device.inside.evaluate(emptyStorage);
});
afterEach(async () => {
  for (const device of [one, two]) await device.closePages();
});

const star = (page: Page, title: string) => cardOf(page, title).locator('.papersift-star');
const hide = (page: Page, title: string) => cardOf(page, title).locator('.papersift-hide');
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 50 });
const isStarred = (page: Page, title: string) => soon(() => star(page, title).getAttribute('aria-pressed'));
const marksOf = async (device: Device) => Object.fromEntries(Object.entries(await device.local()).filter(([key]) => key.startsWith('mark:')));
const stateOf = async (device: Device) => (await device.local())['sync-status']?.state as string | undefined;

/** Until the background script has seen what is in storage.sync and has nothing more to say. */
async function atRest(device: Device): Promise<void> {
  await soon(async () => {
    const { state, usedBytes } = (await device.local())['sync-status'] ?? {};
    return state === 'synced' && usedBytes === bytesOf(await device.sync());
  }).toBe(true);
}

/** Until the device has so many marks and all of them were handed to the browser's sync. */
async function handedOver(device: Device, marks: number): Promise<void> {
  await soon(async () => {
    const items = await device.local();
    const count = (start: string) => Object.keys(items).filter((key) => key.startsWith(start)).length;
    return [count('mark:'), count('journal:')];
  }).toEqual([marks, 0]);
  await atRest(device);
}

/** Both devices are online until each has heard what the other has made of it. */
async function exchange(): Promise<void> {
  for (const [from, to] of [[one, two], [two, one], [one, two]] as const) {
    await carry(from, to);
    await atRest(to);
  }
  const state = async (device: Device) => ({ sync: await ownItems(device), marks: await marksOf(device), keywords: (await device.local())['keywords'] });
  expect(await state(one)).toEqual(await state(two));
}

describe('two devices', () => {
  it('a star on one shows on the open page, in the popup and on the toolbar of the other, without a reload', async () => {
    const here = await one.open('/papers');
    const there = await two.open('/papers');
    const popup = await two.openPopup();
    await star(here, 'Phenaki').click();
    await handedOver(one, 1);
    await carry(one, two);
    await isStarred(there, 'Phenaki').toBe('true');
    await there.getByText('1 starred').waitFor();
    await soon(() => two.title()).toBe('Papersift: 1 starred paper');
    // Its facts were filled in from the card that is open there.
    await popup.locator('.paper-title', { hasText: 'Phenaki' }).waitFor();
  });

  it('a star of a paper that the other device has not met stands there with its number, and gets its title when it is met', async () => {
    const here = await one.open('/papers');
    await star(here, 'Phenaki').click();
    await handedOver(one, 1);
    await carry(one, two);
    const popup = await two.openPopup();
    const link = popup.locator('.paper-title');
    await soon(() => link.textContent()).toBe('2210.02399');
    await expect.poll(() => link.getAttribute('href')).toBe('https://huggingface.co/papers/2210.02399');
    await two.open('/papers');
    await soon(() => link.textContent()).toMatch(/^Phenaki/);
  });

  it('each stars and hides other papers while offline: then both have all', async () => {
    const here = await one.open('/papers');
    const there = await two.open('/papers');
    await star(here, 'Phenaki').click();
    await hide(here, 'Combiner').click();
    await star(there, 'BiFormer').click();
    await handedOver(one, 2);
    await handedOver(two, 1);
    await exchange();
    expect(Object.keys(await marksOf(one)).length).toBe(3);
    await isStarred(there, 'Phenaki').toBe('true');
    await cardOf(there, 'Combiner').waitFor({ state: 'hidden' });
    await isStarred(here, 'BiFormer').toBe('true');
  });

  it('both change the same paper while offline: they agree, and a star beats none', async () => {
    const here = await one.open('/papers');
    const there = await two.open('/papers');
    await star(here, 'Phenaki').click();
    await hide(there, 'Phenaki').click();
    await handedOver(one, 1);
    await handedOver(two, 1);
    await exchange();
    expect(await marksOf(one)).toEqual({ 'mark:2210.02399': { version: 16, starred: true, hidden: false, read: false } });
    await isStarred(there, 'Phenaki').toBe('true');
  });

  it('each adds a keyword: both have both; one that was removed does not come back', async () => {
    const add = async (popup: Page, text: string) => {
      await popup.locator('#add-field').fill(text);
      await popup.locator('#add-field').press('Enter');
      await popup.locator('.keyword', { hasText: text }).waitFor();
    };
    const there = await two.open('/papers');
    const popups = [await one.openPopup(), await two.openPopup()] as const;
    await add(popups[0], 'transformer');
    await add(popups[1], 'diffusion');
    const sent = (device: Device) => soon(async () => JSON.stringify((await device.sync())['k']));
    await sent(one).toContain('transformer');
    await sent(two).toContain('diffusion');
    await exchange();
    for (const popup of popups) await soon(async () => (await popup.locator('.keyword-text').allTextContents()).sort()).toEqual(['diffusion', 'transformer']);
    await soon(async () => Object.keys(await highlights(there)).length).toBe(1);
    await popups[0].getByRole('button', { name: 'Remove “transformer”' }).click();
    await sent(one).not.toContain('transformer');
    await exchange();
    for (const popup of popups) await soon(async () => (await popup.locator('.keyword-text').allTextContents()).sort()).toEqual(['diffusion']);
  });

  it('a new and empty one gets all and wipes nothing', async () => {
    const here = await one.open('/papers');
    for (const title of ['Phenaki', 'Combiner']) await star(here, title).click();
    await handedOver(one, 2);
    const before = await ownItems(one);
    await carry(one, two);
    await handedOver(two, 2);
    expect(await marksOf(two)).toEqual(await marksOf(one));
    expect(await ownItems(two)).toEqual(before);
    await carry(two, one);
    await handedOver(one, 2);
    expect(Object.values(await marksOf(one)).filter(({ starred }) => starred).length).toBe(2);
  });
});

describe('the background script', () => {
  it('that is ended before it has sent anything sends it after the browser was started again', async () => {
    const page = await one.open('/papers');
    await star(page, 'Phenaki').click();
    await soon(async () => Object.keys(await marksOf(one))).toEqual(['mark:2210.02399']);
    await one.killWorker();
    expect(await one.sync()).toEqual({});
    await one.restart();
    await soon(async () => Object.keys(await one.sync())).toEqual(['m2210']);
  });

  it('that is ended finds what was decided meanwhile when the next decision starts it', async () => {
    const page = await one.open('/papers');
    await one.killWorker();
    await star(page, 'Phenaki').click();
    await star(page, 'Combiner').click();
    await handedOver(one, 2);
    await carry(one, two);
    await handedOver(two, 2);
  });

  it('hands over 200 quick changes in a few writes, and all arrive', async () => {
    const page = await one.open('/papers?sample-cards=100', 100);
    await one.inside.evaluate(() => {
      const counted = globalThis as unknown as { writes: number };
      counted.writes = 0;
      chrome.storage.sync.onChanged.addListener(() => (counted.writes += 1));
    });
    await page.evaluate(() => {
      for (const name of ['star', 'hide']) for (const button of document.querySelectorAll<HTMLElement>(`.papersift-${name}`)) button.click();
    });
    await soon(async () => Object.values(await marksOf(one)).filter(({ version }) => version === 17).length).toBe(100);
    await handedOver(one, 100);
    expect(await one.inside.evaluate(() => (globalThis as unknown as { writes: number }).writes)).toBeLessThanOrEqual(5);
    await carry(one, two);
    await handedOver(two, 100);
    expect(await marksOf(two)).toEqual(await marksOf(one));
  });

  it('waits when there is no room, says so, and goes on as soon as there is', async () => {
    const page = await one.open('/papers');
    const popup = await one.openPopup();
    const junk = 'x'.repeat(8100);
    await one.inside.evaluate(async (text) => {
      // Five bytes are left.
      const items: Record<string, string> = {};
      for (let i = 0; i < 12; i += 1) items[`other${i}`] = text;
      items['last'] = text.slice(0, 5091);
      await chrome.storage.sync.set(items);
    }, junk);
    await star(page, 'Phenaki').click();
    await soon(() => stateOf(one)).toBe('paused');
    expect((await one.local())['sync-status']).toMatchObject({ pause: { kind: 'no-space' }, waiting: 1 });
    expect(await isStillStarred(page)).toBe('true');
    await one.inside.evaluate(() => chrome.storage.sync.remove('other0'));
    await soon(() => stateOf(one)).toBe('synced');
    expect(Object.keys(await one.sync())).toContain('m2210');
    await popup.close();
  });

  // The last one: it uses up what the browser allows in a minute.
  it('says in the popup that it waits, in the browser’s words why it has to, and that it is done', async () => {
    const page = await one.open('/papers');
    const popup = await one.openPopup();
    // What the browser allows in a minute is used up.
    const refusal = await one.inside.evaluate(async () => {
      for (let i = 0; ; i += 1) {
        try {
          await chrome.storage.sync.set({ other: i });
        } catch (error) {
          return (error as Error).message;
        }
      }
    });
    expect(refusal).toContain('MAX_WRITE_OPERATIONS_PER_MINUTE');
    await star(page, 'Phenaki').click();
    await soon(() => stateOf(one)).toBe('paused');
    await popup.getByText('Sync is paused: too many changes at once. 1 change waiting to sync').waitFor();
    await popup.getByRole('button', { name: /^Details/ }).click();
    const status = popup.getByText(/MAX_WRITE_OPERATIONS_PER_MINUTE/);
    await status.waitFor();
    await one.killWorker();
    await star(page, 'Combiner').click();
    await soon(async () => (await one.local())['sync-status'].waiting).toBe(2);
    // A refusal is shown until it is over.
    await expect.poll(() => status.isVisible()).toBe(true);
  });
});

const isStillStarred = (page: Page) => star(page, 'Phenaki').getAttribute('aria-pressed');

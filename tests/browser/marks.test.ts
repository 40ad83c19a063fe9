import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, useSession } from './session';

const session = useSession();
const PHENAKI = '2210.02399';
const COMBINER = '2107.05768';

const star = (page: Page, title: string) => cardOf(page, title).locator('.papersift-star');
const hide = (page: Page, title: string) => cardOf(page, title).locator('.papersift-hide');

/** What pages write about papers; the background script keeps its own books beside. */
async function decided(): Promise<Record<string, any>> {
  return Object.fromEntries(Object.entries(await session.storage.get()).filter(([key]) => /^(?:mark|paper):/.test(key)));
}

describe('star', () => {
  it('keeps the paper with all that its card knew', async () => {
    const page = await session.open('/papers');
    await star(page, 'Phenaki').click();
    await expect.poll(() => star(page, 'Phenaki').getAttribute('aria-pressed')).toBe('true');
    await expect.poll(async () => (await session.storage.get())[`mark:${PHENAKI}`]).toEqual({ version: 16, starred: true, hidden: false, read: false });
    const saved = (await session.storage.get())[`paper:${PHENAKI}`];
    expect(saved).toMatchObject({
      id: PHENAKI,
      title: 'Phenaki: Variable Length Video Generation From Open Domain Textual Description',
      authorCount: 9,
      publishedAt: '2022-10-05',
    });
    expect(saved.abstract.length).toBeGreaterThan(200);
    expect(saved.authors).toHaveLength(9);
    expect(Date.parse(saved.savedAt)).toBeGreaterThan(0);
  });

  it('is there after a reload and in every view, and goes again', async () => {
    const page = await session.open('/papers');
    await star(page, 'Phenaki').click();
    await page.goto('https://huggingface.co/papers/trending');
    await enhanced(page, 25);
    await expect.poll(() => star(page, 'Phenaki').getAttribute('aria-pressed')).toBe('true');
    await star(page, 'Phenaki').click();
    await expect.poll(() => star(page, 'Phenaki').getAttribute('aria-pressed')).toBe('false');
    await expect.poll(async () => (await session.storage.get())[`mark:${PHENAKI}`]).toEqual({ version: 32, starred: false, hidden: false, read: false });
    const popup = await session.openPopup();
    await popup.getByText('No starred papers yet').waitFor();
  });

  it('shows at once in another tab, in the line above the cards and in the popup', async () => {
    const [here, there] = [await session.open('/papers'), await session.open('/papers?q=video')];
    const popup = await session.openPopup();
    await popup.getByText(/cards? recognized/).waitFor();
    await star(here, 'Phenaki').click();
    await expect.poll(() => star(there, 'Phenaki').getAttribute('aria-pressed')).toBe('true');
    await there.getByText('1 starred').waitFor();
    await popup.getByText('1 starred').waitFor();
    await popup.getByRole('link', { name: /Phenaki/ }).waitFor();
  });

  it('that came from another device, before the visit or during it, is kept with what its card knows', async () => {
    const starred = { version: 1, starred: true, hidden: false, read: false };
    const stub = { savedAt: '2025-12-09T08:00:00.000Z' };
    const paper = async (id: string) => (await session.storage.get())[`paper:${id}`];
    await session.storage.set({ [`mark:${PHENAKI}`]: starred, [`paper:${PHENAKI}`]: stub });
    const page = await session.open('/papers');
    await expect.poll(() => paper(PHENAKI)).toMatchObject({ ...stub, title: expect.stringMatching(/^Phenaki/), authorCount: 9 });
    await session.storage.set({ [`mark:${COMBINER}`]: starred, [`paper:${COMBINER}`]: stub });
    await expect.poll(() => paper(COMBINER)).toMatchObject({ ...stub, title: expect.stringMatching(/^Combiner/) });
    await expect.poll(() => star(page, 'Combiner').getAttribute('aria-pressed')).toBe('true');
    const popup = await session.openPopup();
    await popup.getByRole('link', { name: /^Combiner/ }).waitFor();
  });

  it('is taken back with a message when storage fails', async () => {
    const page = await session.open('/papers');
    await failWrites(page);
    await star(page, 'Phenaki').click();
    await page.getByText(/Phenaki.*could not be saved.*no room left/).waitFor();
    await expect.poll(() => star(page, 'Phenaki').getAttribute('aria-pressed')).toBe('false');
    expect(await decided()).toEqual({});
  });
});

describe('hide', () => {
  it('takes the card away and closes the grid; Undo brings it back', async () => {
    const page = await session.open('/papers');
    const next = cardOf(page, 'A Survey of Techniques');
    const place = await cardOf(page, 'Utilizing BERT').boundingBox();
    await hide(page, 'Utilizing BERT').click();
    await cardOf(page, 'Utilizing BERT').waitFor({ state: 'hidden' });
    expect((await next.boundingBox())?.x).toBe(place?.x);
    await page.getByText('1 hidden').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await cardOf(page, 'Utilizing BERT').waitFor({ state: 'visible' });
    await expect.poll(() => page.locator('.papersift-line').innerText()).toMatch(/^25 papers\s*· 25 left/);
    await expect.poll(async () => Object.values(await decided())).toEqual([{ version: 2, starred: false, hidden: false, read: false }]);
  });

  it('shows hidden papers dimmed on demand, with a way to take it back', async () => {
    const page = await session.open('/papers');
    await hide(page, 'Phenaki').click();
    await hide(page, 'Combiner').click();
    await page.getByText('2 hidden').waitFor();
    await page.getByRole('button', { name: 'Show hidden papers' }).click();
    const card = cardOf(page, 'Phenaki');
    await card.waitFor({ state: 'visible' });
    const opacity = () => card.evaluate((element) => getComputedStyle(element.firstElementChild!).opacity);
    expect(Number(await opacity())).toBeLessThan(0.7);
    await page.getByRole('button', { name: /^Unhide: Phenaki/ }).click();
    await expect.poll(opacity).toBe('1');
    await page.getByRole('button', { name: 'Hide again' }).click();
    await cardOf(page, 'Combiner').waitFor({ state: 'hidden' });
    await card.waitFor({ state: 'visible' });
  });

  it.each([
    ['week', '/papers/week/2025-W50'],
    ['month', '/papers/month/2025-12'],
    ['trending', '/papers/trending'],
    ['search', '/papers?q=video'],
    ['the layout of 2024', '/papers?sample-layout=2024'],
  ])('holds in every view: %s', async (_, path) => {
    await session.storage.set({ [`mark:${PHENAKI}`]: { version: 1, starred: false, hidden: true, read: false } });
    const page = await session.open(path);
    await expect.poll(() => cardOf(page, 'Phenaki').isVisible()).toBe(false);
    // The grid has no hole where the card was.
    const gaps = await page.evaluate(() => {
      const cells = [...document.querySelectorAll('article')].map((card) => card.closest('.papersift-triage + * > *')!);
      return cells.filter((cell) => getComputedStyle(cell).display !== 'none' && cell.getBoundingClientRect().height < 20).length;
    });
    expect(gaps).toBe(0);
  });

  it('by a double click hides one card, not also the one that comes under the pointer', async () => {
    const page = await session.open('/papers');
    await hide(page, 'Utilizing BERT').dblclick();
    await page.getByText('1 hidden').waitFor();
    await expect.poll(() => cardOf(page, 'A Survey of Techniques').isVisible()).toBe(true);
  });

  it('can be undone one after the other, the last one first', async () => {
    const page = await session.open('/papers');
    for (const title of ['Utilizing BERT', 'Combiner']) await hide(page, title).click();
    await page.getByText('2 hidden').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await cardOf(page, 'Combiner').waitFor({ state: 'visible' });
    await page.getByText(/^Hidden: Utilizing BERT/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await cardOf(page, 'Utilizing BERT').waitFor({ state: 'visible' });
    await expect.poll(() => page.locator('.papersift-toast').count()).toBe(0);
  });

  it('unhidden by its button, ends its message and, with the last one, the showing of hidden papers', async () => {
    const page = await session.open('/papers');
    await hide(page, 'Utilizing BERT').click();
    await page.getByRole('button', { name: 'Show hidden papers' }).click();
    await page.getByRole('button', { name: /^Unhide: Utilizing BERT/ }).click();
    await expect.poll(() => page.locator('.papersift-toast').count()).toBe(0);
    await hide(page, 'Combiner').click();
    await cardOf(page, 'Combiner').waitFor({ state: 'hidden' });
  });

  it('by keyboard goes on with the next card', async () => {
    const page = await session.open('/papers');
    await star(page, 'Utilizing BERT').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await cardOf(page, 'Utilizing BERT').waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Hide: A Survey of Techniques/);
    await expect.poll(() => page.locator('.papersift-line').innerText()).toContain('1 hidden');
  });

  it('reaches another tab at once', async () => {
    const [here, there] = [await session.open('/papers'), await session.open('/papers')];
    await hide(here, 'Phenaki').click();
    await cardOf(there, 'Phenaki').waitFor({ state: 'hidden' });
    await there.getByText('1 hidden').waitFor();
  });
});

it('reads what it can of marks that something has damaged, and keeps aside what was there', async () => {
  const junk = { [`mark:${PHENAKI}`]: { version: 'x', starred: true, hidden: 7, read: false }, [`mark:${COMBINER}`]: 'junk' };
  const others = { settings: 42, keywords: { a: 1 } };
  await session.storage.set({ ...junk, ...others });
  const page = await session.open('/papers');
  await expect.poll(() => star(page, 'Phenaki').getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => star(page, 'Combiner').getAttribute('aria-pressed')).toBe('false');
  for (const [key, value] of Object.entries(junk)) {
    await expect.poll(async () => JSON.parse((await session.storage.get())[`salvage:${key}`]?.text ?? '0')).toEqual(value);
  }
  expect(await session.storage.get()).toMatchObject({ ...others, [`mark:${PHENAKI}`]: { starred: true, hidden: false } });
});

/** Has every write of the content script refused by the browser, as it does when the disk is full. */
async function failWrites(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const world = new Promise<number>((resolve) => {
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
  await client.send('Runtime.enable');
  await client.send('Runtime.evaluate', {
    contextId: await world,
    expression: `for (const api of [globalThis.chrome, globalThis.browser]) {
      if (!api) continue;
      const { local } = api.storage;
      const set = local.set.bind(local);
      // How much of the page is left is noted at a time of its own, and warns in the console when it cannot be.
      local.set = (items) => (Object.keys(items).some((key) => key.startsWith('mark:')) ? Promise.reject(new Error('no room left')) : set(items));
    }`,
  });
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, highlights, keyword, useSession } from './session';

const session = useSession();
const SEARCH = '/papers?q=transformer';

const field = (popup: Page) => popup.locator('#add-field');

describe('keywords set in the popup', () => {
  it('are highlighted on the page, counted, and kept', async () => {
    const page = await session.open(SEARCH);
    const popup = await session.openPopup();
    await field(popup).fill('transformer');
    await field(popup).press('Enter');
    const row = popup.locator('.keyword', { hasText: 'transformer' });
    const matches = async () => Number.parseInt((await row.getByText(/\d+ matches/).textContent())!, 10);
    await expect.poll(matches).toBeGreaterThan(5);
    const told = await matches();
    const { yellow } = await highlights(page);
    expect(yellow).toBe(told);
    await page.reload();
    await expect.poll(() => highlights(page)).toEqual({ yellow });
    expect((await session.storage.get())['keywords']).toMatchObject([{ source: 'transformer', color: 'yellow', on: true }]);
  });

  it('are live while one types, and leave nothing behind when it comes to nothing', async () => {
    const page = await session.open(SEARCH);
    const popup = await session.openPopup();
    await field(popup).pressSequentially('attention');
    await expect.poll(() => highlights(page)).toHaveProperty('yellow');
    expect((await session.storage.get())['keywords']).toBeUndefined();
    await field(popup).press('Escape');
    await expect.poll(async () => (await highlights(page))['yellow'] ?? 0).toBe(0);
  });

  it('can be switched off, edited, coloured and removed with Undo, each at once', async () => {
    await session.storage.set({ keywords: [keyword('attention'), keyword('encoder', 'blue')] });
    const page = await session.open(SEARCH);
    const popup = await session.openPopup();
    await expect.poll(async () => Object.keys(await highlights(page)).sort()).toEqual(['blue', 'yellow']);
    const row = popup.locator('.keyword', { hasText: 'attention' });
    await row.getByRole('switch').click();
    await expect.poll(async () => (await highlights(page))['yellow']).toBe(0);
    await row.getByRole('switch').click();
    await expect.poll(async () => (await highlights(page))['yellow']).toBeGreaterThan(0);
    await popup.locator('.keyword', { hasText: 'encoder' }).getByRole('button', { name: /Remove/ }).click();
    await expect.poll(async () => (await highlights(page))['blue']).toBe(0);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await highlights(page))['blue']).toBeGreaterThan(0);
    await row.locator('.keyword-text').click();
    const edit = popup.locator('.keyword textarea');
    await edit.fill('no such words');
    await edit.press('Enter');
    await expect.poll(async () => (await highlights(page))['yellow']).toBe(0);
    await popup.locator('.keyword', { hasText: 'no such words' }).getByText('0 matches').waitFor({ state: 'attached' });
  });

  it('come in many by one paste; what is refused is told and stays', async () => {
    const popup = await session.openPopup();
    const lines = ['diffusion', 'RLHF | human feedback', '', 'diffusion', 'x'.repeat(10_000)].join('\n');
    await field(popup).focus();
    await popup.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, lines);
    await popup.getByText(/2 added/).waitFor();
    await expect.poll(() => popup.locator('#add-report').innerText()).toMatch(/200/);
    const stored = async () => ((await session.storage.get())['keywords'] as { source?: string }[] | undefined)?.map(({ source }) => source);
    await expect.poll(stored).toEqual(['diffusion', 'RLHF | human feedback']);
    await expect.poll(() => field(popup).inputValue()).toContain('xxx');
    await popup.getByRole('button', { name: 'Undo' }).click();
    // Of a removed keyword its id stays, for the other devices.
    await expect.poll(stored).toEqual([undefined, undefined]);
    await expect.poll(() => popup.locator('.keyword').count()).toBe(0);
  });
});

it('highlights both copies of a trending card, and counts once', async () => {
  await session.storage.set({ keywords: [keyword('Phenaki')] });
  const told = async (path: string) => {
    const page = await session.open(path);
    const popup = await session.openPopup();
    const matches = popup.locator('.keyword', { hasText: 'Phenaki' }).getByText(/matches/);
    await matches.waitFor({ state: 'attached' });
    const text = await matches.textContent();
    await popup.close();
    return { page, count: Number.parseInt(text!, 10) };
  };
  const [search, trending] = [await told('/papers?q=video'), await told('/papers/trending')];
  expect(trending.count).toBe(search.count);
  const titles = await trending.page.evaluate(
    () => [...CSS.highlights.get('papersift-yellow')!].filter(({ startContainer }) => startContainer.parentElement!.closest('h3')).length,
  );
  expect(titles).toBe(2);
});

it('quotes a title that the card cuts off, and paints all that matches in the quote', async () => {
  await session.storage.set({ keywords: [keyword('challenges', 'blue'), keyword('resources', 'pink')] });
  const page = await session.open('/papers');
  const reason = cardOf(page, 'Utilizing BERT').locator('.papersift-reason');
  await expect.poll(() => reason.innerText()).toMatch(/^Matches .*Resources, and Challenges/);
  const painted = await page.evaluate(() =>
    ['blue', 'pink'].map((color) => {
      const line = document.querySelector('.papersift-reason-text')!;
      return [...CSS.highlights.get(`papersift-${color}`)!].filter(({ startContainer }) => line.contains(startContainer)).length;
    }),
  );
  expect(painted).toEqual([1, 1]);
});

it('brings back several removed keywords, the last one first', async () => {
  await session.storage.set({ keywords: [keyword('one'), keyword('two'), keyword('three')] });
  const popup = await session.openPopup();
  const sources = () => popup.locator('.keyword-text').allInnerTexts();
  for (const source of ['one', 'two']) await popup.getByRole('button', { name: `Remove “${source}”` }).click();
  await expect.poll(sources).toEqual(['three']);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(sources).toEqual(['two', 'three']);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(sources).toEqual(['one', 'two', 'three']);
});

it('tells why a card matches whose text does not show it', async () => {
  await session.storage.set({ keywords: [keyword('encoder*', 'blue')] });
  const page = await session.open('/papers');
  const card = cardOf(page, 'Utilizing BERT');
  const reason = card.locator('.papersift-reason');
  await expect.poll(() => reason.innerText()).toMatch(/^Matches encoder\*: .*encoders/);
  const painted = await page.evaluate(() => {
    const line = document.querySelector('.papersift-reason-text')!;
    return [...CSS.highlights.get('papersift-blue')!].some(({ startContainer }) => line.contains(startContainer));
  });
  expect(painted).toBe(true);
  await session.storage.set({ keywords: [] });
  await expect.poll(() => reason.textContent()).toBe('');
});

it('finds words that the host has wrapped in elements of its own', async () => {
  await session.storage.set({ keywords: [keyword('vision transformer', 'green')] });
  // The site wraps "transformer" when it was searched for, so that the term stands in two text nodes.
  const page = await session.open(SEARCH);
  const texts = await page.evaluate(() =>
    [...CSS.highlights.get('papersift-green')!].map((each) => {
      const range = document.createRange();
      range.setStart(each.startContainer, each.startOffset);
      range.setEnd(each.endContainer, each.endOffset);
      return { text: range.toString().toLowerCase(), split: each.startContainer !== each.endContainer };
    }),
  );
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.every(({ text }) => /^vision[\s-]?transformers?$/.test(text))).toBe(true);
  expect(texts.some(({ split }) => split)).toBe(true);
});

it("never changes the host's text: the page reads the same with and without highlights", async () => {
  const plain = await session.open(SEARCH);
  const text = (page: Page) =>
    page.evaluate(() => [...document.querySelectorAll('article')].map((card) => [...card.children].filter((child) => !child.matches('[data-papersift]')).map((child) => child.innerHTML)));
  const before = await text(plain);
  await session.storage.set({ keywords: [keyword('transformer'), keyword('a', 'red')] });
  await expect.poll(async () => Object.keys(await highlights(plain)).length).toBe(2);
  expect(await text(plain)).toEqual(before);
});

it('reaches two tabs and the popup at once', async () => {
  const [one, two] = [await session.open(SEARCH), await session.open('/papers')];
  const popup = await session.openPopup();
  await field(popup).fill('transformer');
  await field(popup).press('Enter');
  for (const page of [one, two]) await expect.poll(async () => (await highlights(page))['yellow']).toBeGreaterThan(0);
});

it('switches topics off and on', async () => {
  const page = await session.open('/papers');
  const popup = await session.openPopup();
  const chips = page.locator('.papersift-chip', { hasText: /^Survey$/ });
  await expect.poll(() => chips.count()).toBeGreaterThan(0);
  await popup.locator('summary', { hasText: 'Settings' }).click();
  await popup.getByRole('button', { name: 'Survey', exact: true }).click();
  await expect.poll(() => chips.count()).toBe(0);
  await popup.getByRole('button', { name: 'Survey', exact: true }).click();
  await expect.poll(() => chips.count()).toBeGreaterThan(0);
});

it('a chip tells which words earned it, and the chips behind the number come out', async () => {
  const page = await session.open('/papers');
  const chip = cardOf(page, 'Phenaki').getByRole('button', { name: 'Video generation', exact: true });
  await chip.click();
  await expect.poll(() => chip.getAttribute('aria-expanded')).toBe('true');
  await expect.poll(() => cardOf(page, 'Phenaki').locator('.papersift-why').innerText()).toMatch(/Video generation: .*“.+”/);
  await chip.click();
  await cardOf(page, 'Phenaki').locator('.papersift-why').waitFor({ state: 'hidden' });
  await page.goto('https://huggingface.co/papers?sample-cards=100');
  await enhanced(page, 100);
  const more = page.locator('.papersift-chip-more').first();
  const list = page.locator('.papersift-chip-list', { has: more }).first();
  const hidden = Number((await more.textContent())!.slice(1));
  const before = await list.getByRole('button').count();
  await more.click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('papersift-chip');
  expect(hidden).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(1);
});

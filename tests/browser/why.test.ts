import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, highlights, keyword, useSession } from './session';

const session = useSession();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]; passes: unknown[] }> };

const KEYWORDS = [keyword('transformer*', 'yellow', 'aaaaaa'), keyword('attention | encoder', 'pink', 'bbbbbb')];
const trigger = (page: Page, title: string) => cardOf(page, title).locator('.papersift-why-button');
const box = (page: Page) => page.getByRole('dialog', { name: /^Keywords, topics and authors/ });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.localName);

interface Stored {
  readonly id: string;
  readonly source: string;
  readonly mute?: object;
  readonly removed?: true;
}
const stored = async () => ((await session.storage.get())['keywords'] as Stored[]).filter(({ removed }) => !removed);
const sources = async () => (await stored()).map(({ source }) => source);

async function openBox(title = 'Utilizing BERT', keywords: unknown = KEYWORDS): Promise<Page> {
  await session.storage.set({ keywords });
  const page = await session.open('/papers');
  await trigger(page, title).click();
  await box(page).waitFor();
  return page;
}

describe('the box of a card', () => {
  it('tells which keywords match, and where; it closes by its button, by Escape and by a click elsewhere', async () => {
    const page = await openBox();
    await expect.poll(() => box(page).locator('.papersift-why-section').first().locator('.papersift-why-name').allTextContents()).toEqual(['transformer* in the abstract', 'attention | encoder in the abstract']);
    await expect.poll(() => trigger(page, 'Utilizing BERT').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => box(page).count()).toBe(0);
    expect(await focused(page)).toMatch(/^Keywords, topics and authors: Utilizing BERT/);
    await trigger(page, 'Utilizing BERT').click();
    await trigger(page, 'Utilizing BERT').click();
    await expect.poll(() => box(page).count()).toBe(0);
    await trigger(page, 'Utilizing BERT').click();
    await box(page).waitFor();
    await page.mouse.click(5, 500);
    await expect.poll(() => box(page).count()).toBe(0);
    await expect.poll(() => trigger(page, 'Utilizing BERT').getAttribute('aria-expanded')).toBe('false');
  });

  it('opens while the pointer rests on the line that says what matches, and goes with it', async () => {
    await session.storage.set({ keywords: KEYWORDS });
    const page = await session.open('/papers');
    await cardOf(page, 'Utilizing BERT').locator('.papersift-reason').hover();
    await box(page).waitFor();
    await box(page).locator('.papersift-why-name').first().hover();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await expect.poll(() => box(page).isVisible()).toBe(true);
    await page.mouse.move(5, 300);
    await expect.poll(() => box(page).count()).toBe(0);
  });

  it('opens while the focus rests on that line, goes with it, and takes the focus in when asked', async () => {
    await session.storage.set({ keywords: KEYWORDS });
    const page = await session.open('/papers');
    await page.bringToFront();
    const line = cardOf(page, 'Utilizing BERT').locator('.papersift-reason-label');
    await cardOf(page, 'Utilizing BERT').locator('h3 a').focus();
    while (!(await line.evaluate((label) => label === document.activeElement))) await page.keyboard.press('Tab');
    await box(page).waitFor();
    expect(await line.evaluate((label) => label === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(() => box(page).count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    await box(page).waitFor();
    await page.keyboard.press('Enter');
    expect(await box(page).evaluate((each) => each.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => box(page).count()).toBe(0);
  });

  it('is seen whole, on a narrow page too', async () => {
    const page = await openBox();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.keyboard.press('Escape');
      await trigger(page, 'Utilizing BERT').click();
      const part = await box(page).evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const points = [[left + 15, top + 2], [right - 15, bottom - 2]] as const;
        return { left, right, seen: points.every(([x, y]) => element.contains(document.elementFromPoint(x, y))) };
      });
      expect(part.seen).toBe(true);
      expect(part.left).toBeGreaterThanOrEqual(0);
      expect(part.right).toBeLessThanOrEqual(await page.evaluate(() => document.documentElement.getBoundingClientRect().right));
    }
  });
});

describe('one click', () => {
  it('mutes a keyword, and Undo takes it back', async () => {
    const page = await openBox();
    await box(page).getByRole('button', { name: 'Mute 30 days: transformer*' }).click();
    await page.getByText('“transformer*” is muted for 30 days').waitFor();
    const muted = async () => (await stored()).find(({ id }) => id === 'aaaaaa')?.mute;
    await expect.poll(muted).toEqual({ until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    await expect.poll(async () => (await highlights(page))['yellow'] ?? 0).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(muted).toBeUndefined();
    await expect.poll(async () => (await highlights(page))['yellow']).toBeGreaterThan(0);
  });

  it('removes a keyword: its row goes, the focus stays in the box, Undo brings it back', async () => {
    const page = await openBox();
    await box(page).getByRole('button', { name: 'Remove: transformer*' }).click();
    await expect.poll(sources).toEqual(['attention | encoder']);
    await expect.poll(() => box(page).locator('.papersift-why-name').allTextContents()).not.toContain('transformer* in the abstract');
    expect(await box(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(sources).toEqual(['attention | encoder', 'transformer*']);
  });

  it('edits a keyword in its place, with the rejections of the popup', async () => {
    const page = await openBox();
    await box(page).getByRole('button', { name: 'Edit: transformer*' }).click();
    const field = box(page).getByRole('textbox');
    await field.fill('encoder | attention');
    await page.keyboard.press('Enter');
    await box(page).getByText('Already in the list.').waitFor();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => field.count()).toBe(0);
    await expect.poll(() => box(page).isVisible()).toBe(true);
    expect(await sources()).toEqual(['transformer*', 'attention | encoder']);
    await box(page).getByRole('button', { name: 'Edit: transformer*' }).click();
    await field.fill('BERT');
    await page.keyboard.press('Enter');
    await expect.poll(sources).toEqual(['BERT', 'attention | encoder']);
    await box(page).getByText('BERT in the title, the abstract').waitFor();
  });

  it('makes a keyword of the words that earned a topic', async () => {
    const page = await openBox('Utilizing BERT', []);
    await box(page).getByRole('button', { name: 'Follow: Survey' }).click();
    await expect.poll(async () => (await sources()).length).toBe(1);
    const words = await box(page).locator('.papersift-why-row:has(.papersift-why-topic)', { hasText: /^Survey/ }).locator('.papersift-why-where').textContent();
    expect((await sources())[0]!.split(' | ').every((word) => words!.includes(`“${word}”`))).toBe(true);
    await expect.poll(async () => Object.values(await highlights(page)).some((count) => count > 0)).toBe(true);
  });

  it('makes a keyword of an author, and takes it back', async () => {
    const page = await openBox();
    const names = box(page).locator('.papersift-name:visible');
    const name = (await names.first().textContent())!;
    const follow = box(page).getByRole('button', { name: `Follow ${name}`, exact: true });
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('false');
    await follow.click();
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true');
    expect(await sources()).toContain(name);
    await box(page).getByText(`${name} in the authors`).waitFor();
    await follow.click();
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('false');
    expect(await sources()).not.toContain(name);
  });

  it('shows all authors, the focus on the first that came', async () => {
    const page = await openBox();
    const names = box(page).locator('.papersift-name:visible');
    await expect.poll(() => names.count()).toBe(6);
    await box(page).getByRole('button', { name: /^All \d+ authors$/ }).click();
    await expect.poll(() => names.count()).toBe(7);
    expect(await focused(page)).toMatch(/^Follow /);
  });

  it('follows an organization on a card without any match', async () => {
    await session.storage.set({ keywords: [] });
    const page = await session.open('/papers');
    const card = page.locator('article', { has: page.locator('a:has(img[alt]):not([href*="/papers/"])') }).first();
    await card.locator('.papersift-why-button').click();
    const name = (await box(page).locator('.papersift-name').first().textContent())!;
    await box(page).locator('.papersift-name').first().click();
    await expect.poll(sources).toEqual([name]);
  });
});

it.each(['light', 'dark'] as const)('axe finds nothing in the open box or in cards that were read: %s', async (colorScheme) => {
  await session.storage.set({ keywords: [...KEYWORDS, { ...keyword('BERT', 'teal', 'cccccc'), mute: {} }], 'mark:2107.05768': { version: 1, starred: false, hidden: false, read: true }, 'mark:2210.02399': { version: 16, starred: true, hidden: false, read: true } });
  const page = await session.newPage();
  await page.emulateMedia({ colorScheme });
  await page.goto('https://huggingface.co/papers');
  await trigger(page, 'Codebook').click();
  await page.evaluate(AXE);
  const look = async (selector: string) => {
    const { violations, passes } = await page.evaluate((include) => axe.run({ include: [include] }), selector);
    expect(passes.length).toBeGreaterThan(2);
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => html + failureSummary)]);
  };
  expect(await look('.papersift-why-box')).toEqual([]);
  expect(await look('[data-papersift-read] h3')).toEqual([]);
});

it('the reader can do without the line, not without the box', async () => {
  const page = await openBox();
  await session.storage.set({ settings: { enabled: true, topicsOff: [], partsOff: ['reason'], versions: { partsOff: 1 } } });
  await expect.poll(() => page.locator('.papersift-reason-label').count()).toBe(0);
  expect((await highlights(page))['yellow']).toBeGreaterThan(0);
  await expect.poll(() => trigger(page, 'Utilizing BERT').isVisible()).toBe(true);
});

it('a card is read out in an order that makes sense: the paper, what matches, topics, what can be done', async () => {
  await session.storage.set({ keywords: KEYWORDS });
  const page = await session.open('/papers');
  const text = await cardOf(page, 'Utilizing BERT').ariaSnapshot();
  const order = [/heading "Utilizing BERT/, /Matches transformer\*/, /list "Topics"/, /button "Star: Utilizing/, /button "Hide: Utilizing/, /button "Read: Utilizing/, /button "Keywords, topics and authors: Utilizing/];
  const places = order.map((part) => text.search(part));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

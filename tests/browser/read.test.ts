import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, useSession } from './session';

const session = useSession();
const PHENAKI = '2210.02399';

const button = (page: Page, title: string) => cardOf(page, title).locator('.papersift-read');
const isRead = async (page: Page, title: string) => (await button(page, title).getAttribute('aria-pressed')) === 'true';
const mark = async () => (await session.storage.get())[`mark:${PHENAKI}`];
const READ = { version: 1, starred: false, hidden: false, read: true };

/** Keeps the page where it is: what is followed in place would take the card away. */
function stay(page: Page): Promise<void> {
  return page.evaluate(() => window.addEventListener('click', (event) => event.preventDefault()));
}

describe('a paper is read when it is opened', () => {
  it('by its title: the write survives the navigation, and the card says so on the way back', async () => {
    const page = await session.open('/papers');
    expect(await isRead(page, 'Phenaki')).toBe(false);
    // Without the visit, which marks it too: what is tested is the click.
    await page.route('**/papers/2210.02399', (route) => route.fulfill({ body: 'elsewhere', contentType: 'text/plain' }));
    await cardOf(page, 'Phenaki').locator('h3 a').click();
    await page.getByText('elsewhere').waitFor();
    await expect.poll(mark).toEqual(READ);
    await page.goBack();
    await enhanced(page, 25);
    expect(await isRead(page, 'Phenaki')).toBe(true);
    expect(await isRead(page, 'Combiner')).toBe(false);
  });

  it.each<[string, Parameters<Locator['click']>[0]]>([
    ['a click with Ctrl', { modifiers: ['Control'] }],
    ['a click with Shift', { modifiers: ['Shift'] }],
    ['the middle button', { button: 'middle' }],
  ])('in another tab or window: %s', async (_, options) => {
    const page = await session.open('/papers');
    await page.context().route('**/papers/2210.02399', (route) => route.fulfill({ body: 'elsewhere', contentType: 'text/plain' }));
    await cardOf(page, 'Phenaki').locator('h3 a').click(options);
    await expect.poll(mark).toEqual(READ);
    expect(await isRead(page, 'Phenaki')).toBe(true);
    await page.context().unroute('**/papers/2210.02399');
  });

  it('by Enter on its title, and by the link to its comments', async () => {
    const page = await session.open('/papers');
    await stay(page);
    await page.bringToFront();
    await cardOf(page, 'Phenaki').locator('h3 a').focus();
    await page.keyboard.press('Enter');
    await expect.poll(mark).toEqual(READ);
    const comments = page.locator('article', { has: page.locator('a[href$="#community"]') }).first();
    await expect.poll(() => comments.locator('.papersift-read').getAttribute('aria-pressed')).toBe('false');
    await comments.locator('a[href$="#community"]').click();
    await expect.poll(() => comments.locator('.papersift-read').getAttribute('aria-pressed')).toBe('true');
  });

  it('by a link to arXiv on the trending view', async () => {
    const page = await session.open('/papers/trending');
    await stay(page);
    const card = page.locator('article', { has: page.locator('a[href*="arxiv.org"]:visible') }).first();
    await card.locator('a[href*="arxiv.org"]:visible').first().click();
    await expect.poll(() => card.locator('.papersift-read').getAttribute('aria-pressed')).toBe('true');
  });

  it('and not by what leads elsewhere: upvote, code, an organisation, our own buttons', async () => {
    const page = await session.open('/papers/trending');
    await stay(page);
    const card = page.locator('article', { has: page.locator('a[href*="github.com"]:visible') }).first();
    await card.locator('a[href*="github.com"]:visible').first().click();
    await card.locator('a[href^="/login"]:visible').first().click();
    // Chromium saves the link.
    await card.locator('h3 a:visible').click({ modifiers: ['Alt'] });
    await card.locator('.papersift-star').click();
    await expect.poll(() => card.locator('.papersift-star').getAttribute('aria-pressed')).toBe('true');
    const organization = page.locator('article a:has(img[alt]):visible:not([href*="/papers/"])').first();
    await organization.click();
    await expect.poll(async () => Object.keys(await session.storage.get()).filter((key) => key.startsWith('mark:')).length).toBe(1);
    await expect.poll(() => page.locator('.papersift-read[aria-pressed="true"]').count()).toBe(0);
  });
});

describe('the button', () => {
  it('marks as read and as unread, in every tab and view; the card is quieter', async () => {
    const [page, other] = [await session.open('/papers'), await session.open('/papers?q=video')];
    const look = () =>
      cardOf(page, 'Phenaki').evaluate((card) => [getComputedStyle(card.querySelector('h3 a')!).color, getComputedStyle(card.querySelector('img')!).opacity]);
    const before = await look();
    await button(page, 'Phenaki').click();
    await expect.poll(mark).toEqual(READ);
    await expect.poll(() => isRead(other, 'Phenaki')).toBe(true);
    const [color, opacity] = await look();
    expect(color).not.toBe(before[0]);
    expect(Number(opacity)).toBeLessThan(Number(before[1]));
    await page.goto('https://huggingface.co/papers/trending');
    await enhanced(page, 25);
    expect(await isRead(page, 'Phenaki')).toBe(true);
    await button(page, 'Phenaki').click();
    await expect.poll(mark).toEqual({ ...READ, version: 2, read: false });
    await expect.poll(() => isRead(other, 'Phenaki')).toBe(false);
  });

  it('says it again on nodes that the host makes anew or gives to other papers', async () => {
    await session.storage.set({ [`mark:${PHENAKI}`]: READ });
    const page = await session.open('/papers');
    const quiet = () => page.evaluate(() => [...document.querySelectorAll('[data-papersift-read] h3')].map((title) => title.textContent.trim().slice(0, 7)));
    expect(await quiet()).toEqual(['Phenaki']);
    for (const what of ['rerender', 'reuse', 'reorder'] as const) {
      await page.evaluate((name) => window.sampleSite![name](), what);
      await expect.poll(quiet).toEqual(['Phenaki']);
      await expect.poll(() => page.locator('.papersift-read[aria-pressed="true"]').count()).toBe(1);
    }
  });
});

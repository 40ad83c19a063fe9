import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { mounted } from './firefox';
import { soon, useFirefox } from './firefox-session';
import { watchPaint, type PaintLog } from './paint-log';

/** In pages of the extension. */
declare const browser: ExtensionApi;

const SEARCH = '/papers?q=transformer';
const PATTERN = 'https://huggingface.co/papers*';

const session = useFirefox({
  prefs: {
    'extensions.background.idle.timeout': 200,
    // The browser's own question cannot be answered by script: it counts as answered by yes.
    'extensions.webextOptionalPermissionPrompts': false,
  },
});

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).innerText).catch(() => undefined);
const countOf = (page: Page, selector: string) => page.$$eval(selector, (elements) => elements.length);
const highlighted = (page: Page, color: string) => page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `papersift-${color}`);
const marks = () => session.inside.evaluate(async () => {
  const all = await browser.storage.local.get(null);
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('mark:')));
});

const isSuspended = () => session.inside.evaluate(() => browser.extension.getBackgroundPage() === null);

async function click(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  const button = await page.waitForSelector(selector, { visible: true });
  await button!.click();
}

async function openDigest(path = SEARCH, cards = 25): Promise<Page> {
  const page = await session.firefox.openSite(path);
  await soon(() => countOf(page, '.papersift-star')).toBe(cards);
  return page;
}

async function addKeyword(popup: Page, keyword: string): Promise<void> {
  await popup.bringToFront();
  await popup.click('#add-field');
  await popup.keyboard.type(keyword);
  await popup.keyboard.press('Enter');
}

/** Id and title of the nth card of the page. */
function paperAt(page: Page, index: number): Promise<{ id: string; title: string }> {
  return page.$$eval('h3 a[href^="/papers/"]', (links, at) => {
    const link = links[at] as HTMLAnchorElement;
    return { id: link.pathname.slice('/papers/'.length), title: link.textContent.replace(/\s+/g, ' ').trim() };
  }, index);
}

const cardOf = (id: string) => `article:has(h3 a[href="/papers/${id}"])`;

describe('Firefox', () => {
  it.each([
    [SEARCH, 25],
    ['/papers', 25],
    ['/papers/trending', 25],
    ['/papers/week/2025-W50', 60],
    ['/papers?sample-cards=1', 1],
  ])('reads every card of %s and puts its chips on it', async (path, cards) => {
    const page = await openDigest(path, cards);
    const popup = await session.firefox.openPopup();
    await soon(() => textOf(popup, '.page')).toContain(`${cards} of ${cards} card`);
    expect(await countOf(page, 'article > [data-papersift="bar"]')).toBe(cards);
    const chips = await page.$$eval('.papersift-chip', (all) => all.map((chip) => chip.textContent));
    expect(chips.length).toBeGreaterThanOrEqual(cards / 2);
  });

  it('keeps a star over a reload, with all that the card knew, until it is taken back', async () => {
    const page = await openDigest();
    const { id, title } = await paperAt(page, 2);
    const star = `${cardOf(id)} .papersift-star`;
    const pressed = () => page.$eval(star, (button) => button.getAttribute('aria-pressed')).catch(() => undefined);
    await click(page, star);
    await soon(pressed).toBe('true');
    await soon(marks).toEqual({ [`mark:${id}`]: expect.objectContaining({ starred: true }) });
    const saved = await session.inside.evaluate(async (key) => (await browser.storage.local.get(key))[key], `paper:${id}`);
    expect(saved).toMatchObject({ title, abstract: expect.stringMatching(/\w+ \w+/), authors: expect.any(Array) });

    await page.reload();
    await mounted(page);
    await soon(pressed).toBe('true');
    const popup = await session.firefox.openPopup();
    await soon(() => textOf(popup, '.paper-list')).toContain(title);
    await click(page, star);
    await soon(pressed).toBe('false');
    await soon(() => textOf(popup, '.paper-list')).toBe('');
  });

  it('hides a card, undoes it, and keeps it hidden in every view', async () => {
    const page = await openDigest();
    const { id, title } = await paperAt(page, 0);
    const next = await paperAt(page, 1);
    const isShown = () => page.$eval(cardOf(id), (card) => card.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const placeOf = (of: string) => page.$eval(cardOf(of), (card) => [card.getBoundingClientRect().x + scrollX, card.getBoundingClientRect().y + scrollY]);
    const firstPlace = await placeOf(id);

    await click(page, `${cardOf(id)} .papersift-hide`);
    await soon(isShown).toBe(false);
    expect(await placeOf(next.id), 'the grid closes').toEqual(firstPlace);
    await soon(() => textOf(page, '.papersift-toast-text')).toBe(`Hidden: ${title}`);
    await soon(() => textOf(page, '.papersift-line')).toMatch(/1 hidden\s*Show\b/);

    await click(page, '.papersift-toast-action');
    await soon(isShown).toBe(true);
    await soon(() => textOf(page, '.papersift-line')).not.toContain('hidden');

    await click(page, `${cardOf(id)} .papersift-hide`);
    await soon(marks).toEqual({ [`mark:${id}`]: expect.objectContaining({ hidden: true }) });
    await page.goto('https://huggingface.co/papers');
    await mounted(page);
    await soon(() => textOf(page, '.papersift-line')).toMatch(/1 hidden\s*Show\b/);
    expect(await isShown()).toBe(false);

    await click(page, '.papersift-line-toggle');
    await soon(isShown).toBe(true);
    await soon(() => page.$eval(cardOf(id), (card) => Number(getComputedStyle(card.firstElementChild!).opacity))).toBeLessThan(1);
    await click(page, `${cardOf(id)} .papersift-hide`);
    await soon(() => textOf(page, '.papersift-line')).not.toContain('hidden');
  });

  it('never paints a hidden card on a later visit', async () => {
    const page = await openDigest();
    const { id } = await paperAt(page, 0);
    const { id: neighbour } = await paperAt(page, 1);
    await click(page, `${cardOf(id)} .papersift-hide`);
    await soon(marks).toHaveProperty([`mark:${id}`]);

    const later = await session.firefox.browser.newPage();
    await later.bringToFront();
    await later.evaluateOnNewDocument(watchPaint, [id, neighbour]);
    await later.goto(`https://huggingface.co${SEARCH}`);
    await soon(() => textOf(later, '.papersift-line')).toContain('1 hidden');
    const log = () => later.evaluate(() => (globalThis as unknown as { paintLog: PaintLog }).paintLog);
    await soon(async () => (await log()).painted[neighbour]).toBeGreaterThan(2);
    expect((await log()).found[id], 'frames with the card in the page').toBeGreaterThan(2);
    expect((await log()).painted[id]).toBe(0);
  });

  it('highlights the keywords of the popup, while they are typed and once they are kept', async () => {
    const page = await openDigest();
    const popup = await session.firefox.openPopup();
    await soon(() => textOf(popup, '.page')).toContain(' papers');
    await popup.click('#add-field');
    await popup.keyboard.type('attention');
    await soon(() => highlighted(page, 'yellow')).toBeGreaterThan(0);
    const shown = await highlighted(page, 'yellow');
    await popup.keyboard.press('Enter');
    await soon(() => textOf(popup, '.keyword-text')).toBe('attention');
    await soon(() => textOf(popup, '.keyword .count > [aria-hidden]')).toBe(String(shown));
    expect(await highlighted(page, 'yellow')).toBe(shown);
    const painted = await page.evaluate(() => {
      const ranges = [...CSS.highlights.get('papersift-yellow')!] as StaticRange[];
      return ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.textContent!.slice(startOffset, endOffset).toLowerCase());
    });
    expect(new Set(painted)).toEqual(new Set(['attention']));

    await popup.click('.keyword .switch');
    await soon(() => highlighted(page, 'yellow')).toBe(0);
    await popup.click('.keyword .switch');
    await soon(() => highlighted(page, 'yellow')).toBe(shown);
  });

  it('says on a card that shows no abstract which keyword matched', async () => {
    const page = await openDigest('/papers');
    const popup = await session.firefox.openPopup();
    await addKeyword(popup, 'attention');
    await soon(() => textOf(page, '.papersift-reason-label')).toBe('Matches attention:');
    expect((await textOf(page, '.papersift-reason-text'))?.toLowerCase()).toContain('attention');
  });

  it('leaves the page as it came when it is switched off, and comes back', async () => {
    const page = await openDigest();
    const popup = await session.firefox.openPopup();
    await addKeyword(popup, 'attention');
    await soon(() => highlighted(page, 'yellow')).toBeGreaterThan(0);
    const { id } = await paperAt(page, 0);
    await click(page, `${cardOf(id)} .papersift-hide`);
    await soon(() => textOf(page, '.papersift-line')).toContain('1 hidden');

    await popup.bringToFront();
    await popup.click('header .switch');
    await soon(() => leftBehind(page)).toEqual({ nodes: 0, attributes: 0, highlights: 0, sheets: 0, hidden: 0 });
    await soon(() => textOf(popup, '.page')).toContain('Switched off');

    await popup.click('header .switch');
    // Firefox lets the timers of a tab in the background run once a second.
    await page.bringToFront();
    await soon(() => countOf(page, '.papersift-star')).toBe(25);
    await soon(() => highlighted(page, 'yellow')).toBeGreaterThan(0);
    expect(await leftBehind(page)).toMatchObject({ hidden: 1 });
  });

  it('says when the site is not allowed to it, and is back after the button was pressed', async () => {
    const popup = await session.firefox.openPopup();
    const allowed = () => popup.evaluate((origin) => browser.permissions.contains({ origins: [origin] }), PATTERN);
    expect(await allowed()).toBe(true);
    await popup.evaluate((origin) => browser.permissions.remove({ origins: [origin] }), PATTERN);
    await soon(() => textOf(popup, '.page')).toContain('does not let Papersift run');
    const before = await session.firefox.openSite(SEARCH);
    expect(await countOf(before, '[data-papersift]')).toBe(0);

    await click(popup, '.page .button');
    await soon(() => textOf(popup, '.page')).toContain('Allowed.');
    expect(await allowed()).toBe(true);
    await before.bringToFront();
    await before.reload();
    await soon(() => countOf(before, '.papersift-star')).toBe(25);
    await soon(() => textOf(popup, '.page')).toContain('25 papers');
  });

  it('asks for no permission but storage, a timer and the page', async () => {
    expect(await session.inside.evaluate(() => browser.permissions.getAll())).toMatchObject({
      permissions: ['storage', 'unlimitedStorage', 'alarms'],
      origins: ['https://huggingface.co/*'],
    });
  });

  it('works on when the browser has suspended the event page', async () => {
    await session.inside.evaluate(() => browser.runtime.getBackgroundPage().then(() => undefined));
    await soon(isSuspended).toBe(true);
    const page = await openDigest();
    const popup = await session.firefox.openPopup();
    await addKeyword(popup, 'attention');
    await soon(() => highlighted(page, 'yellow')).toBeGreaterThan(0);
    const { id } = await paperAt(page, 0);
    await click(page, `${cardOf(id)} .papersift-star`);
    await soon(marks).toHaveProperty([`mark:${id}`, 'starred'], true);
    await soon(() => textOf(popup, '.page')).toContain('1 starred');
  });

  it('wakes the event page for what the popup leaves to it', async () => {
    const page = await openDigest();
    const popup = await session.firefox.openPopup();
    await popup.click('#add-field');
    await popup.keyboard.type('attention');
    await soon(() => highlighted(page, 'yellow')).toBeGreaterThan(0);
    await popup.close();
    await soon(() => highlighted(page, 'yellow'), 'the unfinished keyword goes with the popup').toBe(0);

    await soon(isSuspended).toBe(true);
    await session.inside.evaluate(() => browser.storage.local.set({ settings: { enabled: false } }));
    const badge = () => session.inside.evaluate(() => browser.action.getBadgeText({}));
    await soon(badge).toBe('off');
    await soon(isSuspended).toBe(true);
    await session.inside.evaluate(() => browser.storage.local.set({ settings: { enabled: true } }));
    await soon(badge).toBe('');
  });
});

/** What of ours is on the page, and how many of its cards are not shown. */
function leftBehind(page: Page) {
  return page.evaluate(() => ({
    nodes: document.querySelectorAll('[class*="papersift"], [data-papersift]').length,
    attributes: document.querySelectorAll('[data-papersift-hold]').length,
    highlights: [...CSS.highlights.keys()].filter((name) => name.startsWith('papersift')).length,
    sheets: document.adoptedStyleSheets.length,
    hidden: [...document.querySelectorAll('article')].filter((card) => !card.checkVisibility({ visibilityProperty: true })).length,
  }));
}

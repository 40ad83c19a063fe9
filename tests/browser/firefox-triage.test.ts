import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { expect, it } from 'vitest';
import { soon, useFirefox } from './firefox-session';
import { keyword } from './session';

/** In pages of the extension. */
declare const browser: ExtensionApi;

const session = useFirefox({ prefs: { 'extensions.openPopupWithoutUserGesture.enabled': true } });

const current = (page: Page) => page.evaluate(() => document.querySelector('[data-papersift-current] h3 a')?.getAttribute('href')?.slice('/papers/'.length));
const shown = (page: Page) => page.$$eval('article', (cards) => cards.filter((card) => card.checkVisibility()).length);
const stars = (page: Page) => page.$$eval('.papersift-star', (all) => all.length);
const decided = () => session.inside.evaluate(async () => {
  const marks = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith('mark:'));
  const flags = marks.map(([key, mark]) => {
    const { starred, hidden, read } = mark as Record<string, boolean>;
    return [key.slice('mark:'.length), starred ? 'star' : hidden ? 'hide' : read ? 'read' : 'none'];
  });
  return Object.fromEntries(flags.filter(([, flag]) => flag !== 'none')) as Record<string, string>;
});

it('in Firefox goes through a digest by keyboard alone, and back to the start', async () => {
  const page = await session.firefox.openSite('/papers');
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
  const page = await session.firefox.openSite('/papers');
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

  const tabs = (await session.firefox.browser.pages()).length;
  await page.keyboard.press('j');
  const id = (await current(page))!;
  await page.keyboard.down('Shift');
  await page.keyboard.press('O');
  await page.keyboard.up('Shift');
  await soon(async () => (await session.firefox.browser.pages()).length).toBe(tabs + 1);
  await soon(decided).toEqual({ [id]: 'read' });
}, 120_000);

interface Seen {
  readonly id: string;
  readonly top: number;
  readonly left: number;
}

/** The cards as they are seen: from the top, and in a row from the left. */
async function inSight(page: Page): Promise<string[]> {
  const all: Seen[] = await page.$$eval('article', (cards) => cards.filter((card) => card.checkVisibility()).map((card) => {
    const { top, left } = card.getBoundingClientRect();
    return { id: card.querySelector('h3 a')!.getAttribute('href')!.slice('/papers/'.length), top: Math.round(top), left };
  }));
  return all.toSorted((a, b) => a.top - b.top || a.left - b.left).map(({ id }) => id);
}

async function openWith(items: Record<string, unknown> = {}): Promise<Page> {
  await session.inside.evaluate((all) => browser.storage.local.set(all), items);
  const page = await session.firefox.openSite('/papers');
  await soon(() => stars(page)).toBe(25);
  await page.bringToFront();
  return page;
}

const flag = async (page: Page, name: string) => (await page.waitForSelector(`xpath///button[text()="${name}"]`))!.click();
const counted = (page: Page) => page.$eval('.papersift-line', (line) => (line as HTMLElement).innerText.replace(/\s+/g, ' ').trim());

it('in Firefox filters by each flag, by words and by topics, and clears all in one click', async () => {
  const page = await openWith({ keywords: [keyword('BERT')] });
  const all = await inSight(page);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await soon(decided).toEqual({ [all[0]!]: 'star' });
  await flag(page, 'Starred');
  await soon(() => inSight(page)).toEqual([all[0]]);
  await flag(page, 'Starred');
  await flag(page, 'Left');
  await soon(() => inSight(page)).toEqual(all.slice(1));
  await flag(page, 'Left');
  for (const name of ['With code', 'My keywords']) {
    await flag(page, name);
    await soon(async () => [0, 25].includes((await inSight(page)).length)).toBe(false);
    await flag(page, name);
    await soon(() => inSight(page)).toEqual(all);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('survey');
  await soon(async () => (await inSight(page)).length).toBeLessThan(6);
  expect(await page.$eval('.papersift-result-text', (text) => text.textContent)).toMatch(/^\d of 25 shown$/);
  await page.click('.papersift-topic');
  await page.click('.papersift-result button');
  await soon(() => inSight(page)).toEqual(all);
}, 120_000);

it('in Firefox sorts, and keys follow what is seen, where the browser knows no reading order of its own', async () => {
  const page = await openWith({ keywords: [{ ...keyword('video'), mute: {} }] });
  const before = await inSight(page);
  await page.select('.papersift-select', 'newest');
  await soon(() => inSight(page)).not.toEqual(before);
  const seen = await inSight(page);
  const inDocument = await page.$$eval('article h3 a', (links) => links.map((link) => link.getAttribute('href')!.slice('/papers/'.length)));
  expect(seen).not.toEqual(inDocument);
  // The field that has the order keeps the keys to itself.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const reached: (string | undefined)[] = [];
  for (let i = 0; i < seen.length; i += 1) {
    await page.keyboard.press('j');
    reached.push(await current(page));
  }
  expect(reached).toEqual(seen);
  await page.keyboard.press('k');
  expect(await current(page)).toBe(seen.at(-2));
}, 120_000);

it('in Firefox folds what is muted behind all else, opens abstracts, hides all that is left and undoes it from the toast', async () => {
  const page = await openWith({ keywords: [{ ...keyword('video'), mute: {} }, keyword('encoder')] });
  await page.waitForSelector('.papersift-muted');
  const folded = await page.$$eval('.papersift-muted', (lines) => lines.map((line) => line.closest('article')!.querySelector('h3 a')!.getAttribute('href')!.slice('/papers/'.length)));
  expect((await inSight(page)).slice(-folded.length)).toEqual(folded);
  await page.click('.papersift-muted-show');
  await soon(async () => (await page.$$('.papersift-muted')).length).toBe(folded.length - 1);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await soon(() => page.$$eval('[data-papersift-current] .papersift-abstract-text', (texts) => texts.length)).toBe(1);
  const badge = () => session.inside.evaluate(() => browser.action.getBadgeText({}));
  await soon(badge).toMatch(/^[1-9]\d?$/);

  const before = await counted(page);
  expect(before).toMatch(/ 25 left$/);
  await flag(page, 'More');
  await flag(page, 'Hide all 25 left');
  await soon(() => shown(page)).toBe(0);
  await soon(() => counted(page)).toContain('All done');
  await soon(badge).toBe('');
  await page.click('.papersift-toast-action');
  await soon(() => counted(page)).toBe(before);
  await soon(decided).toEqual({});
  await soon(badge).toMatch(/^[1-9]/);
}, 120_000);

interface Connection {
  send(method: string, params: object): Promise<{ result: { contexts: { context: string }[] } }>;
}

/** Runs code with the rights of the browser's own windows. */
async function inBrowser(code: string): Promise<void> {
  const { connection } = session.firefox.browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await connection.send('script.evaluate', { expression: code, target: { context: result.contexts[0]!.context }, awaitPromise: true });
}

it('in Firefox nothing of the bar or of a card’s bar is cut with text alone at 200 %', async () => {
  const page = await openWith();
  const cut = () => page.$$eval('.papersift-triage :is(button, input, select, .papersift-topic-list), .papersift-bar :is(button, .papersift-chips)', (parts) =>
    parts.filter((part) => {
      if (!part.checkVisibility({ visibilityProperty: true })) return false;
      // A row of chips is cut on purpose, between two rows.
      const content = part.matches('.papersift-topic-list') ? (part.firstElementChild as HTMLElement).offsetHeight - 3 : part.scrollHeight;
      return content > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1;
    }).map((part) => part.className));
  const height = () => page.$eval('.papersift-toggle', (toggle) => toggle.getBoundingClientRect().height);
  expect(await height()).toBe(28);
  await inBrowser('gBrowser.selectedBrowser.browsingContext.textZoom = 2; 1');
  await soon(height).toBeGreaterThan(36);
  expect(await cut()).toEqual([]);
}, 120_000);

it('in Firefox the popup keeps its width, whatever its words', async () => {
  const page = await session.firefox.openSite('/papers');
  await page.bringToFront();
  await session.inside.evaluate(() => browser.action.openPopup());
  const popup = () => session.inside.evaluate(() => {
    const [view] = browser.extension.getViews({ type: 'popup' });
    return view && { width: view.innerWidth, keywords: view.document.querySelectorAll('.keyword').length };
  });
  await soon(popup).toEqual({ width: 400, keywords: 0 });
  const long = keyword('large language model alignment with human feedback and more words than there is room for', 'blue', 'long');
  for (const keywords of [[keyword('video')], [keyword('video'), long]]) {
    await session.inside.evaluate((all) => browser.storage.local.set({ keywords: all }), keywords);
    await soon(popup).toEqual({ width: 400, keywords: keywords.length });
  }
}, 120_000);

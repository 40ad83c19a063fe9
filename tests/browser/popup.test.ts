import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, useSession } from './session';

declare const chrome: { tabs: { query(which: object): Promise<{ index: number }[]> } };

const session = useSession();
const PAPERS = 25;

async function forgetPage(popup: Page): Promise<void> {
  await popup.evaluate(() => localStorage.clear());
}

describe('the page that the popup is about', () => {
  it('is counted, and each decision on it is seen at once', async () => {
    const page = await session.open('/papers');
    const popup = await session.openPopup();
    await popup.getByText(`${PAPERS} left`).waitFor();
    await page.bringToFront();
    await cardOf(page, 'Utilizing BERT').locator('.papersift-star').click();
    await cardOf(page, 'Phenaki').locator('.papersift-hide').click();
    await session.storage.set({ 'mark:2107.05768': { version: 1, starred: false, hidden: false, read: true } });
    await popup.getByText(`${PAPERS - 3} left`).waitFor();
    await popup.getByText('1 starred · 1 hidden · 1 read').waitFor();
    const progress = popup.getByRole('progressbar', { name: 'Done on this page' });
    await expect.poll(() => progress.getAttribute('aria-valuetext')).toBe(`3 of ${PAPERS}`);
  });

  it('is all done when nothing is left', async () => {
    const page = await session.open('/papers?sample-cards=1', 1);
    const popup = await session.openPopup();
    await popup.getByText('1 left').waitFor();
    await page.locator('.papersift-star').click();
    await popup.getByText('All done').waitFor();
  });

  it('gives the popup its theme, which the next popup begins with', async () => {
    const isDark = (popup: Page) => popup.evaluate(() => getComputedStyle(document.body).backgroundColor === 'rgb(20, 23, 31)');
    const page = await session.newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('https://huggingface.co/papers');
    const popup = await session.openPopup();
    await popup.getByText(`${PAPERS} left`).waitFor();
    expect(await isDark(popup)).toBe(true);
    await page.close();
    const next = await session.openPopup();
    expect(await isDark(next)).toBe(true);
    await forgetPage(next);
    await next.reload();
    await next.locator('h1').waitFor();
    expect(await isDark(next)).toBe(false);
  });
});

describe('on any other page', () => {
  it('one click goes to the digest that is open, and opens no other', async () => {
    const digest = await session.open('/papers/trending');
    // A paper's own page has our script too, but is no digest.
    await (await session.newPage()).goto('https://huggingface.co/papers/2107.05768');
    const control = await session.newPage();
    await control.goto(`chrome-extension://${session.browser.extensionId}/manifest.json`);
    const popup = await session.newPage();
    // The toolbar's popup, which is no tab, is about the tab in front; as a tab it would look for the digest by itself.
    await popup.addInitScript(() => {
      const api = globalThis as unknown as Record<string, { tabs: { getCurrent: unknown } } | undefined>;
      const getCurrent = (answer?: (tab: undefined) => void) => Promise.resolve(answer?.(undefined));
      for (const name of ['chrome', 'browser']) if (api[name]?.tabs) api[name].tabs.getCurrent = getCurrent;
    });
    await popup.goto(`chrome-extension://${session.browser.extensionId}/ui/popup/index.html`);
    const front = () =>
      control.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return tab!.index;
      });
    const tabs = session.browser.context.pages();
    expect(await front()).toBe(tabs.indexOf(popup));
    const closed = popup.waitForEvent('close');
    await popup.getByRole('link', { name: 'Open the daily papers' }).click();
    await expect.poll(front).toBe(tabs.indexOf(digest));
    await closed;
    expect(session.browser.context.pages()).toHaveLength(tabs.length - 1);
  });

  it('one click opens the digest when none is open', async () => {
    const popup = await session.openPopup();
    const opened = session.browser.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'Open the daily papers' }).click();
    expect((await opened).url()).toBe('https://huggingface.co/papers');
  });
});

describe('settings', () => {
  const openSettings = async () => {
    const popup = await session.openPopup();
    await popup.locator('summary', { hasText: 'Settings' }).click();
    return popup;
  };
  const stored = async () => (await session.storage.get())['settings'] as Record<string, unknown>;

  it('take a part off the cards at once, and give it back', async () => {
    const page = await session.open('/papers');
    const chips = page.locator('.papersift-chip');
    await expect.poll(() => chips.count()).toBeGreaterThan(10);
    const popup = await openSettings();
    const part = popup.getByRole('switch', { name: 'Topic chips' });
    await part.click();
    await expect.poll(() => chips.count()).toBe(0);
    await part.click();
    await expect.poll(() => chips.count()).toBeGreaterThan(10);
  });

  it('keep the switches of the badge and of the keyboard', async () => {
    const popup = await openSettings();
    await popup.getByRole('switch', { name: 'Count the matches that are left' }).click();
    await popup.getByRole('switch', { name: 'Keyboard shortcuts on the page' }).click();
    await expect.poll(stored).toMatchObject({ badge: false, keyboard: false });
  });

  it('take a new key, or two in a row, tell who lost it, and reset', async () => {
    const popup = await openSettings();
    await popup.bringToFront();
    const row = (name: string) => popup.locator('.key-list li', { hasText: name });
    await popup.getByRole('button', { name: 'Change the key of “Star”: S' }).click();
    await popup.keyboard.press('h');
    await expect.poll(stored).toMatchObject({ keys: { star: 'h' } });
    await expect.poll(() => row('Hide').innerText()).toContain('is used for “Star”.');
    await popup.keyboard.press('x');
    await expect.poll(stored).toMatchObject({ keys: { star: 'h x' } });
    // It listens no more.
    await popup.keyboard.press('y');
    await popup.getByRole('button', { name: 'Reset the key of “Star”' }).click();
    await popup.getByRole('button', { name: 'Change the key of “Star”: S' }).waitFor();
    await popup.getByRole('button', { name: 'Change the key of “Undo”: Z' }).click();
    await popup.keyboard.press('Backspace');
    await popup.getByRole('button', { name: 'Change the key of “Undo”: none' }).waitFor();
    await popup.getByRole('button', { name: /“Next paper”/ }).click();
    await popup.keyboard.press('Escape');
    await popup.getByRole('button', { name: 'Reset all keys' }).click();
    await expect.poll(stored).toMatchObject({ keys: {} });
  });
});

describe('mutes', () => {
  it('stand with their ends and their matches on the page, and leave the page alone once they have ended', async () => {
    const mute = (source: string, how: object) => ({ id: source, source, color: 'red', on: true, mute: how });
    await session.storage.set({ keywords: [mute('transformer', {}), mute('retrieval', { until: '2025-01-01' })] });
    await session.open('/papers?q=transformer');
    const popup = await session.openPopup();
    const row = (source: string) => popup.locator('.mutes .keyword', { hasText: source });
    await expect.poll(() => row('transformer').textContent()).toContain('for ever');
    await expect.poll(async () => Number.parseInt((await row('transformer').getByText(/\d+ matches/).textContent())!, 10)).toBeGreaterThan(5);
    await expect.poll(() => row('retrieval').textContent()).toContain('ended Jan 1, 2025');
    await expect.poll(() => row('retrieval').locator('.count').count()).toBe(0);
  });
});

it('finds among the starred papers by what an abstract says', async () => {
  const papers = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => {
      const id = `2402.${String(n).padStart(5, '0')}`;
      const paper = { title: `Paper ${n}`, abstract: n === 7 ? 'On zeolites.' : 'Nothing.', savedAt: `2026-01-01T00:${String(n).padStart(5, '0')}` };
      return [[`mark:${id}`, { version: 16, starred: true, hidden: false, read: false }], [`paper:${id}`, paper]];
    }).flat(),
  );
  await session.storage.set(papers);
  const popup = await session.openPopup();
  const titles = popup.locator('.paper-title');
  await expect.poll(() => titles.allInnerTexts()).toHaveLength(5);
  const search = popup.getByRole('searchbox', { name: 'Find in titles' });
  await search.fill('zeolite');
  await expect.poll(() => titles.allInnerTexts()).toEqual(['Paper 7']);
  await popup.getByText('1 found').waitFor();
  await search.fill('');
  await expect.poll(() => titles.allInnerTexts()).toHaveLength(5);
});

it('tells what keywords found in 30 days, and in words which found nothing', async () => {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const keywords = ['zeolite', 'yttrium'].map((source) => ({ id: source, source, color: 'red', on: true }));
  await session.storage.set({ keywords, [`hits:${day}`]: { zeolite: ['2402.00001', '2402.00002'] } });
  const popup = await session.openPopup();
  const row = (source: string) => popup.locator('.keyword', { hasText: source });
  await row('zeolite').getByText('2 papers in the last 30 days').waitFor({ state: 'attached' });
  await expect.poll(() => row('zeolite').locator('.dead').count()).toBe(0);
  await expect.poll(() => row('yttrium').locator('.dead').innerText()).toBe('no hits in 30 days');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium';
import { cardOf, enhanced, highlights, keyword, useSession } from './session';

declare const chrome: any;

const session = useSession({ keepBackForwardCache: true });
const PHENAKI = '2210.02399';

const star = (page: Page, title: string) => cardOf(page, title).locator('.papersift-star');
const pressed = (page: Page, title: string) => expect.poll(() => star(page, title).getAttribute('aria-pressed'));

/** All that the page is made of, but for what a host changes by itself. */
function markup(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { outerHTML } = document.documentElement;
    const sheets = document.adoptedStyleSheets.length;
    const painted = [...CSS.highlights.keys()].filter((name) => name.startsWith('papersift'));
    return JSON.stringify({ outerHTML, sheets, painted });
  });
}

describe('the switch in the popup', () => {
  it('leaves the page as it came, at once, and brings everything back', async () => {
    await session.storage.set({
      settings: { enabled: false, topicsOff: [] },
      keywords: [keyword('transformer')],
      [`mark:${PHENAKI}`]: { version: 1, starred: false, hidden: true, read: true },
    });
    const page = await session.newPage();
    await page.goto('https://huggingface.co/papers');
    await page.waitForFunction(() => 'sampleSite' in window);
    await page.evaluate(() => document.fonts.ready);
    const asItCame = await markup(page);
    expect(asItCame).not.toMatch(/data-papersift/);

    const popup = await session.openPopup();
    await popup.getByRole('switch', { name: /papersift/i }).first().click();
    await enhanced(page, 25);
    await cardOf(page, 'Phenaki').waitFor({ state: 'hidden' });
    await expect.poll(async () => (await highlights(page))['yellow']).toBeGreaterThan(0);

    await popup.getByRole('switch', { name: /papersift/i }).first().click();
    await expect.poll(() => page.locator('[data-papersift]').count()).toBe(0);
    expect(await markup(page)).toBe(asItCame);
    expect(await badge(popup)).toBe('off');
  });
});

it('everything is there after the browser was started anew', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'papersift-restart-'));
  const start = () => launchChromium({ sitePort: session.site.port, profile });
  let browser = await start();
  let page = browser.context.pages()[0]!;
  const popup = await browser.openPopup();
  await popup.locator('#add-field').fill('transformer');
  await popup.locator('#add-field').press('Enter');
  await popup.locator('.keyword', { hasText: 'transformer' }).waitFor();
  await page.goto('https://huggingface.co/papers');
  await enhanced(page, 25);
  await star(page, 'Phenaki').click();
  await cardOf(page, 'Combiner').locator('.papersift-hide').click();
  await page.getByText('1 hidden').waitFor();
  await browser.close();

  browser = await start();
  page = browser.context.pages()[0]!;
  await page.goto('https://huggingface.co/papers');
  await enhanced(page, 25);
  await pressed(page, 'Phenaki').toBe('true');
  await expect.poll(() => cardOf(page, 'Combiner').isVisible()).toBe(false);
  expect((await highlights(page))['yellow']).toBeGreaterThan(0);
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
});

it('works on when the browser has ended its worker, which wakes up for its events', async () => {
  const page = await session.open('/papers');
  await stopWorker(page);
  await star(page, 'Phenaki').click();
  await expect.poll(async () => (await session.storage.get())[`mark:${PHENAKI}`]?.starred).toBe(true);
  await stopWorker(page);
  const popup = await session.openPopup();
  await popup.getByRole('switch', { name: /papersift/i }).first().click();
  await expect.poll(() => badge(popup)).toBe('off');
  await expect.poll(() => page.locator('[data-papersift]').count()).toBe(0);
});

it('catches up when the page comes back from the back/forward cache', async () => {
  const page = await session.open('/papers');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.goto('https://huggingface.co/papers/2210.02399');
  await session.storage.set({
    [`mark:${PHENAKI}`]: { version: 5, starred: true, hidden: false, read: false },
    'mark:2107.05768': { version: 1, starred: false, hidden: true, read: false },
    keywords: [keyword('transformer')],
  });
  await page.evaluate(() => setTimeout(() => history.back(), 0));
  await page.waitForFunction(() => 'sameDocument' in window);
  await pressed(page, 'Phenaki').toBe('true');
  await cardOf(page, 'Combiner').waitFor({ state: 'hidden' });
  await expect.poll(async () => (await highlights(page))['yellow']).toBeGreaterThan(0);
});

it('a host that takes our parts out again and again is let have its way, and its page stays', async () => {
  // Not the session's page, whose console has to stay clean: here a word is due.
  const page = await session.browser.context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto('https://huggingface.co/papers?sample-cards=2');
  await enhanced(page, 2);
  const fought = await page.evaluate(async () => {
    let removed = 0;
    new MutationObserver(() => {
      const bar = document.querySelector('article .papersift-bar');
      if (bar) removed += 1;
      bar?.remove();
    }).observe(document.body, { childList: true, subtree: true });
    document.querySelector('article .papersift-bar')!.remove();
    let before = -1;
    // Over when a second has passed without a fight.
    while (before !== removed) {
      before = removed;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    return removed;
  });
  expect(fought).toBeGreaterThan(2);
  // Sixty times a card, and then no more.
  expect(fought).toBeLessThan(130);
  await expect.poll(() => page.locator('article').count()).toBe(2);
  expect(said).toEqual([expect.stringContaining('leaves the card of'), expect.stringContaining('leaves the card of')]);
});

describe('an update of the extension', () => {
  it('ends the old content script cleanly: nothing of ours stays, nothing is said in the console', async () => {
    const own = await launchChromium({ sitePort: session.site.port });
    afterAll(() => own.close());
    const page = own.context.pages()[0]!;
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const popup = await own.openPopup();
    const closed = popup.waitForEvent('close');
    await popup.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
    await closed;
    // The reader comes back and presses a key.
    await page.bringToFront();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('[data-papersift], [data-papersift-hold]').count()).toBe(0);
    await page.evaluate(() => window.sampleSite!.rerender());
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    expect(said).toEqual([]);
  });
});

it('the real popup, opened from the toolbar, tells about the page under it', async () => {
  const page = await session.open('/papers');
  await page.bringToFront();
  // Playwright does not see a popup as a page; a page of the same extension can look into it.
  const control = session.browser.context.pages()[0]!;
  await control.evaluate(async () => {
    const [window] = await chrome.windows.getAll();
    await chrome.windows.update(window.id, { focused: true });
    await chrome.action.openPopup({ windowId: window.id });
  });
  const popup = () =>
    control.evaluate(() => {
      const view = chrome.extension.getViews({ type: 'popup' })[0];
      const root = view?.document.documentElement;
      return root && { text: root.innerText, width: root.clientWidth, overflow: root.scrollWidth - root.clientWidth };
    });
  await expect.poll(async () => (await popup())?.text).toContain('25 papers');
  // Chromium makes it wider than it wants to be when it has to scroll.
  expect(await popup()).toMatchObject({ overflow: 0 });
  expect((await popup()).width).toBeGreaterThanOrEqual(380);
  await control.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0].close());
});

function badge(popup: Page): Promise<string> {
  return popup.evaluate(() => chrome.action.getBadgeText({}));
}

/** Ends the extension's worker, as the browser does after half a minute without events. */
async function stopWorker(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await stopped;
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, highlights, keyword, useSession } from './session';

const session = useSession();
const PHENAKI = '2210.02399';
const ADDRESS = `https://huggingface.co/papers/${PHENAKI}`;
const READ = { version: 1, starred: false, hidden: false, read: true };

const mark = async () => (await session.storage.get())[`mark:${PHENAKI}`];
const star = (page: Page) => page.locator('.papersift-bar .papersift-star');
const chips = (page: Page) => page.locator('.papersift-bar .papersift-chip').allTextContents();

/** The page with the nodes that the host mounted in place of the server's, and our bar at its title. */
async function openPaper(path = ''): Promise<Page> {
  const page = await session.newPage();
  await page.goto(ADDRESS + path);
  await page.waitForFunction(() => 'sampleSite' in window);
  await page.locator('h1 + .papersift-bar .papersift-star').waitFor();
  return page;
}

it('has the star, the chips and the read state at its title; the star keeps all that the page knows', async () => {
  const digest = await session.open('/papers');
  const onCard = await cardOf(digest, 'Phenaki').locator('.papersift-chip').allTextContents();
  const page = await openPaper();
  expect(onCard.length).toBeGreaterThan(0);
  expect(await chips(page)).toEqual(onCard);
  await star(page).click();
  await expect.poll(() => star(page).getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => cardOf(digest, 'Phenaki').locator('.papersift-star').getAttribute('aria-pressed')).toBe('true');
  const saved = (await session.storage.get())[`paper:${PHENAKI}`];
  expect(saved).toMatchObject({ title: expect.stringMatching(/^Phenaki/), authorCount: 9, publishedAt: '2022-10-05' });
  expect(saved.abstract.length).toBeGreaterThan(200);
});

it('paints keywords in its title and its abstract', async () => {
  await session.storage.set({ keywords: [keyword('phenaki', 'pink'), keyword('video', 'blue')] });
  const page = await openPaper();
  await expect.poll(() => highlights(page)).toMatchObject({ pink: expect.any(Number), blue: expect.any(Number) });
  expect((await highlights(page))['blue']).toBeGreaterThan(2);
});

describe('a visit', () => {
  it('marks the paper as read, once: what is marked as unread then stays so', async () => {
    const page = await openPaper();
    await expect.poll(mark).toEqual(READ);
    await page.locator('.papersift-read').click();
    await expect.poll(mark).toEqual({ ...READ, version: 2, read: false });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await star(page).click();
    await expect.poll(mark).toMatchObject({ starred: true, read: false });
  });

  it('is seen on the card of the page that opened it', async () => {
    const digest = await session.open('/papers');
    const opened = digest.context().waitForEvent('page');
    await cardOf(digest, 'Phenaki').locator('h3 a').click({ modifiers: ['Control'] });
    await (await opened).close();
    await expect.poll(() => cardOf(digest, 'Phenaki').locator('.papersift-read').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the host', () => {
  it('throws the server’s nodes away: the bar is at the title before and after', async () => {
    const page = await session.newPage();
    await page.goto(`${ADDRESS}?sample-remount=1500`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('h1 + .papersift-bar .papersift-star') && !('sampleSite' in window));
    await page.evaluate(() => document.querySelector('h1')!.setAttribute('data-server', ''));
    await page.waitForFunction(() => 'sampleSite' in window && document.querySelector('h1 + .papersift-bar .papersift-star'));
    await expect.poll(() => page.locator('[data-server]').count()).toBe(0);
    await expect.poll(() => page.locator('.papersift-bar').count()).toBe(1);
    await page.waitForFunction(() => !document.querySelector('[data-papersift-hold], [data-papersift-hold-below]'));
  });

  it('takes the bar out: it comes back', async () => {
    const page = await openPaper();
    await page.evaluate(() => {
      const title = document.querySelector('h1')!;
      title.nextElementSibling!.remove();
      title.firstChild!.nodeValue += ' (v2)';
    });
    await page.locator('h1 + .papersift-bar .papersift-star').waitFor();
    await expect.poll(() => page.locator('.papersift-bar').count()).toBe(1);
  });

  it.each(['missing', 'broken', 'stale'])('has its data %s: the page itself is read', async (state) => {
    await session.storage.set({ keywords: [keyword('video', 'blue')] });
    const page = await openPaper(`?sample-props=${state}`);
    expect((await chips(page)).length).toBeGreaterThan(0);
    await star(page).click();
    await expect.poll(async () => (await session.storage.get())[`paper:${PHENAKI}`]?.title).toMatch(/^Phenaki/);
    expect((await session.storage.get())[`paper:${PHENAKI}`].abstract).toMatch(/video/);
  });

  it('is translated: the star keeps the original title', async () => {
    const page = await openPaper();
    await page.evaluate(() => {
      const translated = document.createElement('font');
      translated.append('Ein anderer Titel');
      document.querySelector('h1')!.firstChild!.replaceWith(translated);
    });
    await star(page).click();
    await expect.poll(async () => (await session.storage.get())[`paper:${PHENAKI}`]?.title).toMatch(/^Phenaki/);
  });

  it('has the address of a paper before its page: the heading of the listing stays alone', async () => {
    const id = '2401.12345';
    await session.storage.set({ [`mark:${id}`]: { version: 1, starred: true, hidden: false, read: false } });
    const page = await session.open('/papers?sample-cards=4', 4);
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      document.querySelector('article [role=checkbox] .leading-none')!.textContent = '7';
    }, `/papers/${id}`);
    await expect.poll(() => page.locator('article .papersift-bar').count()).toBe(0);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await page.locator('.papersift-bar').count()).toBe(0);
    expect((await session.storage.get())[`paper:${id}`]).toBeUndefined();
  });

  it('renames its classes: nothing is lost', async () => {
    const page = await openPaper('?sample-drift=1');
    expect((await chips(page)).length).toBeGreaterThan(0);
  });

  it('goes to a listing and to another paper without loading a page', async () => {
    const page = await openPaper();
    await page.evaluate(() => {
      history.pushState(null, '', '/papers/2107.05768');
      document.querySelector('h1')!.firstChild!.nodeValue = 'Combiner: another paper';
    });
    await expect.poll(() => star(page).getAttribute('aria-label')).toMatch(/Combiner: another paper$/);
    await expect.poll(async () => (await session.storage.get())['mark:2107.05768']).toEqual(READ);
    await page.evaluate(() => {
      history.pushState(null, '', '/papers');
      document.querySelector('h1')!.firstChild!.nodeValue = 'Daily Papers';
    });
    await expect.poll(() => page.locator('h1 + .papersift-bar').count()).toBe(0);
    // What were comments of the paper is now read as the cards of a listing.
    const stars = () => page.locator('article .papersift-star').count();
    await expect.poll(stars).toBe(2);
    // A page that is neither, and back.
    const cards = await page.evaluateHandle(() => [...document.querySelectorAll('article')]);
    await page.evaluate((articles) => {
      history.pushState(null, '', '/papers/submit');
      for (const article of articles) article.remove();
    }, cards);
    await expect.poll(() => page.locator('.papersift-bar, .papersift-triage').count()).toBe(0);
    await page.evaluate((articles) => {
      history.pushState(null, '', '/papers');
      document.querySelector('main')!.append(...articles);
    }, cards);
    await expect.poll(stars).toBe(2);
    await page.evaluate(() => {
      history.pushState(null, '', '/papers/2107.05768');
      document.querySelectorAll('article').forEach((article) => article.remove());
    });
    await page.locator('h1 + .papersift-bar').waitFor();
  });
});

it('switched off, the page is as it came', async () => {
  await session.storage.set({ settings: { enabled: false, topicsOff: [] }, keywords: [keyword('video')] });
  const page = await session.newPage();
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'sampleSite' in window);
  const markup = () => page.evaluate(() => document.documentElement.outerHTML);
  const asItCame = await markup();
  expect(asItCame).not.toMatch(/papersift/);
  await session.storage.set({ settings: { enabled: true, topicsOff: [] } });
  await star(page).waitFor();
  await session.storage.set({ settings: { enabled: false, topicsOff: [] } });
  await expect.poll(() => page.locator('[data-papersift]').count()).toBe(0);
  expect(await markup()).toBe(asItCame);
});

it.each(['', '?sample-remount=400'])('nothing of ours moves what was painted %s', async (path) => {
  const page = await session.newPage();
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources } = entry as unknown as { sources: { node?: Node }[] };
        for (const { node } of sources) shifts.push((node as Element | undefined)?.outerHTML?.slice(0, 80) ?? 'text');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(ADDRESS + path);
  await page.waitForFunction(() => 'sampleSite' in window && document.querySelector('h1 + .papersift-bar .papersift-star'));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
  expect(shifts.filter((node) => !node.startsWith('<footer'))).toEqual([]);
});

it('a page left and come back to is enhanced', async () => {
  const page = await openPaper();
  await page.goto('https://huggingface.co/papers');
  await enhanced(page, 25);
  await page.goBack();
  await star(page).waitFor();
});

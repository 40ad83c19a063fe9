import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, keyword, useSession } from './session';

const session = useSession();

const FIGURES = {
  upvotes: 'paper.upvotes',
  github: 'paper.githubStars',
  comments: 'numComments',
  newest: 'paper.publishedAt',
} as const;

const box = (page: Page) => page.locator('.papersift-filter-box');
const sortBy = (page: Page, sort: string) => page.locator('.papersift-select').selectOption(sort);
const mute = (source: string) => ({ ...keyword(source), mute: {} });
const change = (page: Page, how: 'rerender' | 'reorder' | 'reuse') => page.evaluate((name) => window.sampleSite![name](), how);

/** Ids of the papers as they are seen: row by row. */
function seen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article')]
      .filter((card) => card.checkVisibility())
      .map((card) => ({ id: card.querySelector('h3 a')!.getAttribute('href')!.slice(8), box: card.getBoundingClientRect() }))
      .sort((a, b) => Math.round(a.box.top - b.box.top) || a.box.left - b.box.left)
      .map(({ id }) => id),
  );
}

/** What the host says of each paper. */
function figures(page: Page, path: string): Promise<Record<string, number | undefined>> {
  return page.evaluate((keys) => {
    const { dailyPapers } = JSON.parse(document.querySelector<HTMLElement>('[data-target="DailyPapers"]')!.dataset['props']!);
    const figure = (entry: any) => keys.reduce((at, key) => at?.[key], entry);
    return Object.fromEntries(dailyPapers.map((entry: any) => [entry.paper.id, typeof figure(entry) === 'string' ? Date.parse(figure(entry)) : figure(entry)]));
  }, path.split('.'));
}

/** Collects from now on, after each frame that was painted, the words of cards that are seen without `word`. */
function watchStrangers(word: string): void {
  const strangers = new Set<string>();
  Object.assign(globalThis, { strangers, framesWatched: 0 });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    for (const card of document.querySelectorAll('article')) {
      const words = card.textContent.toLowerCase();
      if (!words.includes(word) && card.checkVisibility({ visibilityProperty: true, opacityProperty: true })) strangers.add(words.slice(0, 80));
    }
    Object.assign(globalThis, { framesWatched: (globalThis as any).framesWatched + 1 });
    requestAnimationFrame(() => port2.postMessage(null));
  });
  port1.start();
  requestAnimationFrame(() => port2.postMessage(null));
}

const strangers = (page: Page) => page.evaluate(() => [...(globalThis as unknown as { strangers: Set<string> }).strangers]);
const frames = (page: Page, count = 5) =>
  page.evaluate((n) => new Promise<void>((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : void requestAnimationFrame(() => next(left - 1)));
    next(n);
  }), count);

/** Papers whose cards Tab comes to, from the sorts in the bar on. */
async function tabThrough(page: Page, papers: number): Promise<string[]> {
  await page.locator('.papersift-select').focus();
  const visited: string[] = [];
  for (let i = 0; i < 900 && visited.length < papers; i += 1) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h3 a')?.getAttribute('href')?.slice(8));
    if (id && visited.at(-1) !== id) visited.push(id);
  }
  return visited;
}

describe('a sort', () => {
  it.each(Object.entries(FIGURES))('%s: the highest first, missing ones last, the same when the host makes its cards anew', async (sort, path) => {
    const page = await session.open('/papers', 25);
    const bySite = await seen(page);
    await sortBy(page, sort);
    const known = await figures(page, path);
    const value = (id: string) => known[id] ?? -Infinity;
    const expected = bySite.toSorted((a, b) => value(b) - value(a));
    expect(expected).not.toEqual(bySite);
    await expect.poll(() => seen(page)).toEqual(expected);
    for (const how of ['rerender', 'reorder', 'rerender'] as const) {
      await change(page, how);
      await enhanced(page, 25);
      // Equal ones stand as the site has them, which has turned around.
      await expect.poll(async () => (await seen(page)).map(value)).toEqual(expected.map(value));
    }
    await sortBy(page, 'site');
    await expect.poll(() => seen(page)).toEqual(bySite.toReversed());
  });

  it('is seen in a list that stacks its cards as blocks, which looks as before but for the order', async () => {
    const page = await session.open('/papers?sample-cards=6', 6);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.paper-grid { display: block; gap: 40px } .paper-grid > * { margin-bottom: 10px }');
      document.adoptedStyleSheets.push(sheet);
    });
    const bySite = await seen(page);
    /** Where each card begins, how wide it is, and how far from the one above. */
    const looks = () => page.evaluate(() => {
      const boxes = [...document.querySelectorAll('article')].map((card) => card.getBoundingClientRect()).sort((a, b) => a.top - b.top);
      return boxes.map(({ left, width, top }, i) => [left, width, i === 0 ? 0 : Math.round(top - boxes[i - 1]!.bottom)]);
    });
    const before = await looks();
    await sortBy(page, 'upvotes');
    await expect.poll(() => seen(page)).not.toEqual(bySite);
    const known = await figures(page, FIGURES.upvotes);
    expect(await seen(page)).toEqual(bySite.toSorted((a, b) => (known[b] ?? -1) - (known[a] ?? -1)));
    expect(await looks()).toEqual(before);
    await page.bringToFront();
    await frames(page);
    const order = await seen(page);
    expect(await tabThrough(page, order.length)).toEqual(order);
    await sortBy(page, 'site');
    await expect.poll(() => seen(page)).toEqual(bySite);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.paper-grid')!).display)).toBe('block');
  });

  it('keyword matches: papers with more of the keywords first', async () => {
    await session.storage.set({ keywords: [keyword('transformer'), keyword('language model*')] });
    const page = await session.open('/papers', 25);
    await sortBy(page, 'keywords');
    const matches = () => page.evaluate(() => [...document.querySelectorAll('.papersift-why-matches')].map((each) => each.closest('article')!.querySelector('h3 a')!.getAttribute('href')!.slice(8)));
    const found = await matches();
    expect(found.length).toBeGreaterThan(2);
    await expect.poll(async () => (await seen(page)).slice(0, found.length).toSorted()).toEqual(found.toSorted());
  });
});

describe('filters', () => {
  it('hold while the host makes, moves and reuses its cards, and nothing that is left out is ever painted', async () => {
    const page = await session.open('/papers?q=transformer&sample-cards=25', 25);
    await box(page).fill('bert');
    const before = await seen(page);
    await expect.poll(async () => (await seen(page)).length).toBeLessThan(25);
    await frames(page);
    await page.evaluate(watchStrangers, 'bert');
    const kept = (await seen(page)).toSorted();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(before.length + 1);
    for (const how of ['rerender', 'reorder', 'reuse', 'rerender'] as const) {
      await change(page, how);
      await frames(page);
      await expect.poll(async () => (await seen(page)).toSorted()).toEqual(kept);
    }
    expect(await strangers(page)).toEqual([]);
    // The watch can fail: without the filter all the others are seen.
    await box(page).fill('');
    await expect.poll(async () => (await strangers(page)).length).toBeGreaterThan(0);
  });

  it('hold for search results that arrive as one types', async () => {
    const page = await session.open('/papers?q=transformer');
    await box(page).fill('model');
    await expect.poll(() => page.locator('.papersift-result').innerText()).toMatch(/shown/);
    await frames(page);
    await page.evaluate(watchStrangers, 'model');
    const search = page.locator('input[name="daily-papers-search"]');
    await search.fill('');
    await search.pressSequentially('language', { delay: 30 });
    await expect.poll(() => new URL(page.url()).search).toBe('?q=language');
    await enhanced(page);
    await frames(page);
    await expect.poll(() => box(page).inputValue()).toBe('model');
    expect((await seen(page)).length).toBeGreaterThan(0);
    expect(await strangers(page)).toEqual([]);
  });

  it('are what was typed last, also when the host makes its cards anew between two letters', async () => {
    const page = await session.open('/papers/month/2025-12?sample-cards=200', 200);
    await page.bringToFront();
    await box(page).click();
    for (const letter of 'diffusion') {
      await page.keyboard.press(letter);
      if ('fu'.includes(letter)) await change(page, 'rerender');
    }
    await enhanced(page, 200);
    await expect.poll(() => box(page).inputValue()).toBe('diffusion');
    await expect.poll(() => page.locator('.papersift-result').innerText()).toMatch(/^\d+ of 200 shown/);
    const count = Number.parseInt(await page.locator('.papersift-result').innerText(), 10);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(100);
    await expect.poll(async () => (await seen(page)).length).toBe(count);
  });

  it('and sorts leave the nodes of the host where they are', async () => {
    await session.storage.set({ keywords: [mute('Phenaki')] });
    const page = await session.open('/papers', 25);
    await page.evaluate(() => {
      const list = document.querySelector('article')!.parentElement!;
      const changes: string[] = [];
      Object.assign(globalThis, { changes, listed: [...list.children] });
      new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(list, { childList: true });
    });
    const before = await seen(page);
    await sortBy(page, 'upvotes');
    await box(page).fill('bert');
    await expect.poll(async () => (await seen(page)).length).toBeLessThan(25);
    await box(page).fill('');
    await sortBy(page, 'site');
    await expect.poll(() => seen(page)).toEqual(before);
    const { changes, same } = await page.evaluate(() => {
      const { changes: found, listed } = globalThis as unknown as { changes: string[]; listed: Element[] };
      const now = [...document.querySelector('article')!.parentElement!.children];
      return { changes: found, same: now.length === listed.length && now.every((each, i) => each === listed[i]) };
    });
    expect(changes).toEqual([]);
    expect(same).toBe(true);
  });
});

describe('Tab', () => {
  it('goes through the cards as they are seen, sorted and with folded ones', async () => {
    await session.storage.set({ keywords: [mute('Phenaki'), mute('Combiner')] });
    const page = await session.open('/papers', 25);
    await page.bringToFront();
    await sortBy(page, 'upvotes');
    await expect.poll(() => page.locator('[data-papersift-folded]').count()).toBe(2);
    await frames(page);
    const order = await seen(page);
    expect(await tabThrough(page, order.length)).toEqual(order);
  }, 60_000);

  it('does so in a list that the browser has laid out only in part', async () => {
    const page = await session.open('/papers', 25);
    await page.bringToFront();
    await page.evaluate(() => {
      const moving = document.createElement('i');
      moving.style.cssText = 'position: absolute; top: 0; width: 1px; height: 1px';
      const card = document.querySelector('article')!;
      card.style.position = 'relative';
      card.append(moving);
      let top = 0;
      // Before each key the host moves something: the list's children stay as they are.
      document.addEventListener('keyup', () => {
        moving.style.top = `${(top += 1)}px`;
        void document.body.offsetTop;
      });
    });
    await sortBy(page, 'upvotes');
    await frames(page);
    const order = (await seen(page)).slice(0, 6);
    expect(await tabThrough(page, order.length)).toEqual(order);
  });
});

describe('a mute', () => {
  it('is ended from the line of a folded card, and taken back by Undo', async () => {
    await session.storage.set({ keywords: [mute('Phenaki')] });
    const page = await session.open('/papers', 25);
    const line = cardOf(page, 'Phenaki').locator('.papersift-muted');
    await line.getByRole('button', { name: 'Unmute: Phenaki' }).focus();
    await page.keyboard.press('Enter');
    await line.waitFor({ state: 'detached' });
    expect((await session.storage.get())['keywords'][0].mute).toBeUndefined();
    // The focus goes on in the card that was unfolded.
    expect(await page.evaluate(() => document.activeElement?.closest('article')?.textContent)).toContain('Phenaki');
    await page.getByRole('button', { name: 'Undo' }).click();
    await line.waitFor({ state: 'visible' });
  });

  it('ends with its last day on a page that was left open', async () => {
    const page = await session.newPage();
    const client = await page.context().newCDPSession(page);
    // A day apart at every hour: midnight passes when the reader is elsewhere.
    await client.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Honolulu' });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Honolulu' }).format(new Date());
    await session.storage.set({ keywords: [{ ...keyword('Phenaki'), mute: { until: today } }] });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const line = cardOf(page, 'Phenaki').locator('.papersift-muted');
    await line.waitFor({ state: 'visible' });
    await client.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Kiritimati' });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await line.waitFor({ state: 'detached' });
  });
});

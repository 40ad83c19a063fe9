import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { watchPaint, type PaintLog } from './paint-log';
import { cardOf, enhanced, keyword, useSession } from './session';

const session = useSession();
const PHENAKI = '2210.02399';
const COMBINER = '2107.05768';
const hidden = { version: 1, starred: false, hidden: true, read: false };

describe('a hidden paper is never painted', () => {
  it.each(['/papers', '/papers?q=transformer', '/papers/trending', '/papers?sample-layout=2024', '/papers?sample-remount=300'])(
    'on a later visit: %s',
    async (path) => {
      await session.storage.set({ [`mark:${COMBINER}`]: hidden });
      const page = await session.newPage();
      await page.addInitScript(watchPaint, [COMBINER, PHENAKI]);
      // What the browser itself reports to have painted, beside what each frame shows.
      await page.addInitScript(watchElementTiming, COMBINER);
      await page.goto(`https://huggingface.co${path}`);
      await enhanced(page);
      await cardOf(page, 'Utilizing BERT').waitFor({ state: 'visible' });
      const log = await paintLog(page);
      expect(log.found[COMBINER]).toBeGreaterThan(0);
      expect(log.painted[COMBINER]).toBe(0);
      expect(await page.evaluate(() => (globalThis as unknown as { timed: string[] }).timed)).toEqual([]);
    },
  );

  it('when the host makes its cards anew, moves them, or gives their nodes to other papers', async () => {
    await session.storage.set({ [`mark:${COMBINER}`]: hidden });
    const page = await session.newPage();
    await page.addInitScript(watchPaint, [COMBINER]);
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    for (const what of ['rerender', 'reorder', 'reuse', 'rerender'] as const) {
      await page.evaluate((name) => window.sampleSite![name](), what);
      const before = (await paintLog(page)).found[COMBINER]!;
      await page.waitForFunction(([id, frames]) => paintLogOf(id) > frames + 3, [COMBINER, before] as const);
    }
    expect((await paintLog(page)).painted[COMBINER]).toBe(0);
  });

  it('on a machine so slow that the style sheet would show it before it is known to be hidden', async () => {
    await session.storage.set({ [`mark:${COMBINER}`]: hidden });
    const page = await session.newPage();
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    await page.addInitScript(watchPaint, [COMBINER]);
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const log = await paintLog(page);
    expect(log.found[COMBINER]).toBeGreaterThan(0);
    expect(log.painted[COMBINER]).toBe(0);
  });

  it('and a paper that is not hidden is: the measure can fail', async () => {
    const page = await session.newPage();
    await page.addInitScript(watchPaint, [COMBINER]);
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    await expect.poll(async () => (await paintLog(page)).painted[COMBINER]).toBeGreaterThan(0);
  });
});

describe('layout shift', () => {
  it.each([
    ['day', '/papers'],
    ['day, slow mount', '/papers?sample-remount=400'],
    ['100 cards', '/papers?sample-cards=100'],
    ['trending', '/papers/trending'],
    ['search', '/papers?q=transformer'],
    ['one card', '/papers?sample-cards=1'],
  ])('nothing of ours moves what was painted: %s', async (_, path) => {
    await session.storage.set({ keywords: [keyword('transformer'), keyword('training', 'pink')], [`mark:${COMBINER}`]: hidden });
    const page = await session.newPage();
    await page.addInitScript(watchShift);
    await page.goto(`https://huggingface.co${path}`);
    await enhanced(page);
    // The host's footer jumps by itself when the host throws its nodes away, unless all is in sight anyway.
    const ours = (await shifts(page)).filter(({ nodes }) => path.includes('cards=1') || nodes.some((node) => !node?.startsWith('<footer')));
    expect(ours).toEqual([]);
  });

  it.each([
    ['day', '/papers', 25],
    ['100 cards', '/papers?sample-cards=100', 100],
    ['search', '/papers?q=transformer', undefined],
  ])('nothing moves on a page with mutes and with a lens that was kept: %s', async (_, path, cards) => {
    await session.storage.set({ keywords: [keyword('transformer'), { ...keyword('Phenaki'), mute: {} }, { ...keyword('Combiner'), mute: {} }] });
    const page = await session.open(path, cards);
    await page.locator('.papersift-select').selectOption('upvotes');
    await page.locator('.papersift-filter-box').fill('transformer');
    await expect.poll(() => page.locator('.papersift-result').innerText()).toMatch(/shown/);
    await page.addInitScript(watchShift);
    await page.reload();
    await enhanced(page, cards);
    await expect.poll(() => page.locator('.papersift-filter-box').inputValue()).toBe('transformer');
    const ours = (await shifts(page)).filter(({ nodes }) => nodes.some((node) => !node?.startsWith('<footer')));
    expect(ours).toEqual([]);
  });

  it('is measured: a line pushed in above the cards is seen', async () => {
    const page = await session.newPage();
    await page.addInitScript(watchShift);
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    await page.evaluate(() => document.querySelector('.papersift-triage')!.before(Object.assign(document.createElement('p'), { textContent: 'x', style: 'height:99px' })));
    await expect.poll(() => shifts(page)).not.toEqual([]);
  });
});

it('a message with a title that cannot be broken fits a phone, and so does its button', async () => {
  const page = await session.newPage();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('https://huggingface.co/papers?sample-props=missing');
  await enhanced(page, 25);
  await page.evaluate(() => document.querySelector('article h3 a')!.replaceChildren('Unbreakable'.repeat(30)));
  const card = page.locator('article').first();
  await expect.poll(() => card.locator('.papersift-hide').getAttribute('aria-label')).toContain('UnbreakableUnbreakable');
  await card.locator('.papersift-hide').click();
  const { x, width } = (await page.locator('.papersift-toast').boundingBox())!;
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(390);
  expect((await page.locator('.papersift-toast-action').boundingBox())!.x).toBeLessThan(x + width);
});

describe('on a page that is laid out in another way', () => {
  const boxes = (page: Page, ...selectors: string[]) =>
    page.evaluate((all) => all.map((selector) => {
      const { left, right, top, bottom, width } = document.querySelector(selector)!.getBoundingClientRect();
      return { left: Math.round(left), right: Math.round(right), top: top + scrollY, bottom: bottom + scrollY, width: Math.round(width) };
    }), selectors);
  const restyle = (page: Page, css: string) => page.addInitScript((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, css);

  it.each([
    ['a row', 'article { display: flex !important } .trending-narrow { display: none !important } .trending-wide { flex: 1; min-width: 0 }'],
    ['a grid', 'article { display: grid !important; grid-template-columns: 1fr 200px } .trending-narrow { display: none !important }'],
    ['a column', 'article { display: flex !important; flex-direction: column }'],
  ])('the bar is at the foot of a card and as wide as it: %s', async (_, css) => {
    const page = await session.newPage();
    await restyle(page, css);
    await page.goto('https://huggingface.co/papers/trending?sample-cards=3');
    await enhanced(page, 3);
    await expect.poll(async () => {
      const [card, bar, star, text] = await boxes(page, 'article', 'article .papersift-bar', 'article .papersift-star', 'article .trending-wide');
      const edges = [bar!.left - card!.left, card!.right - bar!.right];
      return { edges, isBelow: bar!.top >= text!.bottom, hasStar: star!.right < card!.right, hasText: text!.width > 600 };
    }).toEqual({ edges: [1, 1], isBelow: true, hasStar: true, hasText: true });
  });

  it.each([
    ['a row', 'display: flex; gap: 20px'],
    ['a grid', 'display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 20px'],
  ])('the bar above the cards is above what stands beside them: %s', async (_, style) => {
    const page = await session.open('/papers?sample-cards=6', 6);
    await page.evaluate((rules) => {
      const list = document.querySelector<HTMLElement>('.paper-grid')!;
      const row = document.createElement('div');
      row.style.cssText = rules;
      const aside = document.createElement('aside');
      aside.style.width = '300px';
      list.style.flex = '1';
      list.replaceWith(row);
      row.append(list, aside);
      document.querySelector('.papersift-triage')!.remove();
    }, style);
    await page.locator('.papersift-triage').waitFor();
    await expect.poll(async () => {
      const [bar, list, aside] = await boxes(page, '.papersift-triage', '.paper-grid', 'aside');
      return { width: bar!.width - (aside!.right - list!.left), isAbove: bar!.bottom <= list!.top && bar!.bottom <= aside!.top, isBeside: list!.top === aside!.top };
    }).toEqual({ width: 0, isAbove: true, isBeside: true });
    expect(await page.locator('.papersift-triage').count()).toBe(1);
  });
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each([1440, 768, 390, 320])('fits a page %i pixels wide', async (width) => {
    await session.storage.set({ keywords: [keyword('transformer'), keyword('training', 'pink')] });
    const page = await session.newPage();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/papers', '/papers/trending', '/papers?q=transformer']) {
      await page.goto(`https://huggingface.co${path}`);
      await enhanced(page, 25);
      // All of the triage bar that can be opened.
      const closed = page.locator('.papersift-triage [aria-expanded=false]:visible');
      while ((await closed.count()) > 0) await closed.first().click();
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('.papersift-bar, .papersift-bar *, .papersift-triage, .papersift-triage *')]
          .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.matches('.papersift-unseen'))
          .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < 0 || right > document.documentElement.clientWidth;
          })
          .map((part) => part.outerHTML.slice(0, 80)),
      );
      expect(outside).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(colorScheme === 'dark');
  });
});

declare function paintLogOf(id: string): number;

async function paintLog(page: Page): Promise<PaintLog> {
  return page.evaluate(() => {
    const { paintLog: log } = globalThis as unknown as { paintLog: PaintLog };
    Object.assign(globalThis, { paintLogOf: (id: string) => log.found[id] });
    return log;
  });
}

/** Has the browser report each painting of the title of the paper, in the global `timed`. */
function watchElementTiming(id: string): void {
  const timed: string[] = [];
  Object.assign(globalThis, { timed });
  new PerformanceObserver((list) => timed.push(...list.getEntries().map(({ name }) => name))).observe({ type: 'element', buffered: true });
  new MutationObserver(() => {
    for (const link of document.querySelectorAll(`h3 a[href="/papers/${id}"]:not([elementtiming])`)) link.setAttribute('elementtiming', id);
  }).observe(document, { childList: true, subtree: true });
}

interface Source {
  readonly node?: Node;
  readonly previousRect: DOMRectReadOnly;
  readonly currentRect: DOMRectReadOnly;
}

interface Shift {
  readonly value: number;
  /** The beginnings of what has moved. */
  readonly nodes: readonly (string | undefined)[];
  /** Where each was and is. */
  readonly moves: readonly (readonly string[])[];
  /** The lowest edge of all that has moved, before or after. */
  readonly bottom: number;
}

/** Collects layout shifts in the global `shifts`. */
function watchShift(): void {
  const found: Shift[] = [];
  Object.assign(globalThis, { shifts: found });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as unknown as { value: number; sources: Source[] };
      // A node may be gone by now: where it was says which it was.
      const moves = sources.map(({ previousRect, currentRect }) => [previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height].join(' ')));
      const bottom = Math.max(...sources.flatMap(({ previousRect, currentRect }) => [previousRect.bottom, currentRect.bottom]));
      found.push({ value, moves, bottom, nodes: sources.map(({ node }) => (node as Element | undefined)?.outerHTML?.slice(0, 90)) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * The shifts so far at and below our bar, after two more frames: a shift is reported after the frame in which it happened. What
 * stands above it we cannot move: the host's headline makes room for its picture, and its tabs for a date that is parsed a frame later.
 */
async function shifts(page: Page): Promise<Shift[]> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
  return page.evaluate(() => {
    const { top } = document.querySelector('.papersift-triage')!.getBoundingClientRect();
    return (globalThis as unknown as { shifts: Shift[] }).shifts.filter(({ bottom }) => bottom > top + scrollY);
  });
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, highlights, keyword, useSession } from './session';

const session = useSession();
const TITLE = 'A Survey of Techniques';
const peek = (page: Page, title = TITLE) => cardOf(page, title).locator('.papersift-peek');
const abstract = (page: Page, title = TITLE) => cardOf(page, title).locator('.papersift-abstract-text');

/** What is painted inside opened abstracts. */
const paintedThere = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights.entries()]
      .filter(([name]) => name.startsWith('papersift-'))
      .flatMap(([, all]) => [...all])
      .filter(({ startContainer }) => startContainer.parentElement?.closest('.papersift-abstract-text'))
      .map(({ startContainer, startOffset, endOffset }) => startContainer.textContent!.slice(startOffset, endOffset)),
  );

describe('abstract peek', () => {
  it('opens the abstract in place with keywords highlighted, in place of the quote, and closes it', async () => {
    await session.storage.set({ keywords: [keyword('pruning', 'blue')] });
    const page = await session.open('/papers', 25);
    await cardOf(page, TITLE).locator('.papersift-reason-text').getByText('pruning').waitFor();
    const before = await highlights(page);
    await peek(page).click();
    await expect.poll(() => abstract(page).innerText()).toMatch(/^Serving a transformer is now .* pruning/);
    await expect.poll(() => peek(page).getAttribute('aria-expanded')).toBe('true');
    const controls = await peek(page).getAttribute('aria-controls');
    await expect.poll(() => page.locator(`[id="${controls}"]`).innerText()).toMatch(/^Serving/);
    expect(await paintedThere(page)).toEqual(['pruning']);
    await expect.poll(() => cardOf(page, TITLE).locator('.papersift-reason').innerText()).toBe('');
    await peek(page).click();
    await expect.poll(() => abstract(page).count()).toBe(0);
    await expect.poll(() => cardOf(page, TITLE).locator('.papersift-reason').innerText()).toContain('pruning');
    expect(await highlights(page)).toEqual(before);
  });

  it('stays open when the host makes its cards anew, moves them, or throws its nodes away', async () => {
    await session.storage.set({ keywords: [keyword('pruning', 'blue')] });
    const page = await session.open('/papers', 25);
    await peek(page).click();
    for (const what of ['rerender', 'reorder', 'reuse', 'rerender'] as const) {
      await page.evaluate((name) => window.sampleSite![name](), what);
      await enhanced(page, 25);
      await expect.poll(() => abstract(page).count()).toBe(1);
      await expect.poll(() => paintedThere(page)).toEqual(['pruning']);
    }
    await expect.poll(() => page.locator('.papersift-abstract-text').count()).toBe(1);
  });

  it('is offered on trending, whose cards cut it off, and not on the search, which shows all of it', async () => {
    const trending = await session.open('/papers/trending', 25);
    await peek(trending, 'Codebook').click();
    await abstract(trending, 'Codebook').waitFor();
    const search = await session.open('/papers?q=transformer');
    await expect.poll(() => search.locator('.papersift-peek:visible').count()).toBe(0);
    await expect.poll(() => search.locator('.papersift-star:visible').count()).toBeGreaterThan(5);
  });

  it('is offered on trending with one copy of each card, and on a day with a link for screen readers', async () => {
    const offered = (page: Page) => page.locator('.papersift-peek:not([hidden])');
    const trending = await session.open('/papers/trending?sample-cards=6', 6);
    await trending.evaluate(() => document.querySelectorAll('.trending-narrow').forEach((copy) => copy.remove()));
    await expect.poll(() => trending.locator('article h3').count()).toBe(6);
    const day = await session.open('/papers?sample-cards=4', 4);
    await day.evaluate(() => {
      for (const card of document.querySelectorAll('article')) {
        const link = card.querySelector<HTMLAnchorElement>('h3 a')!.cloneNode() as HTMLAnchorElement;
        link.append('Read the paper: ', card.querySelector('h3 a')!.textContent);
        card.prepend(link);
      }
    });
    for (const page of [trending, day]) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await expect.poll(() => offered(trending).count()).toBe(6);
    await expect.poll(() => offered(day).count()).toBe(4);
  });

  it('is left out where the reader does not want it, and comes back', async () => {
    const page = await session.open('/papers', 25);
    await peek(page).click();
    await session.storage.set({ settings: { enabled: true, topicsOff: [], partsOff: ['abstract', 'links'] } });
    await expect.poll(() => page.locator('.papersift-peek:visible, .papersift-cite:visible, .papersift-abstract-text').count()).toBe(0);
    await session.storage.set({ settings: { enabled: true, topicsOff: [] } });
    await expect.poll(() => page.locator('.papersift-peek:visible, .papersift-cite:visible').count()).toBe(50);
  });

  it('shows LaTeX as a reader would write it, in the abstract and in the quote', async () => {
    const page = await session.newPage();
    // The host's own data, as some authors send it, before anybody has read it.
    await page.addInitScript(() => {
      new MutationObserver(() => {
        for (const island of document.querySelectorAll('[data-target="DailyPapers"][data-props*="Serving a transformer is now"]')) {
          const latex = JSON.stringify('``Serving\'\' a \\textbf{transformer} costs 80\\% of $O(n^2)$, is now').slice(1, -1);
          island.setAttribute('data-props', island.getAttribute('data-props')!.replaceAll('Serving a transformer is now', () => latex));
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await session.storage.set({ keywords: [keyword('80%', 'blue')] });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    await expect.poll(() => cardOf(page, TITLE).locator('.papersift-reason').innerText()).toContain('“Serving” a transformer costs 80% of O(n²), is now');
    await peek(page).click();
    await expect.poll(() => abstract(page).innerText()).toMatch(/^“Serving” a transformer costs 80% of O\(n²\), is now/);
    await expect.poll(() => paintedThere(page)).toEqual(['80%']);
  });

  it('keeps the parts of the cards beside it near their cards', async () => {
    const page = await session.newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const gap = () =>
      cardOf(page, 'Combiner').evaluate((card) => {
        const bar = card.querySelector('.papersift-bar')!;
        return card.querySelector('.papersift-parts')!.getBoundingClientRect().top - bar.previousElementSibling!.getBoundingClientRect().bottom;
      });
    const before = await gap();
    await peek(page).click();
    expect((await cardOf(page, 'Combiner').boundingBox())!.height).toBe((await cardOf(page, TITLE).boundingBox())!.height);
    expect(await gap()).toBeLessThan(before + 120);
  });
});

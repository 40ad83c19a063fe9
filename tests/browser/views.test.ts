import { expect, it } from 'vitest';
import { cardOf, enhanced, useSession } from './session';

const session = useSession();

/** How many cards the sample site shows of a week. */
const WEEK = 60;

const VIEWS = [
  ['day', '/papers'],
  ['a day by its date', '/papers/date/2025-12-10'],
  ['week', '/papers/week/2025-W50'],
  ['month', '/papers/month/2025-12'],
  ['trending', '/papers/trending'],
  ['search', '/papers?q=transformer'],
  ['the layout of 2024', '/papers?date=2025-12-10&sample-layout=2024'],
  ['renamed classes, an advert and an unknown child', '/papers?sample-drift=1'],
  ['cut off data', '/papers?sample-props=broken'],
  ['no data', '/papers?sample-props=missing'],
  ['data of other papers', '/papers?sample-props=stale'],
] as const;

it.each(VIEWS)('enhances every card: %s', async (_, path) => {
  const page = await session.open(path);
  const count = await page.locator('article').count();
  expect(count).toBeGreaterThanOrEqual(25);
  await expect.poll(() => page.locator('.papersift-hide').count()).toBe(count);
  // Titles alone earn fewer chips than titles with abstracts.
  await expect.poll(() => page.locator('.papersift-chip').count()).toBeGreaterThan(10);
  await expect.poll(() => page.locator('.papersift-line').innerText()).toContain(`${count} papers`);
  const popup = await session.openPopup();
  await popup.getByText(`${count} papers`, { exact: true }).waitFor();
  await popup.getByText(`${count} of ${count} cards recognized`).waitFor();
});

it.each([0, 1, 2, 100, 500])('reads a digest of %i cards', async (count) => {
  const page = await session.open(`/papers?sample-cards=${count}`, count);
  const popup = await session.openPopup();
  const texts: Record<number, string> = { 0: 'No papers on this page yet', 1: '1 paper' };
  await popup.getByText(texts[count] ?? `${count} papers`).waitFor();
  if (count === 1) {
    const cell = page.locator('article');
    await page.locator('.papersift-hide').click();
    await cell.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Show hidden papers' }).click();
    await cell.waitFor({ state: 'visible' });
  }
});

it('leaves a page that it cannot read alone, and says so', async () => {
  const page = await session.newPage();
  await page.goto('https://huggingface.co/papers?sample-unreadable=1');
  await page.waitForFunction(() => 'sampleSite' in window);
  const popup = await session.openPopup();
  await popup.getByText('site has changed').waitFor();
  await expect.poll(() => page.locator('[data-papersift], [data-papersift-hold]').count()).toBe(0);
});

it("keeps away from what a paper's own page says of other papers", async () => {
  const page = await session.newPage();
  await page.goto('https://huggingface.co/papers/2210.02399');
  await page.locator('h1 + .papersift-bar').waitFor();
  // What a comment can hold.
  await page.evaluate(() => document.body.append(document.createRange().createContextualFragment('<article><h3><a href="/papers/2107.05768">Combiner</a></h3></article>')));
  const popup = await session.openPopup();
  await popup.getByRole('link', { name: 'Open the daily papers' }).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect.poll(() => page.locator('article').count()).toBeGreaterThan(1);
  await expect.poll(() => page.locator('article [data-papersift], article[data-papersift-hold]').count()).toBe(0);
  await expect.poll(() => page.locator('.papersift-bar').count()).toBe(1);
});

it('enhances the nodes that the host mounts in place of those that the server sent', async () => {
  const page = await session.newPage();
  await page.goto('https://huggingface.co/papers?sample-remount=1500', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelectorAll('.papersift-bar').length === 25 && !('sampleSite' in window));
  await page.evaluate(() => document.querySelectorAll('article').forEach((card) => card.setAttribute('data-server', '')));
  await enhanced(page, 25);
  await expect.poll(() => page.locator('[data-server]').count()).toBe(0);
});

it('goes on with the parts of a card in the nodes that the host makes anew', async () => {
  const page = await session.open('/papers', 25);
  await cardOf(page, 'Phenaki').locator('.papersift-chip').first().click();
  await page.evaluate(() => {
    const [bars, cards] = ['.papersift-bar', 'article'].map((selector) => [...document.querySelectorAll(selector)]);
    Object.assign(window, { before: { bars, cards } });
    window.sampleSite!.rerender();
  });
  await page.waitForFunction(() => (window as unknown as { before: { cards: Element[] } }).before.cards.every((card) => !card.isConnected));
  await enhanced(page, 25);
  const kept = await page.evaluate(() => (window as unknown as { before: { bars: Element[] } }).before.bars.filter((bar) => bar.isConnected).length);
  expect(kept).toBe(25);
  await expect.poll(() => cardOf(page, 'Phenaki').locator('.papersift-chip').first().getAttribute('aria-expanded')).toBe('true');
});

it.each(['dialog', 'div'] as const)('leaves the focus to what stands behind a list that is made anew: %s', async (tag) => {
  const page = await session.open('/papers?sample-cards=2', 2);
  await page.evaluate((name) => {
    const place = document.createElement(name);
    const field = place.appendChild(document.createElement('input'));
    document.body.append(place);
    if (place instanceof HTMLDialogElement) place.showModal();
    field.focus();
    const list = document.querySelector('article')!.parentElement!;
    const anew = list.cloneNode(true) as HTMLElement;
    for (const own of anew.querySelectorAll('[data-papersift]')) own.remove();
    list.replaceWith(anew);
    return new Promise<void>((held) => new MutationObserver(() => held()).observe(document, { attributeFilter: ['data-papersift-hold-below'], subtree: true }));
  }, tag);
  await enhanced(page, 2);
  expect(await page.evaluate(() => document.activeElement!.localName)).toBe('input');
});

it.each(['rerender', 'reorder', 'reuse'] as const)('follows the host when it does this to its cards: %s', async (what) => {
  const page = await session.open('/papers');
  await cardOf(page, 'Phenaki').locator('.papersift-star').click();
  await page.evaluate((name) => window.sampleSite![name](), what);
  await enhanced(page, 25);
  await page.locator('.papersift-star[aria-pressed=true]').waitFor();
  // The star is on the card that shows this paper now, and its chips are that paper's.
  await expect.poll(() => page.locator('.papersift-star[aria-pressed=true]').count()).toBe(1);
  await expect.poll(() => cardOf(page, 'Phenaki').locator('.papersift-star').getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => cardOf(page, 'Phenaki').locator('.papersift-chip').allTextContents()).toContain('Video generation');
});

it('follows a search as one types', async () => {
  const page = await session.open('/papers?q=transformer');
  const search = page.locator('input[name="daily-papers-search"]');
  await search.fill('');
  await search.pressSequentially('turkish', { delay: 20 });
  await page.waitForFunction(() => document.querySelectorAll('article').length < 5);
  await page.waitForFunction(
    () =>
      document.querySelectorAll('.papersift-bar').length === document.querySelectorAll('article').length &&
      document.querySelector('[data-papersift-hold]') === null,
  );
  await expect.poll(() => page.locator('article .papersift-star').count()).toBeGreaterThan(0);
});

it('follows the tabs, which change the address by script', async () => {
  const page = await session.open('/papers');
  await page.getByRole('button', { name: 'Weekly' }).click();
  await page.waitForURL(/\/papers\/week\//);
  // The address changes first, and the cards of the week come later.
  await enhanced(page, WEEK);
  await expect.poll(() => page.locator('.papersift-line').count()).toBe(1);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../src/domain/sync-status';
import { cardOf, enhanced, keyword, useSession } from './session';

const session = useSession();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SYNCED: SyncStatus = { state: 'synced', waiting: 0, usedBytes: 12_700, quotaBytes: 102_400, space: 'enough' };
/** By words that the popup says of each. */
const SYNC_STATES: Readonly<Record<string, SyncStatus>> = {
  Synced: SYNCED,
  'changes waiting': { ...SYNCED, state: 'waiting', waiting: 3 },
  'Sync is paused': { ...SYNCED, state: 'paused', waiting: 3, pause: { kind: 'too-many-writes', text: 'MAX_WRITE_OPERATIONS_PER_MINUTE' } },
  'storage is nearly full': { ...SYNCED, usedBytes: 88_000, space: 'nearly-full', keptBefore: '2303' },
  'storage is full': { ...SYNCED, usedBytes: 92_000, space: 'full', keptBefore: '2303' },
};
const SNAPSHOT = { format: 1, at: '2026-11-20T12:00:00.000Z', reason: 'daily', months: {}, others: {}, counts: { starred: 12, hidden: 40, keywords: 9 } };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

declare const axe: { run(context: object, options?: object): Promise<{ violations: Violation[]; passes: unknown[] }> };

/** What axe finds in the parts that `include` selects; fails when it has looked at nothing. */
async function findings(page: Page, include: string): Promise<unknown[]> {
  // Into the page's world past its content security policy.
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate((selector) => axe.run({ include: [selector] }), include);
  expect(passes.length).toBeGreaterThan(5);
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) }));
}

/** All of the bar at once: what can be opened, a filter, a required and an excluded topic, an empty result. */
async function openTriageBar(page: Page): Promise<void> {
  await page.locator('.papersift-triage-more').click();
  await page.locator('.papersift-topics-more').click();
  for (const [at, times] of [1, 2].entries()) for (let i = 0; i < times; i += 1) await page.locator('.papersift-topic').nth(at).click();
  await page.getByRole('button', { name: 'With code', exact: true }).click();
  await page.getByRole('searchbox', { name: /^Filter these papers/ }).fill('zebra');
  await page.getByText('No paper here fits “zebra”.').waitFor();
}

describe.each(['light', 'dark'] as const)('axe finds nothing: %s', (colorScheme) => {
  it.each(['/papers', '/papers/trending', '/papers?q=transformer'])('in our parts of the page: %s', async (path) => {
    await session.storage.set({ keywords: [keyword('encoder | attention', 'blue')], 'mark:2107.05768': { version: 1, starred: true, hidden: true, read: false } });
    const page = await session.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(`https://huggingface.co${path}`);
    await enhanced(page);
    await page.getByRole('button', { name: 'Show hidden papers' }).click();
    // Everything open at once: a starred card, the reason of a chip, a message with its action.
    const card = cardOf(page, 'Utilizing BERT');
    await card.locator('.papersift-star').click();
    await card.locator('.papersift-chip').first().click();
    await cardOf(page, 'Codebook').locator('.papersift-hide').click();
    await page.locator('.papersift-toast').waitFor();
    await page.evaluate(() => Promise.all(document.querySelector('.papersift-toast')!.getAnimations().map((each) => each.finished)));
    expect(await findings(page, '.papersift-bar')).toEqual([]);
    await openTriageBar(page);
    expect(await findings(page, '.papersift-triage')).toEqual([]);
    expect(await findings(page, '.papersift-toast-region')).toEqual([]);
  });

  it('with all of it open at once', async () => {
    await session.storage.set({
      keywords: [keyword('encoder | attention', 'blue'), keyword('transformer*'), { ...keyword('video'), mute: {} }],
      'mark:2107.05768': { version: 1, starred: true, hidden: true, read: false },
    });
    const page = await session.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    await page.bringToFront();
    const bar = page.locator('.papersift-triage');
    const card = cardOf(page, 'Utilizing BERT');
    await page.locator('.papersift-muted').waitFor();
    await bar.getByRole('button', { name: 'Show hidden papers' }).click();
    await bar.getByRole('button', { name: 'More', exact: true }).click();
    await bar.getByRole('button', { name: /^Survey / }).click();
    await bar.getByRole('button', { name: /more topics/ }).click();
    for (const name of ['star', 'read', 'peek', 'cite']) await card.locator(`.papersift-${name}`).click();
    await card.locator('.papersift-chip').first().click();
    await cardOf(page, 'A Survey of Techniques').locator('.papersift-hide').click();
    await page.keyboard.press('j');
    await card.locator('.papersift-why-button').click();
    await page.locator('.papersift-why-box').waitFor();
    await page.locator('.papersift-toast').waitFor();
    await page.evaluate(() => Promise.all(document.querySelector('.papersift-toast')!.getAnimations().map((each) => each.finished)));
    await expect.poll(() => bar.getByRole('button', { name: /^Survey .*required$/ }).count()).toBe(1);
    for (const part of ['.papersift-triage', '.papersift-bar', '.papersift-toast-region']) expect(await findings(page, part), part).toEqual([]);
    // The filter leaves out what is muted or hidden.
    await bar.getByRole('button', { name: 'Clear all' }).click();
    await page.locator('[data-papersift-filtered]').first().waitFor({ state: 'detached' });
    for (const part of ['.papersift-muted', '.papersift-bar', '.papersift-triage']) expect(await findings(page, part), part).toEqual([]);
    await page.locator('h3').first().focus();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await findings(page, '.papersift-help')).toEqual([]);
  });

  it('in the popup', async () => {
    const paper = { title: 'A paper', savedAt: '2025-12-10T08:00:00Z', authorCount: 3, publishedAt: '2025-12-09' };
    await session.storage.set({
      keywords: [
        keyword('RLHF | human feedback'),
        { ...keyword('off', 'pink'), on: false },
        { ...keyword('survey'), mute: { titleOnly: true } },
        { ...keyword('video'), mute: { until: '2025-01-01' } },
      ],
      settings: { enabled: true, topicsOff: ['survey'] },
      'mark:2512.00001': { version: 1, starred: true, hidden: false, read: false },
      'paper:2512.00001': paper,
    });
    const page = await session.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto('https://huggingface.co/papers');
    // The popup takes on the page's theme.
    const popup = await session.newPage();
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.goto(`chrome-extension://${session.browser.extensionId}/ui/popup/index.html`);
    await popup.getByText('25 papers').waitFor();
    for (const summary of await popup.locator('summary').all()) await summary.click();
    await popup.getByRole('switch', { name: 'Keyboard shortcuts on the page' }).waitFor();
    for (const options of await popup.locator('.keyword .swatch').all()) await options.click();
    await popup.getByLabel('Mute', { exact: true }).check();
    expect(await findings(popup, 'body')).toEqual([]);
  });

  it.each(Object.entries(SYNC_STATES))('in the popup’s sync and backup: %s', async (words, status) => {
    const popup = await session.newPage();
    await popup.addInitScript((theme) => localStorage.setItem('theme', theme), colorScheme);
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.goto(`chrome-extension://${session.browser.extensionId}/ui/popup/index.html#backup`);
    await popup.getByLabel('Import').waitFor();
    await session.storage.set({ 'snapshot:2026-11-20T12:00:00.000Z': SNAPSHOT });
    await popup.getByRole('button', { name: /^Restore/ }).click();
    const look = async () => {
      await session.storage.set({ 'sync-status': status });
      await popup.getByRole('meter').waitFor();
      return [await findings(popup, 'body'), await popup.locator('.sync-state').textContent()];
    };
    // Meanwhile the background script may say how things really are: then we look once more.
    await expect.poll(look, { timeout: 20_000 }).toEqual([[], expect.stringContaining(words)]);
  });
});

it('everything can be reached and done by keyboard, in the order in which it is read', async () => {
  const page = await session.open('/papers');
  const card = cardOf(page, 'Utilizing BERT');
  await card.locator('h3 a').focus();
  const reached: string[] = [];
  while (!reached.at(-1)?.startsWith('Hide:')) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent.trim()));
    expect(reached.length).toBeLessThan(16);
  }
  expect(reached.slice(-5)).toEqual(['Retrieval', 'Survey', expect.stringMatching(/^Abstract: Utilizing BERT/), expect.stringMatching(/^Star: Utilizing BERT/), expect.stringMatching(/^Hide: Utilizing BERT/)]);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => card.locator('.papersift-star').getAttribute('aria-pressed')).toBe('true');
});

it('a hidden card is announced, and so is a card that could not be saved', async () => {
  const page = await session.open('/papers');
  await cardOf(page, 'Phenaki').locator('.papersift-hide').click();
  await expect.poll(() => page.locator('.papersift-toast-region').textContent()).toMatch(/^Hidden: Phenaki.*Undo$/);
});

it('a screen reader reads a card out in a sensible order, each thing once', async () => {
  await session.storage.set({ keywords: [keyword('encoder | attention', 'blue')] });
  const page = await session.open('/papers');
  const card = cardOf(page, 'Utilizing BERT');
  const title = 'Utilizing BERT for Information Retrieval: Survey, Applications, Resources, and Challenges';
  /** What is ours, line by line, as it is read out; the title that each name ends with is the card's. */
  const heard = async () => {
    const lines = (await card.locator('.papersift-bar').ariaSnapshot()).replaceAll(title, 'TITLE').split('\n');
    return lines.map((line) => line.trim().replace(/^- /, '').replace(/^'(.*)'(:?.*)$/, '$1$2')).filter((line) => !/^(listitem|\/url)/.test(line));
  };
  expect(await heard()).toEqual([
    expect.stringMatching(/^button "Matches encoder \| attention:"/),
    expect.stringMatching(/^text: .*encoders?/),
    'list "Topics":',
    'button "Retrieval"',
    'button "Survey"',
    'button "Abstract: TITLE"',
    'button "Star: TITLE"',
    'button "Hide: TITLE"',
    'button "Read: TITLE"',
    'button "Links and citation: TITLE"',
    'button "Keywords, topics and authors: TITLE"',
  ]);
  for (const name of ['star', 'read', 'peek', 'cite']) await card.locator(`.papersift-${name}`).click();
  await expect.poll(heard).toEqual([
    'list "Topics":',
    'button "Retrieval"',
    'button "Survey"',
    'button "Abstract: TITLE" [expanded]',
    'button "Star: TITLE" [pressed]',
    'button "Hide: TITLE"',
    'button "Read: TITLE" [pressed]',
    'button "Links and citation: TITLE" [expanded]',
    'button "Keywords, topics and authors: TITLE"',
    'list "Links":',
    'link "arXiv: TITLE (opens in a new tab)":',
    'text: arXiv',
    'link "PDF: TITLE (opens in a new tab)":',
    'text: PDF',
    'list "Copy":',
    'button "Copy BibTeX: TITLE": BibTeX',
    'button "Copy Markdown: TITLE": Markdown',
    'button "Copy Citation: TITLE": Citation',
    expect.stringMatching(/^paragraph: "?Search engines increasingly lean on/),
  ]);
  await card.locator('.papersift-why-button').click();
  const box = (await page.getByRole('dialog', { name: /^Keywords, topics and authors/ }).ariaSnapshot()).split('\n').map((line) => line.trim());
  expect(box.slice(1, 4)).toEqual(['- group "Matches":', '- paragraph: encoder | attention in the abstract', `- 'button "Mute 30 days: encoder | attention"': Mute 30 days`]);
  expect(box.filter((line) => /(Matches|Topics|Follow)"?:?$/.test(line) && !line.includes('button'))).toEqual(['- group "Matches":', '- group "Topics":', '- group "Follow":']);
});

it.each(['/papers', '/papers/trending'])('on a narrow page nothing of a card is cut off or too small to be hit: %s', async (path) => {
  const page = await session.newPage();
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(`https://huggingface.co${path}`);
  await enhanced(page, 25);
  await cardOf(page, 'Utilizing BERT').locator('.papersift-cite').click();
  const wrong = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.papersift-bar :is(button, a)')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 0);
    const boxes = shown.map((each) => ({ name: each.className, card: each.closest('article')!, box: each.getBoundingClientRect() }));
    const small = boxes.filter(({ box }) => box.width < 24 || box.height < 24);
    const out = boxes.filter(({ card, box }) => box.right > card.getBoundingClientRect().right || box.left < card.getBoundingClientRect().left);
    const over = boxes.filter((a) => boxes.some((b) => a !== b && a.card === b.card && a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1));
    return { count: boxes.length > 150, small: small.map(({ name }) => name), out: out.map(({ name }) => name), over: over.map(({ name }) => name) };
  });
  expect(wrong).toEqual({ count: true, small: [], out: [], over: [] });
});

it('with forced colors the message has an edge', async () => {
  const page = await session.open('/papers?sample-cards=2', 2);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('.papersift-star').first().click();
  await page.locator('.papersift-star').first().click();
  await page.locator('.papersift-hide').first().click();
  // What is transparent otherwise is painted then; the computed color does not tell.
  expect(await page.locator('.papersift-toast').evaluate((toast) => getComputedStyle(toast).outlineStyle)).toBe('solid');
});

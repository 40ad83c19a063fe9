import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../src/domain/sync-status';
import { cardOf, keyword, useSession } from './session';

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

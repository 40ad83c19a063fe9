import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, enhanced, highlights, keyword, useSession } from './session';

const session = useSession();
const PHENAKI = '2210.02399';

const mute = (source: string, how: Record<string, unknown> = {}) => ({ ...keyword(source), mute: how });
const line = (page: Page, title: string) => cardOf(page, title).locator('.papersift-muted');

describe('a muted card', () => {
  it('is folded to a line behind all others, and unfolds for this visit', async () => {
    await session.storage.set({ keywords: [mute('Phenaki')] });
    const page = await session.open('/papers', 25);
    await line(page, 'Phenaki').waitFor({ state: 'visible' });
    await expect.poll(() => line(page, 'Phenaki').innerText()).toMatch(/^muted: Phenaki/);
    expect(await highlights(page)).toEqual({});
    const box = async (title: string) => (await cardOf(page, title).boundingBox())!;
    const [folded, whole] = [await box('Phenaki'), await box('Utilizing BERT')];
    expect(folded.height).toBeLessThan(60);
    expect(folded.width).toBeGreaterThan(2 * whole.width);
    const lowest = await page.evaluate(() => Math.max(...[...document.querySelectorAll('article:not([data-papersift-folded])')].map((card) => card.getBoundingClientRect().bottom)));
    expect(folded.y).toBeGreaterThanOrEqual(lowest);
    await page.evaluate(() => window.sampleSite!.rerender());
    await enhanced(page, 25);
    await line(page, 'Phenaki').waitFor({ state: 'visible' });
    await line(page, 'Phenaki').getByRole('button', { name: /^Show: Phenaki/ }).click();
    await line(page, 'Phenaki').waitFor({ state: 'detached' });
    expect((await box('Phenaki')).height).toBeGreaterThan(200);
  });

  it('can be hidden from its line', async () => {
    await session.storage.set({ keywords: [mute('Phenaki')] });
    const page = await session.open('/papers', 25);
    await line(page, 'Phenaki').getByRole('button', { name: /^Hide: Phenaki/ }).click();
    await cardOf(page, 'Phenaki').waitFor({ state: 'hidden' });
  });

  it('is whole when it is starred, when the mute has ended, or when only its abstract has the words of a mute for titles', async () => {
    await session.storage.set({
      keywords: [mute('Phenaki'), mute('Combiner', { until: '2020-01-01' }), mute('encoder*', { titleOnly: true })],
      [`mark:${PHENAKI}`]: { version: 16, starred: true, hidden: false, read: false },
    });
    const page = await session.open('/papers', 25);
    for (const title of ['Phenaki', 'Combiner', 'Utilizing BERT']) await expect.poll(() => line(page, title).count()).toBe(0);
    await session.storage.set({ keywords: [mute('Combiner', { until: '2999-01-01' }), mute('encoder*')] });
    for (const title of ['Combiner', 'Utilizing BERT']) await line(page, title).waitFor({ state: 'visible' });
  });
});

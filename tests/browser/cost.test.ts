import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enhanced, keyword, useSession } from './session';

const session = useSession();
/** What is noted a while later is done by then. */
const QUIET = 1200;

describe('a change of one card', () => {
  /** Calls of our functions while one card of so many gets another title. */
  async function callsFor(cards: number): Promise<number> {
    await session.storage.set({ keywords: ['transformer', 'diffusion', 'agent'].map((source) => keyword(source)) });
    // The data's title would stand before the new one.
    const page = await session.open(`/papers?sample-cards=${cards}&sample-props=missing`, cards);
    await page.waitForTimeout(QUIET);
    const countSince = await countCalls(page);
    await page.evaluate(() => {
      document.querySelectorAll('article h3 a')[20]!.textContent = 'A Diffusion Transformer of Many Agents';
    });
    await page.waitForFunction(() => document.querySelectorAll('article')[20]!.querySelector('.papersift-star')?.ariaLabel?.includes('A Diffusion Transformer'));
    await page.waitForTimeout(QUIET);
    return countSince();
  }

  it('costs what one card costs: each of the others is looked at, and not worked on', async () => {
    const [one, few, many] = [await callsFor(21), await callsFor(50), await callsFor(450)];
    const eachOther = (many - few) / 400;
    // With all that is noted a while later: the visit, and how much is left.
    expect(eachOther).toBeLessThan(70);
    expect(one - 20 * eachOther).toBeGreaterThan(10 * eachOther);
  });
});

describe('layouts and calculations of styles', () => {
  // Each time the switch is turned on. Ours are for the first cards, for each hundred of the others and for the row of topics; as the
  // cards grow, the host's `content-visibility` has others laid out after each.
  it.each([[25, 6], [100, 6], [500, 9]])('are a few for all of %i cards together', async (cards, few) => {
    await session.storage.set({ settings: { enabled: false } });
    const page = await session.newPage();
    await page.goto(`https://huggingface.co/papers?sample-cards=${cards}`);
    await page.waitForFunction(() => 'sampleSite' in window);
    await page.waitForTimeout(QUIET);
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const before = await metricsOf(client);
    await session.storage.set({ settings: { enabled: true, topicsOff: [], versions: { enabled: 9 } } });
    await enhanced(page, cards);
    await page.waitForTimeout(QUIET);
    const after = await metricsOf(client);
    expect(after.layouts - before.layouts).toBeLessThanOrEqual(few);
    expect(after.styles - before.styles).toBeLessThanOrEqual(few + 2);
  });
});

async function metricsOf(client: CDPSession): Promise<{ layouts: number; styles: number }> {
  const { metrics } = await client.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((each) => each.name === name)!.value;
  return { layouts: valueOf('LayoutCount'), styles: valueOf('RecalcStyleCount') };
}

/** Counts the calls of functions of the content script from now on. */
async function countCalls(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await client.send('Profiler.takePreciseCoverage');
  return async () => {
    const { result } = await client.send('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => url.startsWith('chrome-extension:'));
    return ours.flatMap(({ functions }) => functions).reduce((sum, { ranges }) => sum + ranges[0]!.count, 0);
  };
}

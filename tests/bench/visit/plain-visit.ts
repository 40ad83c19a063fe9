import type { CDPSession } from 'playwright-core';
import type { Chromium } from '../../browser/chromium';
import { enhanced } from '../../browser/session';

/** What a visit looks like from outside, without a tracer that slows it. */
export interface PlainVisit {
  /** Milliseconds from the first byte until the page's own script has mounted its cards. */
  readonly mounted: number;
  /** Milliseconds from the first card in the document to the first topic chip. */
  readonly chips: number | undefined;
  readonly layouts: number;
  readonly styles: number;
  readonly shift: number;
  /** Megabytes in use once what is no longer needed is gone. */
  readonly heap: number;
}

interface Seen {
  shift: number;
  card?: number;
  chip?: number;
}

/** After the last card: what is still to come. */
const REST = 300;

export async function plainVisit({ context }: Chromium, path: string, isOurs: boolean): Promise<PlainVisit> {
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  await page.goto(`https://huggingface.co${path}`);
  await (isOurs ? enhanced(page) : page.waitForFunction(() => 'sampleSite' in window));
  await page.waitForTimeout(REST);
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  const mounted = await page.evaluate(() => {
    const { responseStart } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return performance.getEntriesByName('mounted')[0]!.startTime - responseStart;
  });
  const counts = await metricsOf(client);
  await client.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await metricsOf(client);
  await page.close();
  return {
    mounted,
    chips: seen.card === undefined || seen.chip === undefined ? undefined : seen.chip - seen.card,
    layouts: counts['LayoutCount'] ?? 0,
    styles: counts['RecalcStyleCount'] ?? 0,
    shift: seen.shift,
    heap: JSHeapUsedSize / 1e6,
  };
}

async function metricsOf(client: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Runs in the page before anything else. */
function watchPage(): void {
  const seen: Seen = { shift: 0 };
  (window as unknown as { seen: Seen }).seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver((_, observer) => {
    if (document.querySelector('article') !== null) seen.card ??= performance.now();
    if (document.querySelector('.papersift-chip') !== null) {
      seen.chip = performance.now();
      observer.disconnect();
    }
  }).observe(document, { subtree: true, childList: true });
}

import type { Chromium } from '../../browser/chromium';

/** Milliseconds from the first byte of a page with a single card to DOMContentLoaded: what loading the extension costs. */
export async function startUp({ context }: Chromium): Promise<number> {
  const page = await context.newPage();
  await page.goto('https://huggingface.co/papers?sample-cards=1');
  const time = await page.evaluate(() => {
    const { responseStart, domContentLoadedEventEnd } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return domContentLoadedEventEnd - responseStart;
  });
  await page.close();
  return time;
}

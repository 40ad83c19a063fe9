import type { Chromium } from '../../browser/chromium';
import { enhanced } from '../../browser/session';

/** Milliseconds from a click on a star to the frame that shows it, for each of so many cards. */
export async function starClicks({ context }: Chromium, path: string, count: number): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(`https://huggingface.co${path}`);
  await enhanced(page);
  await page.bringToFront();
  const stars = page.locator('.papersift-star[aria-pressed="false"]');
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const star = stars.first();
    await star.scrollIntoViewIfNeeded();
    await star.evaluate(watchStar);
    await star.click();
    times.push(await page.evaluate(() => (window as unknown as { starred: Promise<number> }).starred));
  }
  await page.close();
  return times;
}

/** Runs in the page: from the click to the frame after the button has changed. */
function watchStar(star: Element): void {
  const starred = new Promise<number>((resolve) => {
    star.addEventListener('click', ({ timeStamp }) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
      }).observe(star, { attributes: true, attributeFilter: ['aria-pressed'] });
    }, { capture: true, once: true });
  });
  Object.assign(window, { starred });
}

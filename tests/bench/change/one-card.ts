import type { Chromium } from '../../browser/chromium';
import { enhanced } from '../../browser/session';
import { scriptTime } from '../visit/script-time';
import { traceOf } from '../visit/trace';
import { timeOfMark } from '../visit/traced-visit';

const REST = 400;

/** Milliseconds of our script for each of so many times that the host gives one card of `cards` another title. */
export async function oneCardChanges({ context, extensionId }: Chromium, cards: number, count: number): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(`https://huggingface.co/papers?sample-cards=${cards}`);
  await enhanced(page);
  await page.waitForTimeout(REST);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const events = await traceOf(page, false, async () => {
      await page.evaluate((round) => {
        performance.mark('bench-change');
        // In the middle of the page, each time another card.
        const titles = document.querySelectorAll('article h3 a');
        titles[Math.floor(titles.length / 2) + round]!.textContent = `A Diffusion Transformer of Many Agents ${round}`;
      }, i);
      await page.waitForTimeout(REST);
    });
    const origins = { ours: `chrome-extension://${extensionId}/`, page: 'https://huggingface.co' };
    times.push(scriptTime(events, origins, timeOfMark(events, 'bench-change').ts).ours);
  }
  await page.close();
  return times;
}

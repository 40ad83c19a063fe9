import { startSampleSite } from '../../site/server';
import { buildExtension } from '../../tools/extension-build';
import type { Options } from '../options';
import type { Result } from '../part';
import { median, medianRatio } from '../statistics';
import { digits } from '../table';
import { launchOurs, TODAY } from '../visit/extension';
import { keystrokes } from './keystroke';
import { oneCardChanges } from './one-card';
import { starClicks } from './star-click';

// Words that no other keyword highlights, so that each is seen.
const WORDS = ['the', 'is', 'of', 'that', 'for', 'and', 'with', 'by', 'on', 'in', 'we', 'to', 'no', 'its', 'it'];
const QUICK = 5;
const PATH = '/papers?sample-cards=100';

/** What a change costs: a key in the popup, a star, a card that the host has changed. */
export async function change({ quick }: Options): Promise<Result> {
  const words = quick ? WORDS.slice(0, QUICK) : WORDS;
  const count = words.length;
  await buildExtension('chrome');
  const site = await startSampleSite({ today: TODAY });
  const { browser, close } = await launchOurs(site.port, 10_000);
  try {
    const keys = await keystrokes(browser, PATH, words);
    const stars = await starClicks(browser, PATH, count);
    const few = await oneCardChanges(browser, 24, count);
    const many = await oneCardChanges(browser, 500, count);
    const ratio = medianRatio(many, few)!;
    const row = (label: string, values: readonly number[]) => [label, digits(median(values)), digits(Math.max(...values)), String(values.length)];
    return {
      tables: [
        {
          title: 'A change: 100 cards, 100 keywords, 10,000 marks stored, ms',
          head: ['', 'median', 'slowest', 'runs'],
          rows: [
            row('a key in the popup until the page shows it', keys),
            row('a click on a star until the next frame shows it', stars),
            row('script for one changed card among 24', few),
            row(`script for one changed card among 500 (${digits(ratio)} times that)`, many),
          ],
        },
      ],
      notes: ['The popup waits for 150 ms of rest after a key, which are in the figure.'],
      figures: { 'change key': median(keys), 'change star': median(stars), 'change card 24': median(few), 'change card 500': median(many), 'change card 500 to 24': ratio },
      runs: { keys, stars, few, many },
    };
  } finally {
    await close();
    await site.close();
  }
}

import type { Chromium } from '../../browser/chromium';
import { enhanced } from '../../browser/session';
import { toCpuProfile } from './cpu-profile';
import { scriptTime, type ScriptTime } from './script-time';
import { traceOf, type TraceEvent } from './trace';

export interface TracedVisit extends ScriptTime {
  /** Script of ours in the time after the last card. */
  readonly after: number;
  readonly profile?: object;
}

const ENHANCED = 'bench-enhanced';
const REST = 500;

/** Script time of a visit from document_start until the last card is enhanced. */
export async function tracedVisit({ context, extensionId }: Chromium, path: string, withProfile: boolean): Promise<TracedVisit> {
  const page = await context.newPage();
  const events = await traceOf(page, withProfile, async () => {
    await page.goto(`https://huggingface.co${path}`);
    await enhanced(page);
    await page.evaluate((name) => void performance.mark(name), ENHANCED);
    await page.waitForTimeout(REST);
  });
  await page.close();
  const origins = { ours: `chrome-extension://${extensionId}/`, page: 'https://huggingface.co' };
  const end = timeOfMark(events, ENHANCED);
  return {
    ...scriptTime(events, origins, -Infinity, end.ts),
    after: scriptTime(events, origins, end.ts).ours,
    ...(withProfile && { profile: toCpuProfile(events, end.pid) }),
  };
}

/** @throws when the page has not set it */
export function timeOfMark(events: readonly TraceEvent[], mark: string): TraceEvent {
  const found = events.find(({ name }) => name === mark);
  if (!found) throw new Error(`The trace has no mark "${mark}".`);
  return found;
}

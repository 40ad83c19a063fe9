import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSampleSite } from '../../site/server';
import { buildExtension } from '../../tools/extension-build';
import type { Options } from '../options';
import type { Result } from '../part';
import { RESULTS } from '../results';
import { alternate } from '../statistics';
import { launchOneLine, launchOurs, type Loaded, TODAY } from './extension';
import { plainVisit } from './plain-visit';
import { report, type Beside, type TracedRuns } from './report';
import { startUp } from './start-up';
import { tracedVisit } from './traced-visit';

const MARKS = [1000, 10_000, 70_000] as const;
const RUNS = { startUp: 25, plain: 15, traced: 15, large: 5 };
const QUICK_RUNS = { startUp: 7, plain: 5, traced: 3, large: 1 };

const pathOf = (cards: number): string => `/papers?sample-cards=${cards}`;

/** What a visit costs: the production build, as it is published, on the sample site. */
export async function visit({ quick, profile }: Options): Promise<Result> {
  const runs = quick ? QUICK_RUNS : RUNS;
  await buildExtension('chrome');
  const site = await startSampleSite({ today: TODAY });
  const oneLine = await launchOneLine(site.port);
  const ours: Loaded[] = [];
  try {
    for (const marks of MARKS) ours.push(await launchOurs(site.port, marks));
    const starts = await beside(runs.startUp, { ours: () => startUp(ours[1]!.browser), oneLine: () => startUp(oneLine.browser) });
    const visits = await beside(runs.plain, {
      ours: () => plainVisit(ours[1]!.browser, pathOf(100), true),
      oneLine: () => plainVisit(oneLine.browser, pathOf(100), false),
    });
    const traced = [...(await visitTraced(ours, 100, runs.traced, profile)), ...(await visitTraced(ours.slice(1, 2), 500, runs.large, profile))];
    return report(starts, visits, traced);
  } finally {
    for (const loaded of [...ours, oneLine]) await loaded.close();
    await site.close();
  }
}

/** Ours and the one-line extension in turn; a first visit of each is not counted: it fills the browser's caches. */
async function beside<Value>(count: number, visits: { readonly ours: () => Promise<Value>; readonly oneLine: () => Promise<Value> }): Promise<Beside<Value>> {
  const values = { ours: [] as Value[], oneLine: [] as Value[] };
  for (let run = -1; run < count; run++) {
    for (const name of alternate(['ours', 'oneLine'] as const, run + 1)) {
      const value = await visits[name]();
      if (run >= 0) values[name].push(value);
    }
  }
  return values;
}

/** Visits with different numbers of marks in turn. */
async function visitTraced(browsers: readonly Loaded[], cards: number, count: number, withProfile: boolean): Promise<TracedRuns[]> {
  const marksOf = (index: number) => (browsers.length === 1 ? MARKS[1] : MARKS[index]!);
  const all = browsers.map((loaded, index) => ({ loaded, cards, marks: marksOf(index), visits: [] as TracedRuns['visits'][number][] }));
  for (let run = -1; run < count; run++) {
    for (const { loaded, marks, visits } of alternate(all, run + 1)) {
      const { profile, ...one } = await tracedVisit(loaded.browser, pathOf(cards), withProfile);
      if (profile) writeProfile(`visit-${cards}-cards-${marks}-marks-${run + 1}`, profile);
      if (run >= 0) visits.push(one);
    }
  }
  return all.map(({ marks, visits }) => ({ cards, marks, visits }));
}

function writeProfile(name: string, profile: object): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.cpuprofile`), JSON.stringify(profile));
}

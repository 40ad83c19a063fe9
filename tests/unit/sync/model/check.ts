import fc from 'fast-check';
import { histories, type Trouble } from './arbitrary';
import type { EngineMaker } from './device';
import { toLines } from './steps';
import { liveThrough } from './verdict';

// The same histories in each run; of one that fails the shortest like it is printed, step by step.
const SEED = 20261102;

/** Throws when the devices do not agree, or have lost something, after one of so many random histories. */
export async function check(makeEngine: EngineMaker, runs: number, troubles: readonly Trouble[], isShrunk = true): Promise<void> {
  const property = fc.asyncProperty(histories(...troubles), async (history) => {
    try {
      await liveThrough(history, makeEngine);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${toLines(history)}`, { cause: error });
    }
  });
  await fc.assert(property, { seed: SEED, numRuns: runs, includeErrorInReport: true, endOnFailure: !isShrunk });
}

import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { PROJECT } from './extension-build';

// The longest file takes about two minutes where nothing else runs.
const LIMIT = 15 * 60_000;

/**
 * Ends a run of which one file does not come to its end, and names the file. The limits of the tests cannot: a loop without end
 * lets no timer in its process run.
 */
export default class HangReporter implements Reporter {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestModuleStart({ moduleId }: TestModule): void {
    this.#timers.set(moduleId, setTimeout(() => void this.#end(moduleId), LIMIT));
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    clearTimeout(this.#timers.get(moduleId));
  }

  async #end(moduleId: string): Promise<void> {
    console.error(`\nFAILED ${relative(PROJECT, moduleId)} has not come to its end within ${LIMIT / 60_000} minutes.`);
    process.exitCode = 1;
    await this.#vitest?.exit(true);
  }
}

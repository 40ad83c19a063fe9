import { defineConfig } from 'vitest/config';

// They count layouts, frames and milliseconds: another browser beside them would be counted too.
const MEASURED = ['cost', 'fluid', 'layout'].map((name) => `tests/browser/${name}.test.ts`);

const browser = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // A worker thread can be ended while it runs; a process that loops would outlive the run.
          pool: 'threads',
          // Left to itself one core does nothing.
          maxWorkers: '100%',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/site/**/*.test.ts', 'tests/tags/**/*.test.ts'],
          // Limits end what hangs; they say nothing of speed, and a busy machine is slow.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      // A browser spends half of its time waiting, for itself and for the test: two share what machine there is.
      { test: { ...browser, name: 'browser', include: ['tests/browser/**/*.test.ts'], exclude: MEASURED, maxWorkers: 2 } },
      { test: { ...browser, name: 'browser-alone', include: MEASURED, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});

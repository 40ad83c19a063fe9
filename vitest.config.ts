import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // A worker thread can be ended while it runs; a process that loops would outlive the run.
          pool: 'threads',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/site/**/*.test.ts', 'tests/tags/**/*.test.ts'],
          // Limits end what hangs; they say nothing of speed, and a busy machine is slow.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          // Two cores: a browser beside another makes both wait.
          fileParallelism: false,
        },
      },
    ],
  },
});

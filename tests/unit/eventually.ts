import { vi } from 'vitest';

/** Asks until `check` no longer throws. The limit only ends what hangs: a busy machine is slow. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 20_000, interval: 10 });
}

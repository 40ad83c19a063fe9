import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followHits, type Hits } from '../../../src/ui/popup/keywords/hits';
import { memoryArea } from '../memory-area';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 10, 23, 12));
});
afterEach(() => void vi.useRealTimers());

it('counts the papers of 30 days, and follows them', async () => {
  const area = memoryArea({
    'hits:2026-11-23': { a: ['2401.00001', '2401.00002'], b: ['2401.00001'] },
    'hits:2026-11-01': { a: ['2401.00001', '2401.00003'] },
    'hits:2026-10-01': { a: ['2401.00009'], c: ['2401.00009'] },
  });
  const hits = await followHits(area, (error) => expect.unreachable(String(error)), new AbortController().signal);
  const shown = () => Object.fromEntries(hits.value() as NonNullable<Hits>);
  expect(shown()).toEqual({ a: 3, b: 1 });
  await area.set({ 'hits:2026-11-23': { b: ['2401.00001', '2401.00004'] } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown()).toEqual({ a: 2, b: 2 });
});

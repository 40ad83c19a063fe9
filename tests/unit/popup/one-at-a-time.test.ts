import { expect, it, vi } from 'vitest';
import { oneAtATime } from '../../../src/ui/popup/parts/one-at-a-time';
import { eventually } from '../eventually';

it('never works twice at once, and once more for all that was asked meanwhile', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const run = oneAtATime(work);
  const first = run();
  await eventually(() => expect(work).toHaveBeenCalledTimes(1));
  let laterDone = false;
  const later = Promise.all([run(), run(), run()]).then(() => (laterDone = true));
  ends[0]!();
  await first;
  await eventually(() => expect(work).toHaveBeenCalledTimes(2));
  // What was asked for during the first run has not been answered by it.
  expect(laterDone).toBe(false);
  ends[1]!();
  await later;
  expect(work).toHaveBeenCalledTimes(2);
});

it('goes on after a failure, of which only those hear who asked for that run', async () => {
  const work = vi.fn(async () => {});
  work.mockRejectedValueOnce(new Error('once'));
  const run = oneAtATime(work);
  await expect(run()).rejects.toThrow('once');
  await expect(run()).resolves.toBeUndefined();
});

it('rests between two runs, of which the first comes at once', async () => {
  vi.useFakeTimers();
  try {
    const work = vi.fn(async () => {});
    const run = oneAtATime(work, 1000);
    await run();
    expect(work).toHaveBeenCalledTimes(1);
    const later = Promise.all([run(), run()]);
    await vi.advanceTimersByTimeAsync(999);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await later;
    expect(work).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5000);
    await run();
    expect(work).toHaveBeenCalledTimes(3);
  } finally {
    vi.useRealTimers();
  }
});

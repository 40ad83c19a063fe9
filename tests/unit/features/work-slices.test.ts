// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { workInSlices } from '../../../src/features/parts/work-slices';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Work of `pieces` pieces that take `ms` each; `log` says what was done, and with what `more` a slice ended. */
function work(pieces: number, ms: number) {
  const log: string[] = [];
  const life = new AbortController();
  let left = pieces;
  const { wake } = workInSlices(
    document,
    {
      next() {
        if (left === 0) return false;
        left--;
        log.push('piece');
        now += ms;
        return true;
      },
      afterSlice: (more) => void log.push(more ? 'more' : 'done'),
    },
    life.signal,
  );
  return { log, wake, life, add: (count: number) => void (left += count) };
}

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => void vi.restoreAllMocks());

const nextFrame = () => vi.advanceTimersToNextFrame();

it('does all that fits into a slice before the next frame', () => {
  const { log, wake } = work(3, 1);
  wake();
  expect(log).toEqual([]);
  nextFrame();
  expect(log).toEqual(['piece', 'piece', 'piece', 'done']);
});

it('lets the page breathe after each slice', () => {
  const { log, wake } = work(3, 5);
  wake();
  nextFrame();
  expect(log).toEqual(['piece', 'piece', 'more']);
  vi.advanceTimersByTime(1);
  expect(log.slice(3)).toEqual(['piece']);
  // What comes last has a slice to itself after a long one.
  vi.advanceTimersByTime(1);
  expect(log.slice(3)).toEqual(['piece', 'done']);
});

it('is woken once, however often it is called, and again when it has slept', () => {
  const { log, wake, add } = work(1, 1);
  wake();
  wake();
  nextFrame();
  nextFrame();
  expect(log).toEqual(['piece', 'done']);
  add(1);
  wake();
  nextFrame();
  expect(log).toEqual(['piece', 'done', 'piece', 'done']);
});

it('does not wait for a frame where none is painted', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const frame = vi.spyOn(globalThis, 'requestAnimationFrame');
  const { log, wake } = work(1, 1);
  wake();
  vi.advanceTimersByTime(1);
  expect(log).toEqual(['piece', 'done']);
  expect(frame).not.toHaveBeenCalled();
});

it('does nothing more once it is aborted, in the middle of a slice neither', () => {
  const { log, wake, life } = work(3, 5);
  wake();
  nextFrame();
  life.abort();
  vi.advanceTimersByTime(20);
  expect(log).toEqual(['piece', 'piece', 'more']);

  const ended: string[] = [];
  const own = new AbortController();
  const next = () => (own.abort(), false);
  workInSlices(document, { next, afterSlice: () => void ended.push('slice') }, own.signal).wake();
  nextFrame();
  expect(ended).toEqual([]);
});

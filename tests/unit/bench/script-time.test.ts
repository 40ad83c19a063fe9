import { describe, expect, it } from 'vitest';
import { scriptTime } from '../../bench/visit/script-time';
import type { TraceEvent } from '../../bench/visit/trace';

const OURS = 'chrome-extension://id/';
const PAGE = 'https://huggingface.co';

/** An event that is on the processor all the time, in milliseconds. */
function event(name: string, from: number, to: number, url?: string, tid = 1): TraceEvent {
  return { name, ph: 'X', pid: 1, tid, ts: from * 1000, dur: (to - from) * 1000, tdur: (to - from) * 1000, args: url === undefined ? {} : { data: { url } } };
}

const timeOf = (events: readonly TraceEvent[], from?: number, to?: number) => scriptTime(events, { ours: OURS, page: PAGE }, from, to);
const ours = (from: number, to: number) => event('FunctionCall', from, to, `${OURS}content.js`);
const page = (from: number, to: number) => event('FunctionCall', from, to, `${PAGE}/index.js`);

describe('script time', () => {
  it('is what each has for itself: a listener of ours inside a call of the page is not the page\'s', () => {
    expect(timeOf([event('RunTask', 0, 20), page(0, 10), ours(2, 5)])).toEqual({ ours: 3, page: 7, longest: 3 });
  });

  it('counts promises for whoever ran just before in the task, else for the page when it runs in them', () => {
    expect(timeOf([event('RunTask', 0, 10), ours(0, 1), event('RunMicrotasks', 1, 5)])).toMatchObject({ ours: 5, page: 0 });
    expect(timeOf([ours(0, 1), event('RunTask', 2, 10), page(2, 3), event('RunMicrotasks', 3, 6)])).toMatchObject({ ours: 1, page: 4 });
    expect(timeOf([ours(0, 1), event('RunTask', 2, 10), event('RunMicrotasks', 2, 6), page(3, 4)])).toMatchObject({ ours: 1, page: 4 });
    expect(timeOf([ours(0, 1), event('RunTask', 2, 10), event('RunMicrotasks', 2, 6)])).toMatchObject({ ours: 5, page: 0 });
  });

  it('leaves out other threads, other extensions and what lies outside the time asked for', () => {
    const events = [ours(0, 1), event('FunctionCall', 2, 3, `${OURS}worker.js`, 2), event('FunctionCall', 4, 5, 'chrome-extension://other/content.js'), ours(6, 7)];
    expect(timeOf(events)).toMatchObject({ ours: 2, page: 0 });
    expect(timeOf(events, 6000).ours).toBe(1);
    expect(timeOf(events, undefined, 6000).ours).toBe(1);
  });

  it('says what the longest task spends, of ours alone', () => {
    const events = [event('RunTask', 0, 30), page(0, 20), ours(20, 24), event('RunTask', 30, 40), ours(31, 33), ours(33, 38)];
    expect(timeOf(events).longest).toBe(7);
  });

  it('of a trace without a script of ours is an error, not zero', () => {
    expect(() => timeOf([page(0, 1)])).toThrow();
  });
});

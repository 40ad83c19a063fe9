import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncStatus } from '../../../src/domain/sync-status';
import { scheduleRounds, type Refusals } from '../../../src/sync/schedule';

const SYNCED: SyncStatus = { state: 'synced', waiting: 0, usedBytes: 0, quotaBytes: 1, space: 'enough' };
const PAUSED: SyncStatus = { ...SYNCED, state: 'paused', pause: { kind: 'too-many-writes', text: 'MAX_WRITE_OPERATIONS_PER_MINUTE' } };

/** An engine that has something to write from `change()` on until it has written it. */
function open(kept: Refusals = { count: 0, notBefore: 0 }) {
  const life = new AbortController();
  let isDue = false;
  let refuses = false;
  const looks: number[] = [];
  const writes: number[] = [];
  const engine = {
    async round(mayWrite = true) {
      (mayWrite ? writes : looks).push(Date.now());
      if (!mayWrite) return { status: SYNCED, isDue };
      isDue = refuses;
      return { status: refuses ? PAUSED : SYNCED, isDue };
    },
  };
  let ring = () => {};
  const alarm = { set: vi.fn(), clear: vi.fn(), onRing: (listener: () => void) => (ring = listener) };
  const store = { kept, get: async () => store.kept, set: async (next: Refusals) => void (store.kept = next) };
  const { wake } = scheduleRounds(engine, alarm, store, () => 0.5, life.signal);
  return {
    looks,
    writes,
    alarm,
    store,
    life,
    ring: () => ring(),
    refuse: (refusing: boolean) => void (refuses = refusing),
    change() {
      isDue = true;
      wake();
    },
  };
}

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('rounds', () => {
  it('one looks at once when the script starts, and writes nothing where nothing is due', async () => {
    const { looks, writes, alarm } = open();
    await pass(60_000);
    expect(looks).toEqual([0]);
    expect(writes).toEqual([]);
    expect(alarm.set).not.toHaveBeenCalled();
  });

  it('a change is seen soon, and written when nothing more has changed for a second', async () => {
    const { change, looks, writes } = open();
    await pass(100);
    change();
    await pass(50);
    expect(looks).toEqual([0, 150]);
    await pass(5000);
    expect(writes).toEqual([1150]);
  });

  it('changes that never rest are seen, and written every few seconds', async () => {
    const { change, looks, writes } = open();
    for (let i = 0; i < 60; i += 1) {
      change();
      await pass(500);
    }
    expect(looks.length).toBeGreaterThan(30);
    expect(writes.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...writes.slice(1).map((time, i) => time - writes[i]!))).toBeLessThanOrEqual(6000);
  });

  it.each([10, 100, 1000, 7000])('200 changes, one every %d ms, stay under 30 writes in any minute, and the last is written', async (rest) => {
    const { change, writes } = open();
    let last = 0;
    for (let i = 0; i < 200; i += 1) {
      change();
      last = Date.now();
      await pass(rest);
    }
    await pass(10_000);
    expect(writes.at(-1)).toBeGreaterThan(last);
    for (const from of writes) expect(writes.filter((time) => time >= from && time < from + 60_000).length).toBeLessThan(30);
  });

  it('after a refusal the next try is 15 seconds later, then 30, then 60; a change in between is no reason to try', async () => {
    const { change, writes, refuse } = open();
    refuse(true);
    change();
    await pass(2000);
    const first = writes[0]!;
    for (let i = 0; i < 110; i += 1) {
      change();
      await pass(1000);
    }
    expect(writes.map((time) => time - first)).toEqual([0, 15_000, 45_000, 105_000]);
    refuse(false);
    await pass(300_000);
    expect(writes.map((time) => time - first)).toEqual([0, 15_000, 45_000, 105_000, 225_000]);
  });

  it('a refusal is remembered by the next script, and forgotten when a write is accepted', async () => {
    const first = open();
    first.refuse(true);
    first.change();
    await pass(20_000);
    expect(first.writes.length).toBe(2);
    first.life.abort();
    const second = open(first.store.kept);
    second.change();
    await pass(25_000);
    expect(second.writes.length).toBe(0);
    await pass(6000);
    expect(second.writes.length).toBe(1);
    expect(second.store.kept).toEqual({ count: 0, notBefore: 0 });
  });

  it('a refusal noted by a clock that was years ahead is not waited for', async () => {
    const { change, writes } = open({ count: 9, notBefore: 1e12 });
    change();
    await pass(2000);
    expect(writes.length).toBe(1);
  });

  it('the alarm is set as long as something is due, so that the script is started again, and leads to a write when it rings', async () => {
    const { change, writes, alarm, ring } = open();
    change();
    await pass(50);
    expect(alarm.set).toHaveBeenLastCalledWith(1);
    expect(alarm.clear).not.toHaveBeenCalled();
    await pass(3000);
    expect(writes.length).toBe(1);
    expect(alarm.clear).toHaveBeenCalledOnce();
    change();
    ring();
    await pass(3000);
    expect(writes.length).toBe(2);
  });

  it('end with the signal', async () => {
    const { change, looks, writes, life } = open();
    await pass(10);
    life.abort();
    change();
    await pass(60_000);
    expect([looks.length, writes.length]).toEqual([1, 0]);
  });
});

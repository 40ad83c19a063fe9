import { expect, it, vi } from 'vitest';
import type { Mark } from '../../../src/domain/mark';
import type { PaperId } from '../../../src/domain/paper';
import { packMonth } from '../../../src/storage/month-marks';
import { shiftMonth } from '../../../src/sync/cutoff';
import type { memoryArea } from '../memory-area';
import { carry, device, papersOf, type Device } from './devices';

// A hundred thousand marks take their time on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

const HIDDEN: Mark = { version: 1, starred: false, hidden: true, read: false };
const STARRED: Mark = { version: 16, starred: true, hidden: false, read: false };

/** A reader of so many months before December 2025: 300 stars and 900 hides in each. */
function storageOf(months: number): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (let i = 0; i < months; i += 1) {
    const month = shiftMonth('2512', -i);
    // Gaps that are no better to pack than those of real digests.
    const ids = papersOf(month, 2000).filter((id) => (Number(id.slice(5)) * 2_654_435_761) % 2 ** 32 < 0.6 * 2 ** 32);
    const marks = new Map<PaperId, Mark>(ids.map((id, n) => [id, n % 4 === 0 ? STARRED : HIDDEN]));
    items[`month:${month}`] = packMonth(marks);
    for (const [id, mark] of marks) items[`mark:${id}`] = mark;
  }
  return items;
}

const bytes = (one: Device) => Object.entries(one.syncItems()).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);

async function starsOf(sync: ReturnType<typeof memoryArea>): Promise<number> {
  const reader = device(sync);
  await reader.round(false);
  return [...reader.marks().values()].filter(({ starred }) => starred).length;
}

const ALL = storageOf(90);
const starsIn = (items: Record<string, unknown>) => Object.entries(items).filter(([key, value]) => key.startsWith('mark:') && (value as Mark).starred).length;

it('hides of the oldest months stay here when not all fits; stars and the newest 180 days never do', async () => {
  const one = device(undefined, ALL);
  const { status } = await one.round();
  expect(status).toMatchObject({ state: 'synced', waiting: 0, space: 'full', keptBefore: one.syncItems()['c'] });
  expect(one.syncItems()['c']).toMatch(/^\d{4}$/);
  expect(bytes(one)).toBeLessThanOrEqual(92_160);
  expect(bytes(one)).toBeGreaterThan(88_000);
  expect(await starsOf(one.sync)).toBe(starsIn(ALL));
  const reader = device(one.sync);
  await reader.round(false);
  for (const month of ['2512', '2511', '2510', '2509', '2508', '2507']) {
    const count = [...reader.marks().keys()].filter((id) => id.startsWith(month)).length;
    expect(count).toBe(Object.keys(ALL).filter((key) => key.startsWith(`mark:${month}`)).length);
  }
  // On the device itself nothing is lost.
  expect(one.marks().size).toBe(Object.keys(ALL).filter((key) => key.startsWith('mark:')).length);
});

it('the reader is told before it happens', async () => {
  const spaces: string[] = [];
  for (const months of [20, 72, 78, 90]) {
    const { status } = await device(undefined, storageOf(months)).round(false);
    spaces.push(status.space);
    if (status.space === 'nearly-full') expect(status.keptBefore).toBe(shiftMonth('2512', 2 - months));
  }
  expect(spaces[0]).toBe('enough');
  expect(spaces).toContain('nearly-full');
  expect(spaces.at(-1)).toBe('full');
  expect(spaces).toEqual([...spaces].sort((a, b) => ['enough', 'nearly-full', 'full'].indexOf(a) - ['enough', 'nearly-full', 'full'].indexOf(b)));
});

it('two devices, each with old hides of its own, come to rest', async () => {
  const one = device(undefined, ALL);
  const two = device(undefined, storageOf(30));
  await two.decide('1802.00008', { hidden: true });
  await two.decide('1802.00015', { starred: true });
  await one.round();
  for (let i = 0; i < 4; i += 1) {
    await carry(one, two);
    await two.round();
    await carry(two, one);
    await one.round();
  }
  expect(one.syncItems()).toEqual(two.syncItems());
  one.sync.writes.length = 0;
  two.sync.writes.length = 0;
  await one.round();
  await two.round();
  expect([one.sync.writes, two.sync.writes]).toEqual([[], []]);
  expect(one.mark('1802.00015')).toMatchObject({ starred: true });
  expect(two.syncItems()['c']).toBe(one.syncItems()['c']);
});

it('a hide that stays here comes back to storage.sync when another device still has a star there', async () => {
  const one = device(undefined, ALL);
  const id = [...one.marks()].find(([each, mark]) => each.startsWith('1901') && mark.hidden)![0];
  await one.decide(id, { starred: true });
  await one.decide(id, { starred: false });
  await one.round();
  const late = device();
  await late.decide(id, { starred: true });
  await late.round();
  // What was packed by the other device alone arrives, as it does when two write at once.
  await one.sync.set({ m1901: late.syncItems()['m1901'] });
  await one.round();
  expect(one.mark(id)).toMatchObject({ version: 32, starred: false });
  await carry(one, late);
  await late.round();
  expect(late.mark(id)).toMatchObject({ version: 32, starred: false });
});

it('what does not fit even so waits, the newest months first, and the reader is told', async () => {
  const items: Record<string, unknown> = {};
  for (let i = 0; i < 90; i += 1) {
    const month = shiftMonth('2512', -i);
    const marks = new Map<PaperId, Mark>(papersOf(month, 3000).filter((id) => (Number(id.slice(5)) * 2_654_435_761) % 2 ** 32 < 0.5 * 2 ** 32).map((id) => [id, STARRED]));
    items[`month:${month}`] = packMonth(marks);
  }
  const one = device(undefined, items);
  const { status } = await one.round();
  expect(status).toMatchObject({ state: 'paused', pause: { kind: 'no-space' }, space: 'full' });
  expect(status.waiting).toBeGreaterThan(1000);
  expect(bytes(one)).toBeLessThanOrEqual(102_400);
  const held = Object.keys(one.syncItems()).filter((key) => key.startsWith('m')).sort();
  expect(held.at(-1)).toBe('m2512');
  expect(held).not.toContain(`m${shiftMonth('2512', -89)}`);
});

it('nothing is taken out before there is room for what takes its place', async () => {
  const one = device();
  const marks = new Map<PaperId, Mark>(papersOf('2512', 8000).map((id, n) => [id, { version: 1 + (n % 5), starred: false, hidden: n % 2 === 0, read: false }]));
  const [whole, some] = [packMonth(marks), packMonth(new Map([...marks].slice(0, 3500)))];
  expect([Object.keys(whole).length, Object.keys(some).length]).toEqual([2, 1]);
  await one.sync.set({ ...some, other: 'x'.repeat(102_400 - bytes(one) - JSON.stringify(some).length - 20) });
  await one.local.set({ 'data-version': 1, 'month:2512': whole });
  const { status } = await one.round();
  expect(status).toMatchObject({ state: 'paused', pause: { kind: 'no-space' } });
  expect(Object.keys(one.syncItems())).toContain('m2512');
});

it('an excess that hides have no part in keeps no hide back, then or later', async () => {
  const one = device();
  await one.decide('2308.00001', { starred: true });
  await one.round();
  await one.sync.set({ junk: 'x'.repeat(96_000) });
  await one.decide('2309.00001', { starred: true });
  expect((await one.round()).status).toMatchObject({ state: 'synced', space: 'full' });
  expect(one.syncItems()).not.toHaveProperty('c');
  await one.sync.remove(['junk']);
  await one.decide('1904.06690', { hidden: true });
  const { status } = await one.round();
  expect(status).toMatchObject({ state: 'synced', space: 'enough' });
  expect(status).not.toHaveProperty('keptBefore');
  expect(Object.keys(one.syncItems())).toContain('m1904');
});

it('hides that had to go once come back when there is plenty of room, on all devices', async () => {
  const one = device();
  await one.decide('1904.06690', { hidden: true });
  await one.decide('2512.00001', { hidden: true });
  await one.sync.set({ junk: 'x'.repeat(95_000) });
  expect((await one.round()).status).toMatchObject({ space: 'full', keptBefore: '1905' });
  expect(Object.keys(one.syncItems())).not.toContain('m1904');
  await one.sync.remove(['junk']);
  expect((await one.round()).status).toMatchObject({ space: 'enough', waiting: 0 });
  const two = device();
  await carry(one, two);
  await two.round();
  expect(two.mark('1904.06690')).toMatchObject({ hidden: true });
  one.sync.writes.length = 0;
  two.sync.writes.length = 0;
  for (const each of [one, two]) await each.round();
  expect([one.sync.writes, two.sync.writes]).toEqual([[], []]);
});

it('stars alone can fill it: the reader is told before', async () => {
  const one = device();
  await one.decide('2512.00001', { starred: true });
  await one.sync.set({ junk: 'x'.repeat(85_000) });
  const { status } = await one.round();
  expect(status).toMatchObject({ state: 'synced', space: 'nearly-full' });
  expect(status).not.toHaveProperty('keptBefore');
});

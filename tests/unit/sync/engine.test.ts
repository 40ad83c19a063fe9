import { describe, expect, it } from 'vitest';
import { markStore } from '../../../src/storage/marks';
import { listSnapshots } from '../../../src/storage/snapshots';
import { carry, device, paper } from './devices';

const A = '2402.12345';
const B = '2402.00007';
const C = '2511.00001';

describe('a round', () => {
  it('hands what was decided to storage.sync, one item a month, and says so', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.decide(B, { hidden: true });
    await one.decide(C, { starred: true });
    const before = await one.round(false);
    expect(before).toMatchObject({ status: { state: 'waiting', waiting: 3, usedBytes: 0 }, isDue: true });
    expect(one.syncItems()).toEqual({});
    const after = await one.round();
    expect(after).toMatchObject({ status: { state: 'synced', waiting: 0, space: 'enough', quotaBytes: 102_400 }, isDue: false, stars: 2 });
    expect(Object.keys(one.syncItems()).sort()).toEqual(['m2402', 'm2511']);
    expect(one.local.held.get('sync-status')).toEqual(after.status);
    expect(one.keysOf('journal:')).toEqual([]);
  });

  it('rewrites the one item of the paper that has changed, in one call', async () => {
    const one = device();
    for (const id of [A, B, C]) await one.decide(id, { starred: true });
    await one.round();
    one.sync.writes.length = 0;
    await one.decide(A, { starred: false });
    await one.round();
    expect(one.sync.writes.map((items) => [...items.keys()])).toEqual([['m2402']]);
  });

  it('writes nothing when nothing has changed', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    await one.round();
    one.sync.writes.length = 0;
    one.local.writes.length = 0;
    one.restart();
    for (let i = 0; i < 3; i += 1) await one.round();
    expect(one.sync.writes).toEqual([]);
    // The first snapshot is the only thing that a day without changes may bring.
    expect(one.local.writes.flatMap((items) => [...items.keys()]).filter((key) => !key.startsWith('snapshot'))).toEqual([]);
  });

  it('brings what another device decided, with a place for the facts of its stars', async () => {
    const one = device();
    const two = device();
    await one.decide(A, { starred: true });
    await one.decide(B, { hidden: true });
    await one.round();
    await carry(one, two);
    await two.round();
    expect(two.mark(A)).toEqual({ version: 16, starred: true, hidden: false, read: false });
    expect(two.mark(B)).toEqual({ version: 1, starred: false, hidden: true, read: false });
    expect(two.local.held.get(`paper:${A}`)).toEqual({ savedAt: '2025-12-10T09:00:00.000Z' });
    expect(two.local.held.has(`paper:${B}`)).toBe(false);
    expect(two.sync.writes.length).toBe(1);
    expect(two.keysOf('journal:')).toEqual([]);
  });

  it('keeps the facts of a star that this device knows', async () => {
    const one = device();
    const two = device();
    await one.decide(A, { starred: true });
    await two.decide(A, { starred: true });
    await one.decide(A, { hidden: true });
    await one.round();
    await carry(one, two);
    await two.round();
    expect(two.local.held.get(`paper:${A}`)).toMatchObject(paper(A));
    expect(two.mark(A)).toEqual({ version: 17, starred: true, hidden: true, read: false });
  });

  it('a new and empty device gets everything and takes nothing away', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    const empty = device(one.sync);
    const before = one.syncItems();
    await empty.round();
    expect(one.syncItems()).toEqual(before);
    expect(empty.mark(A)).toMatchObject({ starred: true });
  });

  it('brings back what was taken out of storage.sync', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    await one.sync.remove(['m2402']);
    await one.round();
    expect(Object.keys(one.syncItems())).toEqual(['m2402']);
    expect(one.mark(A)).toMatchObject({ starred: true });
  });

  it('merges what was heard between reading and writing, though it is written over', async () => {
    const one = device();
    const two = device();
    await two.decide(B, { starred: true });
    await two.round();
    await one.decide(A, { starred: true });
    const { getAll } = one.sync;
    one.sync.getAll = async () => {
      const items = await getAll();
      one.sync.getAll = getAll;
      await carry(two, one);
      return items;
    };
    await one.round();
    // The other device is gone for good.
    await one.round();
    expect(one.mark(B)).toMatchObject({ starred: true });
    const three = device(one.sync);
    await three.round();
    expect(three.mark(A)).toMatchObject({ starred: true });
    expect(three.mark(B)).toMatchObject({ starred: true });
  });

  it('puts right a mark that another write has won over though it is the later one', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.decide(A, { hidden: true });
    await one.local.set({ [`mark:${A}`]: { version: 16, starred: true, hidden: false, read: false } });
    await one.round();
    expect(one.mark(A)).toEqual({ version: 17, starred: true, hidden: true, read: false });
  });

  it('puts right a mark that a tab has written over what came from another device meanwhile', async () => {
    const one = device();
    const two = device();
    await two.decide(A, { starred: true });
    await two.round();
    await carry(two, one);
    await one.round();
    // The tab had not heard of the star when it made this mark.
    await one.local.set({ [`mark:${A}`]: { version: 1, starred: false, hidden: true, read: false }, [`journal:${A}:x`]: { version: 1, starred: false, hidden: true, read: false } });
    await one.round();
    expect(one.mark(A)).toEqual({ version: 16, starred: true, hidden: false, read: false });
  });

  it('finds the marks of a version that had no journal, after a snapshot', async () => {
    const one = device(undefined, { [`mark:${A}`]: { version: 3, starred: true, hidden: false, read: false }, [`mark:${C}`]: { version: 1, starred: false, hidden: true, read: false } });
    await one.round();
    expect(Object.keys(one.syncItems()).sort()).toEqual(['m2402', 'm2511']);
    expect(one.keysOf('snapshot:').length).toBe(1);
    expect(one.local.held.get('data-version')).toBe(1);
  });

  it('does not write over what came while it was planning: it looks again first', async () => {
    const one = device();
    const two = device();
    await two.decide(B, { starred: true });
    await two.round();
    await one.decide(A, { starred: true });
    const { getAll } = one.sync;
    let reads = 0;
    one.sync.getAll = async () => {
      reads += 1;
      if (reads === 2) await carry(two, one);
      return getAll();
    };
    one.sync.writes.length = 0;
    await one.round();
    expect(one.sync.writes.length).toBe(2);
    expect(one.mark(B)).toMatchObject({ starred: true });
    await carry(one, two);
    await two.round();
    expect(two.mark(A)).toMatchObject({ starred: true });
  });

  it('reads storage.sync twice, not more, when nothing comes meanwhile: what is read twice is not the same object', async () => {
    const one = device(undefined, { keywords: [{ id: 'k', source: 'RAG', color: 'green', on: true, version: 1, place: 0 }] });
    await one.decide(A, { starred: true });
    const { getAll } = one.sync;
    let reads = 0;
    one.sync.getAll = () => {
      reads += 1;
      return getAll();
    };
    await one.round();
    expect(reads).toBe(2);
    await one.decide(B, { starred: true });
    await one.round();
    expect(reads).toBe(4);
  });

  it('makes a star of the version before later than hides, so that it is not lost to another device', async () => {
    const one = device(undefined, { [`mark:${A}`]: { version: 1, starred: true, hidden: false, read: false } });
    const two = device(one.sync, { [`mark:${A}`]: { version: 3, starred: false, hidden: true, read: false } });
    await one.round();
    await two.round();
    await one.round();
    expect(one.mark(A)).toMatchObject({ starred: true });
    expect(two.mark(A)).toMatchObject({ starred: true });
  });

  it('goes on after a refusal, and says what the browser has said until it is over', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    one.sync.failure = new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    const pause = { kind: 'too-many-writes', text: 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota' };
    expect(await one.round()).toMatchObject({ status: { state: 'paused', waiting: 1, pause }, isDue: true });
    await one.decide(B, { starred: true });
    expect(await one.round(false)).toMatchObject({ status: { state: 'paused', waiting: 2, pause }, isDue: true });
    one.sync.failure = undefined;
    const { status } = await one.round();
    expect(status).toMatchObject({ state: 'synced', waiting: 0 });
    expect(status).not.toHaveProperty('pause');
  });

  it('that storage.local refuses says so and loses nothing', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    one.local.failure = new Error('QuotaExceededError: storage.local is full.');
    expect(await one.round()).toMatchObject({ status: { state: 'paused', pause: { kind: 'no-space' } }, isDue: true });
    one.local.failure = undefined;
    expect((await one.round()).status.state).toBe('synced');
    expect(Object.keys(one.syncItems())).toEqual(['m2402']);
  });
});

describe('snapshots', () => {
  const reasons = async (one: ReturnType<typeof device>) => (await listSnapshots(one.local)).map(({ reason, counts }) => [reason, counts.starred]);

  it('one is taken on each day on which something has changed, without what has just changed', async () => {
    const one = device(undefined, { 'data-version': 1 });
    await one.decide(A, { starred: true });
    await one.round();
    await one.round();
    const first = await reasons(one);
    expect(first.length).toBe(1);
    one.setNow('2025-12-11T07:00:00Z');
    await one.decide(B, { starred: true });
    await one.round();
    await one.decide(C, { starred: true });
    await one.round();
    expect(await reasons(one)).toEqual([['daily', 2], ...first]);
    one.setNow('2025-12-12T07:00:00Z');
    one.restart();
    await one.round();
    expect(await reasons(one)).toEqual([['daily', 3], ['daily', 2], ...first]);
    // Nothing has changed on this day.
    one.setNow('2025-12-13T07:00:00Z');
    await one.round();
    expect((await reasons(one)).length).toBe(3);
  });

  it('one is taken before the first merge with what is there already, and one only', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    const two = device(one.sync, { 'data-version': 1 });
    await two.decide(B, { starred: true });
    await two.round();
    expect(two.mark(A)).toMatchObject({ starred: true });
    await one.round();
    await one.decide(C, { starred: true });
    await one.round();
    await two.round();
    expect(two.mark(C)).toMatchObject({ starred: true });
    expect((await reasons(two)).filter(([reason]) => reason === 'before-merge')).toEqual([['before-merge', 1]]);
  });
});

describe('what cannot be read', () => {
  it.each(['junk', { version: 'x', starred: true }, 7])('of a mark is kept aside, and the mark is put right when a page meets it: %j', async (junk) => {
    const one = device();
    await one.decide(A, { hidden: true });
    await one.decide(A, { starred: true });
    await one.round();
    await one.local.set({ [`mark:${A}`]: junk });
    const page = markStore(one.local, new AbortController().signal);
    await page.load([paper(A).id]);
    await one.round();
    expect(one.mark(A)).toEqual({ version: 16, starred: true, hidden: true, read: false });
    expect(page.get(paper(A).id)).toMatchObject({ starred: true, hidden: true });
    expect(JSON.stringify(one.local.held.get(`salvage:mark:${A}`))).toContain(JSON.stringify(JSON.stringify(junk)).slice(1, -1));
  });

  it('in storage.sync is kept aside once and written over with what this device has', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    const whole = one.syncItems();
    await one.sync.set({ m2402: 'garbage' });
    await one.round();
    await one.round();
    expect(one.syncItems()).toEqual(whole);
    expect(one.keysOf('salvage:')).toEqual(['salvage:sync:m2402']);
    expect(JSON.stringify(one.local.held.get('salvage:sync:m2402'))).toContain('garbage');
  });

  const JUNK = { number: 7, null: null, list: ['x'], object: { m2402: 1 }, long: 'x'.repeat(100_000) };
  it.each(Object.entries(JUNK))('in storage.sync stays there where this device has nothing to say: %s', async (_, junk) => {
    const one = device();
    await one.sync.set({ m2402: junk, other: junk, 'm2402.0': junk });
    one.sync.writes.length = 0;
    expect((await one.round()).status.state).toBe('synced');
    expect(one.sync.writes).toEqual([]);
  });

  it('of a packed month is kept aside, and the month is packed again from the marks of its papers', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    await one.local.set({ 'month:2402': { m2402: 'garbage' } });
    await one.sync.remove(['m2402']);
    await one.decide(B, { hidden: true });
    await one.round();
    const two = device(one.sync);
    await two.round();
    expect(two.mark(A)).toMatchObject({ starred: true });
    expect(two.mark(B)).toMatchObject({ hidden: true });
    expect(one.keysOf('salvage:')).toEqual(['salvage:month:2402']);
  });

  const DAMAGE = { garbage: { m2402: 'garbage' }, text: 'x', number: 5, nothing: null, list: [1], empty: {}, 'a part that is no text': { m2402: 7 } };
  it.each(Object.entries(DAMAGE))('of a packed month never gets to storage.sync, and the month is made anew at once: %s', async (_, damage) => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.decide(B, { hidden: true });
    await one.round();
    const whole = one.syncItems();
    await one.local.set({ 'month:2402': damage });
    one.sync.writes.length = 0;
    one.restart();
    await one.round();
    expect(one.sync.writes).toEqual([]);
    expect(one.local.held.get('month:2402')).toEqual(whole);
    expect(one.keysOf('salvage:')).toEqual(['salvage:month:2402']);
    expect((await one.round()).stars).toBe(1);
  });

  it('of a packed month under a key of another month is taken for damage', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    const whole = one.syncItems();
    await one.local.set({ 'month:2403': whole });
    one.sync.writes.length = 0;
    await one.round();
    await one.round();
    expect(one.sync.writes).toEqual([]);
    expect(one.keysOf('month:')).toEqual(['month:2402']);
  });

  it('a packed month that is taken out by hand while the script runs is made anew, unsent stars included', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    await one.decide(B, { starred: true });
    await one.round(false);
    await one.local.remove(['month:2402']);
    await one.round();
    const two = device(one.sync);
    await two.round();
    expect(two.mark(B)).toMatchObject({ starred: true });
  });

  it('a cutoff that no device can have set is not believed', async () => {
    const one = device(undefined, { 'sync-cutoff': '9912' });
    await one.sync.set({ c: '9911' });
    await one.decide(C, { hidden: true });
    expect((await one.round()).status).toMatchObject({ space: 'enough', waiting: 0, state: 'synced' });
    expect(Object.keys(one.syncItems()).sort()).toEqual(['c', 'm2511']);
  });

  it('a snapshot’s state of 10 MB costs nothing', async () => {
    const one = device(undefined, { 'snapshot-state': 'x'.repeat(10_000_000) });
    await one.decide(C, { hidden: true });
    await one.round();
    expect(one.local.held.get('snapshot-state')).toEqual({ isDue: true });
  });

  it('what is put aside is bounded', async () => {
    const one = device();
    for (let i = 0; i < 80; i += 1) {
      const id = `2402.${String(i + 1).padStart(5, '0')}`;
      await one.local.set({ [`mark:${id}`]: `junk ${i}`, [`journal:${id}:x`]: { version: 1, starred: false, hidden: true, read: false } });
    }
    await one.round();
    expect(one.keysOf('salvage:').length).toBe(50);
  });

  it('of a month that a newer version has packed here is said to wait', async () => {
    const one = device();
    await one.decide(A, { starred: true });
    await one.round();
    await one.local.set({ 'month:2402': { m2402: asNewerFormat('m2402', one.syncItems()['m2402'] as string) } });
    await one.decide(B, { starred: true });
    expect((await one.round()).status).toMatchObject({ state: 'paused', pause: { kind: 'newer-version' } });
    expect(one.keysOf('journal:').length).toBe(1);
  });

  it('since a newer version wrote it is left alone, with all of its month, and said', async () => {
    const newer = device();
    await newer.decide(A, { starred: true });
    await newer.round();
    const text = newer.syncItems()['m2402'] as string;
    const one = device();
    await one.decide(B, { starred: true });
    await one.decide(C, { starred: true });
    await one.sync.set({ 'm2402.0': asNewerFormat('m2402.0', text) });
    one.sync.writes.length = 0;
    const { status } = await one.round();
    expect(status).toMatchObject({ state: 'paused', waiting: 1, pause: { kind: 'newer-version' } });
    expect(one.sync.writes.flatMap((items) => [...items.keys()])).toEqual(['m2511']);
  });
});

/** A text of format 2 with the checksum that all formats have. */
function asNewerFormat(key: string, text: string): string {
  const digits = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter((character) => !'"\\<'.includes(character));
  const body = text.slice(4);
  let hash = 0x811c9dc5;
  for (const character of `${key}2${body}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  const sum = (hash >>> 0) % 92 ** 3;
  return `2${digits[Math.floor(sum / 92 ** 2)]}${digits[Math.floor(sum / 92) % 92]}${digits[sum % 92]}${body}`;
}

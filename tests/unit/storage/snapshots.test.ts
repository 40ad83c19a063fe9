import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveKeywords } from '../../../src/domain/keyword-entries';
import { changeMark, mergeMarks } from '../../../src/domain/mark';
import { toPaperId, type PaperId } from '../../../src/domain/paper';
import { readAllMarks } from '../../../src/storage/all-marks';
import { packMonth } from '../../../src/storage/month-marks';
import { readPreferences } from '../../../src/storage/preferences';
import { readSavedPapers } from '../../../src/storage/saved-papers';
import { isSnapshotKey, listSnapshots, restoreSnapshot, takeSnapshot } from '../../../src/storage/snapshots';
import { memoryArea } from '../memory-area';
import { nested } from './nested';
import { areaOf, devices, IDS, shownMarks, type Device } from './device';

const [A, B, C] = IDS as [PaperId, PaperId, PaperId];
const NOW = new Date('2026-11-23T12:00:00.000Z');
const mark = (version: number, starred = false, hidden = false) => ({ version, starred, hidden, read: false });
const hour = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const keysOf = (area: ReturnType<typeof memoryArea>) => [...area.held.keys()].filter(isSnapshotKey).sort();

/** What the reader sees: marks, keywords and settings, without the counters beside them. */
async function shown(area: ReturnType<typeof memoryArea>) {
  const { keywords, settings } = await readPreferences(area);
  return {
    marks: shownMarks(await readAllMarks(area)),
    keywords: liveKeywords(keywords).map(({ id, source, color, on }) => ({ id, source, color, on })),
    settings: { enabled: settings.enabled, topicsOff: settings.topicsOff },
  };
}

describe('taking a snapshot', () => {
  it('keeps the packed months, what they lack, keywords and settings as they are stored, and counts', async () => {
    const month = packMonth(new Map([[A, mark(2, true)], [B, mark(1, false, true)]]));
    const keywords = [{ id: 'k', source: 'RAG', color: 'green', on: true, version: 1, place: 0 }, { id: 'x', removed: true, version: 2, place: 1 }];
    const area = memoryArea({
      'month:2401': month,
      [`mark:${A}`]: mark(2, true),
      [`journal:${C}:t`]: mark(1, true, true),
      keywords,
      settings: { enabled: false },
      'draft-keyword': { source: 'x' },
    });
    await takeSnapshot(area, 'before-import', NOW);
    expect(area.held.get('snapshot:2026-11-23T12:00:00.000Z')).toEqual({
      format: 1,
      at: '2026-11-23T12:00:00.000Z',
      reason: 'before-import',
      months: { '2401': month, '2402': {} },
      others: packMonth(new Map([[C, mark(1, true, true)]])),
      keywords,
      settings: { enabled: false },
      counts: { starred: 2, hidden: 2, keywords: 1 },
    });
  });

  it('keeps, when it is that of the day, what there was before the changes that have just been made', async () => {
    const area = memoryArea({
      'month:2401': packMonth(new Map([[A, mark(2, true)]])),
      [`mark:${A}`]: mark(3),
      [`journal:${A}:t`]: mark(3),
    });
    await takeSnapshot(area, 'daily', NOW);
    const [snapshot] = await listSnapshots(area);
    expect(snapshot!.counts).toEqual({ starred: 1, hidden: 0, keywords: 0 });
    await restoreSnapshot(area, snapshot!.key);
    expect(shownMarks(await readAllMarks(area))).toEqual({ [A]: 'starred ' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['months that were never packed', {}],
    ['a month that is broken', { 'month:2401': { m2401: '1xyz' } }],
    ['a month that is no month', { 'month:2401': 7 }],
    ['a month without marks', { 'month:2401': {} }],
  ])('keeps the marks of %s, too', async (_, items) => {
    const area = memoryArea({ ...items, [`mark:${A}`]: mark(3, true), [`mark:${B}`]: mark(1, false, true) });
    await takeSnapshot(area, 'before-migration', NOW);
    const [snapshot] = await listSnapshots(area);
    expect(snapshot!.counts).toEqual({ starred: 1, hidden: 1, keywords: 0 });
    for (const key of [`mark:${A}`, `mark:${B}`, 'month:2401']) area.held.delete(key);
    await restoreSnapshot(area, snapshot!.key);
    expect(shownMarks(await readAllMarks(area))).toEqual({ [A]: 'starred ', [B]: ' hidden' });
  });

  it('does nothing when there is nothing to keep, or nothing new', async () => {
    const area = memoryArea({ 'draft-keyword': { source: 'x' }, [`mark:${A}`]: 'junk' });
    await takeSnapshot(area, 'daily', NOW);
    expect(area.writes).toEqual([]);
    await area.set({ [`mark:${A}`]: mark(1, true) });
    await takeSnapshot(area, 'daily', NOW);
    await takeSnapshot(area, 'before-import', hour(1));
    expect(await listSnapshots(area)).toHaveLength(1);
    await area.set({ settings: { enabled: false } });
    await takeSnapshot(area, 'daily', hour(2));
    expect(await listSnapshots(area)).toHaveLength(2);
  });

  it('keeps the 7 that were taken last, whatever the clock said, and lists them newest first', async () => {
    const clock = fc.array(fc.constantFrom(-30_000, -1, 0, 1, 2, 24, 9000), { minLength: 1, maxLength: 14 });
    await fc.assert(fc.asyncProperty(clock, async (jumps) => {
      const area = memoryArea();
      let time = 0;
      for (const [i, jump] of jumps.entries()) {
        time += jump;
        await area.set({ [`mark:${A}`]: mark(1, true), settings: { i } });
        await takeSnapshot(area, 'daily', hour(time));
      }
      const kept = (await listSnapshots(area)).map(({ key }) => (area.held.get(key) as { settings: { i: number } }).settings.i);
      expect(kept).toEqual(jumps.map((_, i) => i).reverse().slice(0, 7));
    }), { numRuns: 60 });
  });

  it('keeps what can be read of keywords and settings that cannot be copied', async () => {
    const keyword = { id: 'k', source: 'RAG', color: 'green', on: true, version: 1, place: 0 };
    const keywords = [{ ...keyword, junk: nested(20_000) }, nested(20_000)];
    const settings = { enabled: false, topicsOff: [], versions: { enabled: 1 }, junk: nested(20_000) };
    const { get, ...rest } = memoryArea({ [`mark:${A}`]: mark(1, true) });
    const area = { ...rest, get: async (keys: readonly string[]) => ({ ...(await get(keys)), ...(keys.includes('keywords') && { keywords, settings }) }) };
    await takeSnapshot(area, 'daily', NOW);
    const [key] = keysOf(rest as ReturnType<typeof memoryArea>);
    expect(area.held.get(key!)).toMatchObject({ keywords: [keyword], settings: { enabled: false, topicsOff: [], versions: { enabled: 1 } } });
    await takeSnapshot(area, 'daily', hour(1));
    expect(await listSnapshots(area)).toHaveLength(1);
    await restoreSnapshot(area, key!);
  });

  it('is taken beside a newest one that cannot be compared', async () => {
    const old = `snapshot:${NOW.toISOString()}`;
    const { get, ...rest } = memoryArea({ [`mark:${A}`]: mark(1, true) });
    await takeSnapshot({ ...rest, get }, 'daily', NOW);
    const deep = { ...(rest.held.get(old) as object), keywords: nested(20_000) };
    await takeSnapshot({ ...rest, get: async (keys) => ({ ...(await get(keys)), ...(keys.includes(old) && { [old]: deep }) }) }, 'daily', hour(1));
    expect(await listSnapshots({ ...rest, get })).toHaveLength(2);
  });

  it('drops no older one when it cannot be written', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, true) });
    for (let i = 0; i < 7; i++) {
      await area.set({ settings: { i } });
      await takeSnapshot(area, 'daily', hour(i));
    }
    const before = keysOf(area);
    await area.set({ settings: {} });
    area.failure = new Error('quota');
    await expect(takeSnapshot(area, 'daily', hour(9))).rejects.toThrow('quota');
    expect(keysOf(area)).toEqual(before);
  });

  it('passes over snapshots that cannot be read and keys that are none, and does not drop them before their time', async () => {
    const key = (i: number) => `snapshot:2026-11-0${i}T00:00:00.000Z`;
    const newer = { format: 2, at: '', months: {} };
    const area = memoryArea({
      [`mark:${A}`]: mark(1, true),
      'snapshot:x': 1,
      'snapshot:+010000-01-01T00:00:00.000Z': 1,
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((i) => [key(i), i === 3 ? newer : 'junk'])),
    });
    await takeSnapshot(area, 'daily', NOW);
    expect(keysOf(area)).toEqual([...[2, 3, 4, 5, 6, 7].map(key), `snapshot:${NOW.toISOString()}`]);
    expect(await listSnapshots(area)).toEqual([expect.objectContaining({ reason: 'daily', at: NOW.toISOString() })]);
    expect(area.held.get('snapshot:x')).toBe(1);
  });

  it('of anything that a snapshot may have become is passed over or whole', async () => {
    await fc.assert(fc.asyncProperty(fc.anything({ withNullPrototype: true }), fc.constantFrom('format', 'at', 'reason', 'months', 'others', 'counts', 'keywords'), async (value, field) => {
      const area = memoryArea({ [`mark:${A}`]: mark(1, true) });
      await takeSnapshot(area, 'daily', NOW);
      const key = keysOf(area)[0]!;
      area.held.set(key, { ...(area.held.get(key) as object), [field]: value });
      for (const info of await listSnapshots(area)) {
        expect(Object.values(info.counts).every(Number.isSafeInteger)).toBe(true);
        await restoreSnapshot(area, info.key);
      }
      area.held.set(key, value);
      await listSnapshots(area);
    }));
  });
});

describe('restoring a snapshot', () => {
  it('brings back what the reader saw then, by later decisions; the snapshot taken before brings back the rest', async () => {
    await fc.assert(fc.asyncProperty(devices, devices, async (then: Device, now: Device) => {
      const area = areaOf(then);
      const shownThen = await shown(area);
      await takeSnapshot(area, 'before-import', NOW);
      const [taken] = await listSnapshots(area);
      const snapshot = area.held.get(taken!.key);
      area.held.clear();
      for (const [key, value] of areaOf(now).held) area.held.set(key, value);
      area.held.set(taken!.key, snapshot);
      const shownNow = await shown(area);
      const marksNow = await readAllMarks(area);

      await restoreSnapshot(area, taken!.key);
      expect(await shown(area)).toEqual(shownThen);
      for (const [id, { version, starred, hidden }] of await readAllMarks(area)) {
        const before = marksNow.get(id);
        if (before && (before.starred !== starred || before.hidden !== hidden)) expect(version).toBeGreaterThan(before.version);
      }
      const restored = [...area.held].filter(([key]) => !isSnapshotKey(key));
      await restoreSnapshot(area, taken!.key);
      expect([...area.held].filter(([key]) => !isSnapshotKey(key))).toEqual(restored);

      const before = (await listSnapshots(area)).findLast(({ reason }) => reason === 'before-restore');
      if (before) await restoreSnapshot(area, before.key);
      expect(await shown(area)).toEqual(before ? shownNow : shownThen);
    }), { numRuns: 300 });
  }, 30_000);

  it('makes a place in the list for a star whose paper has gone, and leaves what is known of others', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, true), [`mark:${B}`]: mark(1, true), [`paper:${B}`]: { title: 'B', savedAt: '2026-11-20' } });
    await takeSnapshot(area, 'daily', NOW);
    await area.set({ [`mark:${A}`]: mark(2), [`mark:${B}`]: mark(2) });
    await restoreSnapshot(area, keysOf(area)[0]!);
    expect(await readSavedPapers(area, [A, B])).toEqual([{ id: A, savedAt: NOW.toISOString() }, { id: B, title: 'B', savedAt: '2026-11-20' }]);
  });

  it('writes each mark with an entry of the journal in the same write', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, true) });
    await takeSnapshot(area, 'daily', NOW);
    await area.set({ [`mark:${A}`]: mark(4), [`mark:${C}`]: mark(2, true) });
    area.writes.length = 0;
    await restoreSnapshot(area, keysOf(area)[0]!);
    const writes = area.writes.filter((items) => items.has(`mark:${A}`));
    expect(writes).toHaveLength(1);
    const journal = [...writes[0]!].filter(([key]) => key.startsWith('journal:')).map(([key, value]) => [key.split(':')[1], value]);
    expect(journal).toEqual([[A, mark(16, true)], [C, mark(16)]]);
    expect(writes[0]!.get(`mark:${C}`)).toEqual(mark(16));
  });

  it('that shows a hidden paper again is not later than a star that another device gives it meanwhile', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, false, true), [`mark:${B}`]: mark(16, true, true) });
    await takeSnapshot(area, 'daily', NOW);
    const [shownA, unhiddenB] = [changeMark(mark(1, false, true), { hidden: false }), changeMark(mark(16, true, true), { hidden: false })];
    await area.set({ [`mark:${A}`]: shownA, [`mark:${B}`]: unhiddenB });
    await restoreSnapshot(area, keysOf(area)[0]!);
    const restored = await readAllMarks(area);
    expect(restored.get(A)).toEqual(mark(3, false, true));
    expect(restored.get(B)).toEqual(mark(18, true, true));
    const starredElsewhere = changeMark(mark(1, false, true), { starred: true });
    expect(mergeMarks(restored.get(A)!, starredElsewhere)).toBe(starredElsewhere);
  });

  it('leaves alone papers whose marks may have been in what cannot be read of it', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, true), [`mark:${C}`]: mark(1, true) });
    await takeSnapshot(area, 'daily', NOW);
    const key = keysOf(area)[0]!;
    area.held.set(key, { ...(area.held.get(key) as object), months: { '2401': { m2401: '1broken' } }, others: {}, keywords: 'junk', settings: 7 });
    area.held.set('keywords', [{ id: 'k', source: 'RAG', color: 'green', on: true, version: 1, place: 0 }]).set('settings', { enabled: false });
    await restoreSnapshot(area, key);
    expect(shownMarks(await readAllMarks(area))).toEqual({ [A]: 'starred ' });
    expect(await shown(area)).toMatchObject({ keywords: [{ id: 'k' }], settings: { enabled: false } });
  });

  it('of the oldest one does not drop it before it is done', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, true) });
    for (let i = 0; i < 7; i++) {
      await area.set({ settings: { i } });
      await takeSnapshot(area, 'daily', hour(i));
    }
    await area.set({ [`mark:${A}`]: mark(2) });
    const oldest = keysOf(area)[0]!;
    const { set } = area;
    area.set = async (items) => (Object.keys(items).some((key) => key.startsWith('mark:')) ? Promise.reject(new Error('killed')) : set(items));
    await expect(restoreSnapshot(area, oldest)).rejects.toThrow('killed');
    area.set = set;
    await restoreSnapshot(area, oldest);
    expect(shownMarks(await readAllMarks(area))).toEqual({ [A]: 'starred ' });
  });

  it('of which there is none says so and changes nothing', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(1, true), 'snapshot:2026-11-23T12:00:00.000Z': { format: 2 } });
    await expect(restoreSnapshot(area, 'snapshot:2026-11-23T12:00:00.000Z')).rejects.toThrow('no readable snapshot');
    await expect(restoreSnapshot(area, 'snapshot:2026-11-24T12:00:00.000Z')).rejects.toThrow('no readable snapshot');
    expect(area.writes).toEqual([]);
  });

  it('of years of marks goes in writes of a bearable size', async () => {
    const ids = Array.from({ length: 1200 }, (_, i) => toPaperId(`2402.${String(i).padStart(5, '0')}`)!);
    const area = memoryArea({ 'month:2402': packMonth(new Map(ids.map((id) => [id, mark(1, true)]))) });
    await takeSnapshot(area, 'daily', NOW);
    await area.set({ 'month:2402': packMonth(new Map(ids.map((id) => [id, mark(2)]))) });
    area.writes.length = 0;
    await restoreSnapshot(area, keysOf(area)[0]!);
    expect(Math.max(...area.writes.map((items) => items.size))).toBeLessThanOrEqual(1500);
    expect(Object.keys(shownMarks(await readAllMarks(area)))).toHaveLength(1200);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveKeywords, mergeEntries } from '../../../src/domain/keyword-entries';
import { LARGEST_VERSION, mergeMarks, NO_MARK } from '../../../src/domain/mark';
import type { PaperId } from '../../../src/domain/paper';
import { mergeSettings } from '../../../src/domain/settings';
import { readAllMarks } from '../../../src/storage/all-marks';
import { BackupFileError, exportBackup, importBackup } from '../../../src/storage/backup-file';
import { readPreferences } from '../../../src/storage/preferences';
import { isSnapshotKey, listSnapshots } from '../../../src/storage/snapshots';
import { memoryArea } from '../memory-area';
import { areaOf, devices, IDS } from './device';

const [A, B, C] = IDS as [PaperId, PaperId, PaperId];
const NOW = new Date('2026-11-23T12:00:00.000Z');
const mark = (version: number, starred = false, hidden = false) => ({ version, starred, hidden, read: false });
const keyword = (id: string, source: string, version = 1, place = 0) => ({ id, source, color: 'green', on: true, version, place });
const fileOf = (parts: Record<string, unknown>) => JSON.stringify({ format: 'papersift-backup', formatVersion: 1, ...parts });
const NOTHING = { papersChanged: 0, keywordsChanged: 0, settingsChanged: false, unreadable: 0 };

type Area = ReturnType<typeof memoryArea>;

/** All that an import may change, but for entries of the journal, whose keys are new each time. */
const kept = (area: Area) => Object.fromEntries([...area.held].filter(([key]) => !key.startsWith('journal:')));

/** Marks and preferences with all their bookkeeping. */
async function decisions(area: Area) {
  const marks = [...(await readAllMarks(area))].filter(([, { version }]) => version > 0);
  return { marks: Object.fromEntries(marks), ...(await readPreferences(area)) };
}

describe('an export', () => {
  it('holds marks, the facts of starred papers, keywords and settings, in words that a reader understands', async () => {
    const area = memoryArea({
      [`mark:${A}`]: mark(3, true),
      [`mark:${B}`]: mark(1, false, true),
      [`journal:${C}:t`]: mark(1, true),
      [`paper:${A}`]: { title: 'A', savedAt: '2026-11-20', note: 'newer' },
      [`paper:${B}`]: { title: 'B', savedAt: '2026-11-20' },
      keywords: [keyword('k', 'RAG'), { id: 'x', removed: true, version: 2, place: 1 }],
      settings: { enabled: false, topicsOff: ['rl'], versions: { enabled: 2 } },
      'sync-status': {},
    });
    expect(JSON.parse(await exportBackup(area, NOW))).toEqual({
      format: 'papersift-backup',
      formatVersion: 1,
      exportedAt: NOW.toISOString(),
      marks: { [A]: mark(3, true), [B]: mark(1, false, true), [C]: mark(1, true) },
      papers: { [A]: { id: A, title: 'A', savedAt: '2026-11-20', note: 'newer' } },
      keywords: [keyword('k', 'RAG'), { id: 'x', removed: true, version: 2, place: 1 }],
      settings: { enabled: false, topicsOff: ['rl'], versions: { enabled: 2, 'topic:rl': 1 } },
    });
  });

  it('of nothing can be imported, and changes nothing', async () => {
    const area = memoryArea();
    expect(await importBackup(area, await exportBackup(memoryArea(), NOW))).toEqual(NOTHING);
    expect(area.writes).toEqual([]);
  });
});

describe('an import', () => {
  it('is the merge of both, whichever is imported into which, and again changes nothing', async () => {
    await fc.assert(fc.asyncProperty(devices, devices, async (a, b) => {
      const [here, there] = [areaOf(a), areaOf(b)];
      const [own, other] = [await decisions(here), await decisions(there)];
      const [mine, theirs] = [await exportBackup(here, NOW), await exportBackup(there, NOW)];
      const report = await importBackup(here, theirs);
      await importBackup(there, mine);

      const ids = new Set([...a.marks.keys(), ...b.marks.keys()]);
      const marks = Object.fromEntries([...ids].map((id) => [id, mergeMarks(own.marks[id] ?? NO_MARK, other.marks[id] ?? NO_MARK)]));
      expect(await decisions(here)).toEqual({
        marks,
        keywords: mergeEntries(own.keywords, other.keywords),
        settings: mergeSettings(own.settings, other.settings),
      });
      expect(await decisions(there)).toEqual(await decisions(here));
      expect(report.unreadable).toBe(0);

      const before = new Map(here.held);
      expect(await importBackup(here, theirs)).toEqual(NOTHING);
      expect(here.held).toEqual(before);
    }), { numRuns: 300 });
  });

  it('of what this device has exported itself changes nothing', async () => {
    await fc.assert(fc.asyncProperty(devices, async (device) => {
      const area = areaOf(device);
      expect(await importBackup(area, await exportBackup(area, NOW))).toEqual(NOTHING);
      expect(area.writes).toEqual([]);
    }));
  });

  it('into a new device brings everything, with the facts of each star', async () => {
    await fc.assert(fc.asyncProperty(devices, async (device) => {
      const area = areaOf(device);
      const fresh = memoryArea();
      await importBackup(fresh, await exportBackup(area, NOW));
      expect(await decisions(fresh)).toEqual(await decisions(area));
      for (const [id, { starred }] of device.marks) {
        expect(fresh.held.has(`paper:${id}`)).toBe(starred);
        if (starred) expect(JSON.parse(JSON.stringify(fresh.held.get(`paper:${id}`)))).toMatchObject(area.held.get(`paper:${id}`) as object);
        if (fresh.held.has(`mark:${id}`)) expect([...fresh.held.keys()].some((key) => key.startsWith(`journal:${id}:`))).toBe(true);
      }
    }));
  });

  it('reports what it has changed, and takes a snapshot of what was there', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(2, true), [`paper:${A}`]: { savedAt: '2026-11-01' }, [`mark:${B}`]: mark(5, false, true), keywords: [keyword('k', 'RAG')] });
    const report = await importBackup(area, fileOf({
      marks: { [A]: mark(2, true), [B]: mark(4, true), [C]: mark(1, true) },
      papers: { [A]: { title: 'A', savedAt: '2026-10-01' }, [B]: { title: 'B', savedAt: '' } },
      keywords: [keyword('k', 'RAG'), keyword('l', 'agents', 1, 1), { id: 'gone', removed: true, version: 3, place: 2 }],
      settings: { enabled: false, versions: { enabled: 1 } },
    }));
    expect(report).toEqual({ papersChanged: 2, keywordsChanged: 1, settingsChanged: true, unreadable: 0 });
    expect(area.held.get(`paper:${A}`)).toMatchObject({ title: 'A', savedAt: '2026-11-01' });
    expect(area.held.get(`paper:${C}`)).toEqual({ savedAt: expect.stringMatching(/Z$/) });
    expect(area.held.has(`paper:${B}`)).toBe(false);
    expect(await listSnapshots(area)).toEqual([expect.objectContaining({ reason: 'before-import', counts: { starred: 1, hidden: 1, keywords: 1 } })]);
  });

  it('leaves the facts that this device has', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(2, true), [`paper:${A}`]: { title: 'Mine', savedAt: '2026-11-01' } });
    await importBackup(area, fileOf({ marks: { [A]: mark(3, true, true) }, papers: { [A]: { title: 'Theirs', savedAt: '' } } }));
    expect(area.held.get(`paper:${A}`)).toEqual({ title: 'Mine', savedAt: '2026-11-01' });
  });

  it('that is stopped half-way is finished by the next', async () => {
    await fc.assert(fc.asyncProperty(devices, devices, fc.integer({ min: 0, max: 4 }), async (a, b, lastWrite) => {
      const [whole, stopped] = [areaOf(a), areaOf(a)];
      const file = await exportBackup(areaOf(b), NOW);
      await importBackup(whole, file);
      const { set } = stopped;
      stopped.set = async (items) => {
        if (stopped.writes.length >= lastWrite) throw new Error('killed');
        await set(items);
      };
      await importBackup(stopped, file).catch((error: Error) => expect(error.message).toBe('killed'));
      stopped.set = set;
      await importBackup(stopped, file);
      expect(await decisions(stopped)).toEqual(await decisions(whole));
    }));
  });

  it('rejects with the browser\'s error, and changes nothing that it cannot take a snapshot of', async () => {
    const area = memoryArea({ [`mark:${A}`]: mark(2, true) });
    const before = new Map(area.held);
    const { set } = area;
    area.set = (items) => (Object.keys(items).some(isSnapshotKey) ? Promise.reject(new Error('quota')) : set(items));
    await expect(importBackup(area, fileOf({ marks: { [A]: mark(3) } }))).rejects.toThrow('quota');
    expect(area.held).toEqual(before);
  });
});

describe('a file', () => {
  it.each<[string, string, string]>([
    ['empty', '', 'not-json'],
    ['cut short', fileOf({ marks: { [A]: mark(1, true) } }).slice(0, -3), 'not-json'],
    ['of another format', '{"marks":{}}', 'other-format'],
    ['a list', '[]', 'other-format'],
    ['null', 'null', 'other-format'],
    ['of a format that has no number', '{"format":"papersift-backup"}', 'other-format'],
    ['of a newer format', '{"format":"papersift-backup","formatVersion":2,"marks":7}', 'newer-format'],
    ['that names its format far away', '{"format":"papersift-backup","formatVersion":1e300}', 'newer-format'],
    ['of junk, and large', 'x'.repeat(50_000_000), 'not-json'],
    ['beyond all measure', ' '.repeat(140_000_000), 'too-large'],
    ['nested without an end', '['.repeat(1_000_000), 'not-json'],
    ['nested with an end', '['.repeat(500_000) + ']'.repeat(500_000), 'other-format'],
  ])('%s is none, and says why', async (_, text, problem) => {
    const area = memoryArea({ [`mark:${A}`]: mark(2, true) });
    const error: unknown = await importBackup(area, text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BackupFileError);
    expect(error).toMatchObject({ problem });
    expect(area.writes).toEqual([]);
  });

  it('that an editor has put a byte order mark into is read', async () => {
    expect(await importBackup(memoryArea(), `\uFEFF${fileOf({ marks: { [A]: mark(1, true) } })}`)).toMatchObject({ papersChanged: 1 });
  });

  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  it.each<[string, string]>([
    ['ids that are none', `"marks":{"x":${JSON.stringify(mark(1, true))},"2402.12345v2":{}," 2402.12345":{}}`],
    ['keys that are traps', `"marks":{"__proto__":${JSON.stringify(mark(1, true))},"constructor":{},"toString":{}}`],
    ['versions that nobody reaches', `"marks":{"${A}":{"version":1e300,"starred":true,"hidden":false},"${B}":{"version":${LARGEST_VERSION + 1},"starred":true,"hidden":false},"${C}":{"version":-1,"starred":true,"hidden":false}}`],
    ['marks that are none', `"marks":{"${A}":{"version":1},"${B}":null,"${C}":{"version":1,"starred":1,"hidden":0}}`],
    ['papers that are none', `"papers":{"${A}":7,"${B}":{"title":"${'x'.repeat(200_001)}"},"${C}":{"title":"deep","more":${deep}}}`],
    ['keywords that are none', `"keywords":[7,{"id":"k","source":"","version":1,"place":0},{"id":"k","source":"RAG","color":"green","on":true,"version":1e300,"place":0}]`],
    ['sections that are none', '"marks":[],"papers":"x","keywords":{"0":1}'],
  ])('with %s is read as if they were not there, and they are counted', async (_, parts) => {
    const area = memoryArea({ [`mark:${A}`]: mark(2, true), [`paper:${A}`]: { savedAt: '' }, [`mark:${C}`]: mark(1, true), [`paper:${C}`]: { savedAt: '' } });
    const text = `{"format":"papersift-backup","formatVersion":1,${parts}}`;
    expect(await importBackup(area, text)).toEqual({ ...NOTHING, unreadable: 3 });
    expect(area.writes).toEqual([]);
    expect(({} as Record<string, unknown>)['starred']).toBeUndefined();
  });

  it.each([
    ['that are none', 7, false],
    ['with a version that nobody reaches', { enabled: false, versions: { enabled: 1e300, 'topic:rl': 3 }, topicsOff: ['rl'] }, true],
  ])('with settings %s is read as far as it goes', async (_, settings, settingsChanged) => {
    const area = memoryArea();
    expect(await importBackup(area, fileOf({ settings }))).toEqual({ ...NOTHING, settingsChanged, unreadable: 1 });
    const { versions } = (await readPreferences(area)).settings;
    expect(Math.max(0, ...Object.values(versions))).toBeLessThanOrEqual(3);
  });

  it('with marks that carry more than can be kept gives the marks alone; what a newer version wrote beside is kept', async () => {
    const area = memoryArea();
    await importBackup(area, `{"format":"papersift-backup","formatVersion":1,"marks":{
      "${A}":{"version":1,"starred":true,"hidden":false,"more":${deep}},
      "${B}":{"version":1,"starred":true,"hidden":false,"__proto__":{"hidden":true},"read":true}}}`);
    expect(area.held.get(`mark:${A}`)).toEqual(mark(1, true));
    expect(area.held.get(`mark:${B}`)).toEqual({ ...mark(1, true), read: true });
  });

  it('that is anything at all throws nothing but why it is none, and costs nothing that is stored', async () => {
    const parts = fc.record({ marks: fc.anything(), papers: fc.anything(), keywords: fc.anything(), settings: fc.anything() }, { requiredKeys: [] });
    const byId = fc.dictionary(fc.constantFrom(...IDS, '__proto__', 'x'), fc.oneof(fc.anything(), fc.record({ version: fc.double(), starred: fc.boolean(), hidden: fc.boolean(), read: fc.boolean() })));
    const texts = fc.oneof(fc.string(), fc.json(), parts.map(fileOfAny), fc.record({ marks: byId, papers: byId, keywords: fc.array(fc.anything()) }).map(fileOfAny));
    await fc.assert(fc.asyncProperty(devices, texts, async (device, text) => {
      const area = areaOf(device);
      const before = await decisions(area);
      try {
        await importBackup(area, text);
        expect(await importBackup(area, text)).toMatchObject({ papersChanged: 0, keywordsChanged: 0, settingsChanged: false });
      } catch (error) {
        expect(error).toBeInstanceOf(BackupFileError);
        expect(kept(area)).toEqual(kept(areaOf(device)));
      }
      const after = await decisions(area);
      for (const [id, own] of Object.entries(before.marks)) expect(mergeMarks(after.marks[id]!, own)).toEqual(after.marks[id]);
      for (const entry of before.keywords) expect(after.keywords.find(({ id }) => id === entry.id)!.version).toBeGreaterThanOrEqual(entry.version);
    }));
  });
});

/** JSON of anything: what JSON cannot say is left out. */
function fileOfAny(parts: Record<string, unknown>): string {
  return JSON.stringify({ format: 'papersift-backup', formatVersion: 1, ...parts }, (_, value: unknown) => (typeof value === 'bigint' ? null : value));
}

it('ten thousand marks go through a file and back in a bearable time', async () => {
  const area = memoryArea();
  for (let i = 0; i < 10_000; i++) area.held.set(`mark:2402.${String(i).padStart(5, '0')}`, mark(1, i % 4 === 0, i % 4 !== 0));
  const text = await exportBackup(area, NOW);
  const fresh = memoryArea();
  expect(await importBackup(fresh, text)).toEqual({ ...NOTHING, papersChanged: 10_000 });
  expect([...fresh.held.keys()].filter(isSnapshotKey)).toEqual([]);
  expect(liveKeywords((await readPreferences(fresh)).keywords)).toEqual([]);
});

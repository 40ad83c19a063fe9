import { describe, expect, it } from 'vitest';
import { toPaperId, type PaperId } from '../../../src/domain/paper';
import {
  lastStarredFirst,
  listStarredPlaces,
  packPlaces,
  readMissingTimes,
  takeInChanges,
  unpackPlaces,
} from '../../../src/storage/starred-places';
import { memoryArea } from '../memory-area';

const [A, B, C, D] = ['2402.00001', '2402.00002', '2402.00003', '2402.00004'].map((id) => toPaperId(id)!) as [PaperId, PaperId, PaperId, PaperId];
const mark = (version: number, starred = true) => ({ version, starred, hidden: false, read: false });
const nothing = () => unpackPlaces(undefined);

/** @returns the area and the keys that were read of it */
function open(items: Record<string, unknown>) {
  const area = memoryArea(items);
  const asked: string[] = [];
  const { get } = area;
  area.get = (keys) => (asked.push(...keys), get(keys));
  return { area, asked };
}

describe('the list', () => {
  it('is last starred first, of one time the newer paper first, and without a time last', async () => {
    const { area } = open({
      [`mark:${A}`]: mark(1),
      [`mark:${B}`]: mark(1),
      [`mark:${C}`]: mark(1),
      [`mark:${D}`]: mark(1),
      [`paper:${A}`]: { savedAt: '2026-11-22' },
      [`paper:${B}`]: { savedAt: '2026-11-22' },
      [`paper:${C}`]: 'broken',
      [`paper:${D}`]: { savedAt: '2026-11-23' },
    });
    expect(lastStarredFirst(await listStarredPlaces(area, nothing()))).toEqual([D, B, A, C]);
  });

  it('passes over stars that have gone, over what is no paper, and over marks of which nothing is kept', async () => {
    const { area, asked } = open({
      settings: {},
      [`mark:${A}`]: mark(1),
      [`mark:${B}`]: mark(2, false),
      [`mark:${C}`]: mark(1),
      [`paper:${A}`]: { savedAt: '1' },
      [`paper:${B}`]: { savedAt: '2' },
      'paper:x': { savedAt: '3' },
    });
    expect(lastStarredFirst(await listStarredPlaces(area, nothing()))).toEqual([A]);
    expect(asked).toEqual([`mark:${A}`, `mark:${B}`, `paper:${A}`]);
  });

  it('reads only those papers that are not known of the same version of their mark', async () => {
    const { area, asked } = open({
      [`mark:${A}`]: mark(1),
      [`mark:${B}`]: mark(32),
      [`mark:${C}`]: mark(1),
      [`paper:${A}`]: { savedAt: '2026-11-20' },
      [`paper:${B}`]: { savedAt: '2026-11-19' },
      [`paper:${C}`]: { savedAt: '2026-11-18' },
    });
    const known = unpackPlaces(JSON.stringify([[A, 1, '2026-11-20'], [B, 16, '2026-11-01'], [D, 1, '2026-11-30']]));
    expect(lastStarredFirst(await listStarredPlaces(area, known))).toEqual([A, B, C]);
    expect(asked.filter((key) => key.startsWith('paper:'))).toEqual([`paper:${B}`, `paper:${C}`]);
  });

  it('of years is read in parts', async () => {
    const ids = Array.from({ length: 1201 }, (_, i) => `2402.${String(i).padStart(5, '0')}`);
    const { area } = open(Object.fromEntries(ids.flatMap((id) => [[`mark:${id}`, mark(1)], [`paper:${id}`, { savedAt: id }]])));
    const sizes: number[] = [];
    const { get } = area;
    area.get = (keys) => (keys[0]?.startsWith('paper:') && sizes.push(keys.length), get(keys));
    expect(lastStarredFirst(await listStarredPlaces(area, nothing()))).toEqual(ids.reverse());
    expect(sizes).toEqual([500, 500, 201]);
  });
});

describe('changes', () => {
  it('bring stars and times without reading, and say which papers they are about', () => {
    const places = nothing();
    expect(takeInChanges(places, new Map<string, unknown>([[`paper:${A}`, { savedAt: '1' }]]))).toEqual([A]);
    expect(lastStarredFirst(places)).toEqual([]);
    expect(takeInChanges(places, new Map<string, unknown>([[`mark:${A}`, mark(1)], [`mark:${B}`, mark(2)], [`paper:${B}`, { savedAt: '2' }], ['settings', {}]]))).toEqual([A, B, B]);
    expect(lastStarredFirst(places)).toEqual([B, A]);
    takeInChanges(places, new Map([[`mark:${B}`, mark(3, false)]]));
    expect(lastStarredFirst(places)).toEqual([A]);
    takeInChanges(places, new Map([[`mark:${B}`, mark(4)]]));
    expect(lastStarredFirst(places)).toEqual([B, A]);
    takeInChanges(places, new Map([[`paper:${B}`, undefined], [`mark:${A}`, undefined]]));
    expect(lastStarredFirst(places)).toEqual([]);
  });

  it('of papers that are not starred, and were not, are none', () => {
    expect(takeInChanges(nothing(), new Map<string, unknown>([[`mark:${A}`, mark(1, false)], ['month:2402', {}]]))).toEqual([]);
  });

  it('of a star alone leave its time to be read, once, even where nothing is kept', async () => {
    const { area, asked } = open({ [`paper:${A}`]: { savedAt: '1' } });
    const places = nothing();
    takeInChanges(places, new Map([[`mark:${A}`, mark(1)], [`mark:${B}`, mark(1)]]));
    await readMissingTimes(area, places);
    await readMissingTimes(area, places);
    expect(asked).toEqual([`paper:${A}`, `paper:${B}`]);
    expect(lastStarredFirst(places)).toEqual([A]);
  });

  it('that come while storage answers are later than the answer', async () => {
    const { area } = open({ [`paper:${A}`]: { savedAt: 'old' } });
    const places = nothing();
    takeInChanges(places, new Map([[`mark:${A}`, mark(1)]]));
    const reading = readMissingTimes(area, places);
    takeInChanges(places, new Map([[`paper:${A}`, { savedAt: 'new' }]]));
    await reading;
    expect(places.times.get(A)).toBe('new');
  });
});

describe('the text for the next opening', () => {
  it('gives back what was packed, but for times that may yet be written', () => {
    const places = nothing();
    places.versions.set(A, 1).set(B, 17).set(C, 2).set(D, 1);
    places.times.set(A, '2026-11-20').set(B, '2026-11-21').set(C, '').set(D, undefined);
    const again = unpackPlaces(packPlaces(places));
    expect([...again.versions]).toEqual([[A, 1], [B, 17]]);
    expect([...again.times]).toEqual([[A, '2026-11-20'], [B, '2026-11-21']]);
  });

  it.each([undefined, '', '[', '7', '{"a":1}', '[1,null,"x",[1,2,3],["2402.00001","1","x"],["2402.00001",1]]'])('that cannot be read is nothing: %s', (text) => {
    expect(unpackPlaces(text).versions.size).toBe(0);
  });

  it('loses only the entries that cannot be read', () => {
    expect([...unpackPlaces(`[[${JSON.stringify(A)},1,"x"],[1]]`).times]).toEqual([[A, 'x']]);
  });
});

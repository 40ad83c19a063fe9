import { describe, expect, it } from 'vitest';
import { SHARD_BYTES, encodeShards } from '../../../src/domain/mark-codec/shards';
import { encodePreferences } from '../../../src/domain/preference-codec/preferences';
import { DEFAULT_SETTINGS, editSettings } from '../../../src/domain/settings';
import { topics } from '../../../src/domain/topics';
import { type PaperId } from '../../../src/domain/paper';
import { fiveYears, papersByMonth } from '../../bench/five-years';
import { itemBytes } from '../../bench/item-bytes';
import { manyKeywords } from '../preferences/arbitrary';
import { entropyFloor } from '../../bench/entropy';

const SYNC_BYTES = 102_400;
const SYNC_ITEMS = 512;
/** 300 keywords of 12 characters, a tenth of them edited, and ten topics that are off. */
const preferences = encodePreferences({
  keywords: manyKeywords(300).map((entry, i) => (i % 10 === 0 ? { ...entry, version: 3 } : entry)),
  settings: editSettings(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, topicsOff: topics.slice(0, 10).map(({ id }) => id) }),
});
const PREFERENCE_BYTES = sum([...preferences].map(([key, value]) => itemBytes(key, value)));

const history = fiveYears(1);
const marks = new Map(history.map(({ id, mark }) => [id, mark]));

function sizesOf(texts: ReadonlyMap<string, string>): number[] {
  return [...texts].map(([key, text]) => itemBytes(key, text));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('five years of 10 stars and 30 hides a day', () => {
  const sizes = sizesOf(encodeShards(marks));
  const bytes = sum(sizes);

  it('are 73,000 marks in months of up to about 28,000 papers, a few percent of them changed again', () => {
    expect(marks.size).toBe(73_000);
    expect(Math.max(...papersByMonth().values())).toBeGreaterThan(27_500);
    const again = history.filter(({ mark }) => mark.version !== (mark.starred ? 16 : 1)).length / history.length;
    expect(again).toBeGreaterThan(0.02);
    expect(again).toBeLessThan(0.05);
  });

  it(`take ${(bytes / marks.size).toFixed(3)} bytes a mark, keys and quotes counted (at most 1.2)`, () => {
    expect(bytes / marks.size).toBeLessThanOrEqual(1.2);
    expect(bytes).toBeGreaterThan(entropyFloor(history));
  });

  it(`leave room for 300 keywords and the settings (${PREFERENCE_BYTES} bytes) below 90 % of storage.sync`, () => {
    expect(PREFERENCE_BYTES).toBeGreaterThan(9500);
    expect(bytes + PREFERENCE_BYTES).toBeLessThanOrEqual(0.9 * SYNC_BYTES);
  });

  it(`have no item above ${SHARD_BYTES} bytes`, () => expect(Math.max(...sizes)).toBeLessThanOrEqual(SHARD_BYTES));

  it('and a star in every month since arXiv has such ids stay far below 512 items, and below the quota with the keywords', () => {
    const withOldStars = new Map(marks);
    for (let month = 12 * 7 + 3; month < 12 * 27; month += 1) {
      const yymm = String(Math.floor(month / 12)).padStart(2, '0') + String((month % 12) + 1).padStart(2, '0');
      const id = `${yymm}.${yymm < '1501' ? '4321' : '04321'}` as PaperId;
      if (!withOldStars.has(id)) withOldStars.set(id, { version: 1, starred: true, hidden: false, read: false });
    }
    const all = sizesOf(encodeShards(withOldStars));
    expect(all.length).toBeGreaterThan(290);
    expect(all.length).toBeLessThan(SYNC_ITEMS * 0.6);
    expect(sum(all) + PREFERENCE_BYTES).toBeLessThanOrEqual(SYNC_BYTES);
  });
});

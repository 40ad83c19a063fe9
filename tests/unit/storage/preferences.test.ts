import { describe, expect, it } from 'vitest';
import type { Keyword } from '../../../src/domain/keyword';
import { liveKeywords } from '../../../src/domain/keyword-entries';
import { decodePreferences, encodePreferences } from '../../../src/domain/preference-codec/preferences';
import { editableKeywords, editableSettings, keywordsItem, mergePreferences, readPreferences, settingsItem } from '../../../src/storage/preferences';
import { memoryArea } from '../memory-area';

const keyword = (id: string): Keyword => ({ id, source: id, color: 'yellow', on: true });
const entry = (id: string, place: number, version = 1) => ({ ...keyword(id), version, place });
const tombstone = (id: string, place: number, version = 2) => ({ id, removed: true, version, place });
const without = (id: string) => (now: readonly Keyword[]) => now.filter((each) => each.id !== id);
const nothing = { keywords: [], settings: undefined };

describe('editing keywords', () => {
  it('writes entries; readers hear the list', async () => {
    const area = memoryArea({ keywords: [keyword('a'), keyword('b')] });
    const heard: string[][] = [];
    keywordsItem(area).onChanged((list) => heard.push(list.map(({ id }) => id)), new AbortController().signal);
    await editableKeywords(area).update(without('a'));
    expect(area.held.get('keywords')).toEqual([entry('b', 1), tombstone('a', 2)]);
    expect(heard).toEqual([['b']]);
    expect(await editableKeywords(area).get()).toMatchObject([keyword('b')]);
  });

  it('writes nothing when nothing changes, not even to repair what is stored', async () => {
    const area = memoryArea({ keywords: [keyword('a'), 'junk'] });
    await editableKeywords(area).update((now) => now);
    expect(area.writes).toEqual([]);
  });

  it('keeps aside, in the same write, what it could not read', async () => {
    const junk = { id: 'x', source: 7 };
    const area = memoryArea({ keywords: [entry('a', 0), junk, null, entry('b', 1)] });
    await editableKeywords(area).update(without('a'));
    expect(area.writes).toHaveLength(1);
    expect(area.held.get('keywords')).toEqual([entry('b', 1), tombstone('a', 2)]);
    expect(area.held.get('salvage:keywords')).toMatchObject({ text: JSON.stringify([junk, null]) });
  });

  it.each([{ a: 1 }, 'junk', 42])('keeps aside a list that is none: %j', async (junk) => {
    const area = memoryArea({ keywords: junk });
    await editableKeywords(area).update((now) => [...now, keyword('a')]);
    expect(area.held.get('keywords')).toEqual([entry('a', 0)]);
    expect(area.held.get('salvage:keywords')).toMatchObject({ text: JSON.stringify([junk]) });
  });

  it('keeps nothing aside of what an older version stored, and of what has all its fields', async () => {
    for (const keywords of [[keyword('a')], [entry('a', 3), { ...tombstone('b', 4), later: [1] }], undefined]) {
      const area = memoryArea({ keywords });
      await editableKeywords(area).update((now) => [...now, keyword('new')]);
      expect(area.held.has('salvage:keywords')).toBe(false);
    }
  });
});

describe('editing settings', () => {
  it('counts what was changed; readers hear it', async () => {
    const area = memoryArea({ settings: { enabled: true, topicsOff: ['rl', 'llm'] } });
    const heard: boolean[] = [];
    settingsItem(area).onChanged(({ enabled }) => heard.push(enabled), new AbortController().signal);
    await editableSettings(area).update((now) => ({ ...now, enabled: false }));
    expect(area.held.get('settings')).toEqual({ enabled: false, topicsOff: ['llm', 'rl'], versions: { enabled: 1, 'topic:llm': 1, 'topic:rl': 1 } });
    expect(heard).toEqual([false]);
    expect(area.held.has('salvage:settings')).toBe(false);
  });

  it.each([42, [], { enabled: 'x' }, { topicsOff: ['rl', 7] }, { versions: { enabled: -1 } }, { topicsOff: 'x' }])('keep aside what could not be read: %j', async (junk) => {
    const area = memoryArea({ settings: junk });
    await editableSettings(area).update((now) => ({ ...now, enabled: !now.enabled }));
    expect(area.held.get('settings')).toMatchObject({ enabled: false });
    expect(area.held.get('salvage:settings')).toMatchObject({ text: JSON.stringify([junk]) });
  });
});

describe('merging what comes from another device', () => {
  it('writes both in one go, and says so', async () => {
    const area = memoryArea({ keywords: [entry('a', 0)], 'draft-keyword': { source: 'x' } });
    const settings = { enabled: false, topicsOff: [], versions: { enabled: 1 } };
    expect(await mergePreferences(area, { keywords: [entry('b', 0)], settings })).toBe(true);
    expect(area.writes).toHaveLength(1);
    expect(Object.fromEntries(area.held)).toEqual({ keywords: [entry('a', 0), entry('b', 0)], settings, 'draft-keyword': { source: 'x' } });
  });

  it.each([
    ['the same', { keywords: [entry('a', 0)], settings: undefined }],
    ['nothing', nothing],
    ['what was never set', { keywords: [], settings: { enabled: true, topicsOff: [], versions: {} } }],
    ['what is older', { keywords: [entry('a', 0, 0)], settings: undefined }],
  ])('writes nothing for %s', async (_, incoming) => {
    const area = memoryArea({ keywords: [entry('a', 0)] });
    expect(await mergePreferences(area, incoming)).toBe(false);
    expect(area.writes).toEqual([]);
  });

  it('writes only what changes', async () => {
    const area = memoryArea({ keywords: [entry('a', 0)], settings: { enabled: false } });
    await mergePreferences(area, { keywords: [tombstone('a', 0)] as never, settings: undefined });
    expect(area.writes.map((write) => [...write.keys()])).toEqual([['keywords']]);
    expect(liveKeywords((await readPreferences(area)).keywords)).toEqual([]);
  });

  it('overwrites nothing that could not be read', async () => {
    const area = memoryArea({ keywords: ['junk', entry('a', 1)] });
    await mergePreferences(area, { keywords: [entry('b', 2)], settings: undefined });
    expect(area.held.get('salvage:keywords')).toMatchObject({ text: '["junk"]' });
  });

  it('rejects with the error of the browser', async () => {
    const area = memoryArea();
    area.failure = new Error('quota');
    await expect(mergePreferences(area, { keywords: [entry('a', 0)], settings: undefined })).rejects.toThrow('quota');
  });

  it('ends alike on two devices that exchange what they have', async () => {
    const [one, two] = [memoryArea({ keywords: [keyword('a'), keyword('b')] }), memoryArea({ keywords: [keyword('c')] })];
    await editableKeywords(one).update(without('b'));
    await editableSettings(one).update((now) => ({ ...now, topicsOff: ['rl'] }));
    await editableSettings(two).update((now) => ({ ...now, enabled: false }));
    const send = async (from: typeof one, to: typeof one) => mergePreferences(to, decodePreferences(encodePreferences(await readPreferences(from))));
    expect([await send(one, two), await send(two, one), await send(one, two)]).toEqual([true, true, false]);
    expect(one.held).toEqual(two.held);
    expect(await readPreferences(one)).toMatchObject({ keywords: [{ id: 'a' }, { id: 'c' }, { id: 'b' }], settings: { enabled: false, topicsOff: ['rl'] } });
  });
});

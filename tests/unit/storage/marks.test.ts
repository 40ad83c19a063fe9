import { describe, expect, it, vi } from 'vitest';
import { LARGEST_VERSION } from '../../../src/domain/mark';
import { toPaperId, type Paper, type PaperId } from '../../../src/domain/paper';
import { markStore } from '../../../src/storage/marks';
import { repairMark } from '../../../src/storage/repair-mark';
import { settled, slowArea } from './slow-area';

const A = toPaperId('2402.12345')!;
const B = toPaperId('2402.12346')!;
const PAPER: Paper = { id: A, title: 'A Paper', abstract: 'Of which much is known.', upvotes: 3 };

function open(items: Record<string, unknown> = {}) {
  const area = slowArea(items);
  const life = new AbortController();
  const store = markStore(area, life.signal);
  const heard: (readonly PaperId[])[] = [];
  store.onChanged((ids) => heard.push(ids), life.signal);
  return { area, store, heard, life };
}

const mark = (version: number, starred = false, hidden = false) => ({ version, starred, hidden, read: false });

describe('loading', () => {
  it('reads only what is unknown, by key', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(3, true), 'mark:2402.99999': mark(1, true) });
    await store.load([A]);
    expect(store.get(A)).toEqual(mark(3, true));
    expect(store.load([A])).toBeUndefined();
    const asked: (readonly string[])[] = [];
    area.get = async (keys) => (asked.push(keys), {});
    await store.load([A, B]);
    expect(asked).toEqual([[`mark:${B}`]]);
  });

  it('tells which marks turned out to be other than none', async () => {
    const { store, heard } = open({ [`mark:${A}`]: mark(3, true) });
    await store.load([A, B]);
    expect(heard).toEqual([[A]]);
  });

  it.each([
    ['no object', 'starred', mark(0)],
    ['a version that is no number: it costs the version alone', { version: 'x', starred: true, hidden: true, read: false }, mark(0, true, true)],
    ['a version that is no number, hidden', { version: -1, hidden: true }, mark(0, false, true)],
    ['a field of another type', { version: 4, starred: 'yes', hidden: true, read: false }, mark(4, false, true)],
  ])('repairs %s', async (_, value, expected) => {
    const { store } = open({ [`mark:${A}`]: value });
    await store.load([A]);
    expect(store.get(A)).toEqual(expected);
  });

  it('that fails rejects, and asks again the next time', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(1, true) });
    area.memory.failure = new Error('disk');
    await expect(store.load([A])).rejects.toThrow('disk');
    area.memory.failure = undefined;
    await store.load([A]);
    expect(store.get(A).starred).toBe(true);
  });

  it('does not miss what another tab writes while storage answers', async () => {
    const { area, store } = open();
    area.holdBack('get');
    const loading = store.load([A]);
    await area.memory.set({ [`mark:${A}`]: mark(1, true) });
    area.letGo('get');
    await loading;
    expect(store.get(A).starred).toBe(true);
  });

  it('again brings what was missed, and leaves what is newer here', async () => {
    const { area, store, heard } = open({ [`mark:${A}`]: mark(1), [`mark:${B}`]: mark(5, true) });
    await store.load([A, B]);
    heard.length = 0;
    // The events of a page in the back/forward cache are not delivered.
    area.memory.held.set(`mark:${A}`, mark(2, true)).set(`mark:${B}`, mark(4));
    await store.reload();
    expect(heard).toEqual([[A]]);
    expect(store.get(B)).toEqual(mark(5, true));
  });
});

describe('reading again', () => {
  it('drops a mark that was taken out of storage meanwhile', async () => {
    const { area, store, heard } = open({ [`mark:${A}`]: mark(3, true), [`mark:${B}`]: mark(1, false, true) });
    await store.load([A, B]);
    heard.length = 0;
    area.memory.held.delete(`mark:${A}`);
    await store.reload();
    expect(store.get(A)).toEqual(mark(0));
    expect(store.get(B)).toEqual(mark(1, false, true));
    expect(heard).toEqual([[A]]);
  });

  it.each<[string, (setup: ReturnType<typeof open>) => Promise<unknown>]>([
    ['written by another tab', ({ area }) => area.memory.set({ [`mark:${A}`]: mark(4, true) })],
    ['written again as it was', ({ area }) => area.memory.set({ [`mark:${A}`]: mark(3, true) })],
    ['changed here', ({ store }) => store.change([{ ...PAPER }], { starred: true })],
  ])('keeps one that was %s while storage answered', async (_, write) => {
    const setup = open({ [`mark:${A}`]: mark(3, true) });
    const { area, store } = setup;
    await store.load([A]);
    area.memory.held.delete(`mark:${A}`);
    area.holdBack('get');
    const reloading = store.reload();
    const written = write(setup);
    area.letGo('get');
    await Promise.all([reloading, written]);
    expect(store.get(A).starred).toBe(true);
    expect(store.get(A)).toEqual(area.held.get(`mark:${A}`));
  });

  it('does not bring back a mark whose removal was heard while storage answered', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(3, true) });
    await store.load([A]);
    area.holdBack('get');
    const reloading = store.reload();
    await area.memory.remove([`mark:${A}`]);
    area.letGo('get');
    await reloading;
    expect(store.get(A)).toEqual(mark(0));
  });

  it('counts also while an earlier answer is on its way', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(1) });
    area.holdBack('get');
    const loading = store.load([A]);
    area.memory.held.set(`mark:${A}`, mark(2, true));
    const reloading = store.reload();
    area.letGo('get');
    await Promise.all([loading, reloading]);
    expect(store.get(A)).toEqual(mark(2, true));
  });

  it('is waited for by what the reader decides meanwhile, which builds on what was missed', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(1) });
    await store.load([A]);
    // Starred in another tab while this page was in the back/forward cache.
    area.memory.held.set(`mark:${A}`, mark(16, true));
    area.holdBack('get');
    const reloading = store.reload();
    const written = store.change([PAPER], { hidden: true });
    expect(store.get(A)).toMatchObject({ hidden: true });
    await settled();
    area.letGo('get');
    await Promise.all([reloading, written]);
    expect(area.held.get(`mark:${A}`)).toEqual(mark(17, true, true));
  });

  it('that fails costs no change', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(1) });
    await store.load([A]);
    area.memory.failure = new Error('disk');
    const reloading = store.reload();
    area.memory.failure = undefined;
    const written = store.change([PAPER], { hidden: true });
    await expect(reloading).rejects.toThrow('disk');
    await written;
    expect(area.held.get(`mark:${A}`)).toEqual(mark(2, false, true));
  });

  it('that failed is as if it had not been tried', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(3, true) });
    await store.load([A]);
    area.memory.failure = new Error('disk');
    await expect(store.reload()).rejects.toThrow('disk');
    area.memory.failure = undefined;
    expect(store.get(A)).toEqual(mark(3, true));
    area.memory.held.delete(`mark:${A}`);
    await store.reload();
    expect(store.get(A)).toEqual(mark(0));
  });
});

describe('a change', () => {
  it('of a mark that has the last version there is can be read again', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(LARGEST_VERSION, true) });
    await store.load([A]);
    await store.change([PAPER], { hidden: true });
    expect(repairMark(area.held.get(`mark:${A}`))).toEqual(mark(LARGEST_VERSION, true, true));
  });

  it('shows before storage answers, as a later version, and keeps the paper', async () => {
    const { area, store, heard } = open({ [`mark:${A}`]: mark(3, false, true) });
    await store.load([A]);
    heard.length = 0;
    const written = store.change([PAPER], { starred: true });
    expect(store.get(A)).toEqual(mark(16, true, true));
    expect(heard).toEqual([[A]]);
    await written;
    expect(area.held.get(`mark:${A}`)).toEqual(mark(16, true, true));
    expect(area.held.get(`paper:${A}`)).toMatchObject({ ...PAPER, savedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(store.get(A)).toEqual(mark(16, true, true));
    expect(heard).toEqual([[A]]);
  });

  it('that takes the star away leaves what is kept of the paper: the star may come back from another tab or device', async () => {
    const { area, store } = open();
    await store.load([A]);
    await store.change([PAPER], { starred: true });
    await store.change([PAPER], { hidden: true });
    await store.change([PAPER], { starred: false });
    expect(area.held.get(`paper:${A}`)).toMatchObject(PAPER);
    expect(area.held.get(`mark:${A}`)).toEqual(mark(32, false, true));
  });

  it('leaves an entry of its own in the journal, in the same write', async () => {
    const { area, store } = open();
    await store.change([PAPER], { starred: true });
    await store.change([PAPER], { hidden: true });
    const entries = [...area.held].filter(([key]) => key.startsWith(`journal:${A}:`));
    expect(entries.map(([, value]) => value)).toEqual([mark(16, true), mark(17, true, true)]);
    expect(area.writes.every((items) => items.has(`mark:${A}`) && [...items.keys()].some((key) => key.startsWith('journal:')))).toBe(true);
  });

  it('of a mark that could not be read keeps aside what stood there, in the same write', async () => {
    const value = { version: 'x', starred: 'yes', hidden: true, read: false };
    const { area, store } = open({ [`mark:${A}`]: value, [`mark:${B}`]: mark(1) });
    await store.load([A, B]);
    area.writes.length = 0;
    await store.change([PAPER], { starred: true });
    expect(area.writes).toHaveLength(1);
    expect(area.writes[0]!.get(`salvage:mark:${A}`)).toMatchObject({ text: JSON.stringify(value) });
    await store.change([PAPER], { hidden: false });
    await store.change([{ ...PAPER, id: B }], { hidden: true });
    expect(area.writes.slice(1).flatMap((items) => [...items.keys()]).filter((key) => key.startsWith('salvage:'))).toEqual([]);
  });

  it('keeps what a newer version of the extension wrote beside it', async () => {
    const { area, store } = open({ [`mark:${A}`]: { ...mark(7), read: true, note: 'later' } });
    await store.load([A]);
    await store.change([PAPER], { hidden: true });
    expect(area.held.get(`mark:${A}`)).toEqual({ ...mark(8, false, true), read: true, note: 'later' });
  });

  it('is taken back, with the reason, when it cannot be written', async () => {
    const { area, store, heard } = open({ [`mark:${A}`]: mark(1, true) });
    await store.load([A]);
    heard.length = 0;
    area.memory.failure = new Error('quota');
    const written = store.change([PAPER], { starred: false });
    expect(store.get(A).starred).toBe(false);
    await expect(written).rejects.toThrow('quota');
    expect(store.get(A)).toEqual(mark(1, true));
    expect(heard).toEqual([[A], [A]]);
  });

  it('that fails costs no later one', async () => {
    const { area, store } = open();
    await store.load([A]);
    area.set = vi.fn(area.set).mockRejectedValueOnce(new Error('busy'));
    const star = store.change([PAPER], { starred: true });
    const hide = store.change([PAPER], { hidden: true });
    await expect(star).rejects.toThrow('busy');
    await hide;
    expect(store.get(A)).toEqual(mark(1, false, true));
    expect(area.held.get(`mark:${A}`)).toEqual(mark(1, false, true));
  });

  it('and a later one that fail both leave what storage holds', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(1) });
    await store.load([A]);
    area.memory.failure = new Error('quota');
    const changes = [store.change([PAPER], { starred: true }), store.change([PAPER], { hidden: true })];
    expect(store.get(A)).toMatchObject({ starred: true, hidden: true });
    await Promise.allSettled(changes);
    expect(store.get(A)).toEqual(mark(1));
  });

  it('of one paper waits for the one before: unstar and star at once keep the paper', async () => {
    const { area, store } = open();
    await store.load([A]);
    await store.change([PAPER], { starred: true });
    area.holdBack('set');
    const both = [store.change([PAPER], { starred: false }), store.change([PAPER], { starred: true })];
    await settled();
    area.letGo('set');
    await Promise.all(both);
    expect(area.held.get(`mark:${A}`)).toEqual(mark(48, true));
    expect(area.held.has(`paper:${A}`)).toBe(true);
  });

  it('made before the mark is known, or after it could not be read, does not write over it', async () => {
    const { area, store } = open({ [`mark:${A}`]: mark(7, true, false) });
    area.memory.failure = new Error('disk');
    await expect(store.load([A])).rejects.toThrow('disk');
    area.memory.failure = undefined;
    await store.change([PAPER], { hidden: true });
    expect(area.held.get(`mark:${A}`)).toEqual(mark(8, true, true));
    expect(store.get(A)).toEqual(mark(8, true, true));
  });

  it('on its way stands over what another tab writes meanwhile', async () => {
    const { area, store } = open();
    await store.load([A]);
    area.holdBack('set');
    const written = store.change([PAPER], { hidden: true });
    await settled();
    await area.memory.set({ [`mark:${A}`]: mark(5, true) });
    expect(store.get(A)).toMatchObject({ starred: true, hidden: true });
    area.letGo('set');
    await written;
    expect(store.get(A)).toEqual(mark(5, true));
  });
});

describe('what other tabs write', () => {
  it('is merged: the later one counts, and what changes nothing is not told', async () => {
    const { area, store, heard } = open();
    await store.load([A]);
    await area.memory.set({ [`mark:${A}`]: mark(2, true) });
    await area.memory.set({ [`mark:${A}`]: mark(1, false, true) });
    await area.memory.set({ [`mark:${A}`]: mark(3, true) });
    expect(store.get(A)).toEqual(mark(3, true));
    expect(heard).toEqual([[A]]);
  });

  it('of papers that are not on this page is passed over', async () => {
    const { area, store, heard } = open();
    await store.load([A]);
    await area.memory.set({ [`mark:${B}`]: mark(1, true), 'mark:x': mark(1, true), settings: {} });
    expect(store.get(B)).toEqual(mark(0));
    expect(heard).toEqual([]);
  });

  it('may be a removal, which counts whatever its version', async () => {
    const { area, store, heard } = open({ [`mark:${A}`]: mark(9, true) });
    await store.load([A]);
    await area.memory.remove([`mark:${A}`]);
    expect(store.get(A)).toEqual(mark(0));
    expect(heard).toEqual([[A], [A]]);
  });

  it('is not heard any more once the store or the listener has ended', async () => {
    const { area, store, heard, life } = open();
    await store.load([A]);
    life.abort();
    await area.memory.set({ [`mark:${A}`]: mark(1, true) });
    expect(store.get(A)).toEqual(mark(0));
    await store.change([PAPER], { hidden: true });
    expect(heard).toEqual([]);
  });
});

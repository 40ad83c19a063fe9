import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeMemory } from './fakes';
import { memoryArea } from '../memory-area';
import { followStarred, REFRESH_PAUSE, type StarredView } from '../../../src/ui/popup/starred/starred-model';

const idOf = (n: number) => `2402.${String(n).padStart(5, '0')}`;
const mark = (version: number, starred = true) => ({ version, starred, hidden: false, read: false });
const star = (n: number, title = `Paper ${n}`) => ({ [`mark:${idOf(n)}`]: mark(16), [`paper:${idOf(n)}`]: { title, savedAt: `2026-01-01T00:${String(n).padStart(5, '0')}` } });
const stars = (count: number) => Object.assign({}, ...Array.from({ length: count }, (_, n) => star(n))) as Record<string, unknown>;

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function open(items: Record<string, unknown>, memory = fakeMemory()) {
  const area = memoryArea(items);
  const asked: string[] = [];
  const { get } = area;
  area.get = (keys) => (asked.push(...keys), get(keys));
  const listings = vi.spyOn(area, 'keys');
  const model = followStarred(area, memory, life.signal);
  const shown = () => {
    const { total, papers } = model.view.value() as StarredView;
    return [total, ...papers.map(({ title }) => title)];
  };
  const papersAsked = () => asked.splice(0).filter((key) => key.startsWith('paper:'));
  return { area, model, memory, listings, shown, papersAsked };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const rest = () => vi.advanceTimersByTimeAsync(REFRESH_PAUSE);

it('answers at once that nothing is known yet, then shows the first five of all', async () => {
  const { model, shown } = open(stars(7));
  expect(model.view.value()).toBeUndefined();
  await settle();
  expect(shown()).toEqual([7, 'Paper 6', 'Paper 5', 'Paper 4', 'Paper 3', 'Paper 2']);
});

it('reads at the next opening only the papers that are shown and those that were starred since', async () => {
  const first = open(stars(200));
  await settle();
  expect(first.papersAsked()).toHaveLength(205);
  const again = open({ ...stars(200), [`mark:${idOf(3)}`]: mark(48), [`paper:${idOf(3)}`]: { title: 'Starred again', savedAt: '2027' } }, first.memory);
  await settle();
  expect(again.shown().slice(0, 3)).toEqual([200, 'Starred again', 'Paper 199']);
  expect(again.papersAsked()).toHaveLength(1 + 5);
});

it('never takes from its memory that a paper is starred', async () => {
  const first = open(stars(2));
  await settle();
  const again = open({ ...stars(2), [`mark:${idOf(1)}`]: mark(32, false) }, first.memory);
  await settle();
  expect(again.shown()).toEqual([1, 'Paper 0']);
});

it('lists in full where its memory is damaged or has no room', async () => {
  const memory = { get: () => '[[', set: () => { throw new Error('full'); } };
  const { shown } = open(stars(2), memory);
  await settle();
  expect(shown()).toEqual([2, 'Paper 1', 'Paper 0']);
});

it('shows more and fewer, and reads only what is new', async () => {
  const { model, shown, papersAsked } = open(stars(200));
  await settle();
  papersAsked();
  model.show(105);
  await settle();
  expect(shown()).toHaveLength(1 + 105);
  expect(papersAsked()).toHaveLength(100);
  model.show(5);
  await settle();
  expect(shown()).toHaveLength(1 + 5);
  expect(papersAsked()).toEqual([]);
});

it('follows changes without listing again, once a second however many there are', async () => {
  const { area, model, shown, listings, papersAsked } = open(stars(5));
  await settle();
  await rest();
  papersAsked();
  let views = 0;
  model.view.subscribe(() => void views++);
  await area.set(Object.assign({}, ...Array.from({ length: 50 }, (_, n) => star(n + 10))) as Record<string, unknown>);
  await settle();
  expect(shown()).toEqual([55, 'Paper 59', 'Paper 58', 'Paper 57', 'Paper 56', 'Paper 55']);
  expect(papersAsked()).toHaveLength(5);
  for (let n = 60; n < 90; n++) {
    await area.set(star(n));
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(views).toBe(1);
  await rest();
  expect(views).toBe(2);
  expect(shown()[0]).toBe(85);
  expect(shown()[1]).toBe('Paper 89');
  expect(listings).toHaveBeenCalledTimes(1);
});

it('reads a shown paper again when its facts come, and no other', async () => {
  const { area, shown, papersAsked } = open(stars(3));
  await settle();
  await rest();
  papersAsked();
  await area.set({ [`paper:${idOf(1)}`]: { title: 'Met on a page', savedAt: '2026-01-01T00:00001' } });
  await settle();
  expect(shown()).toEqual([3, 'Paper 2', 'Met on a page', 'Paper 0']);
  expect(papersAsked()).toEqual([`paper:${idOf(1)}`]);
});

it('is not moved by what is no star', async () => {
  const { area, model } = open(stars(3));
  await settle();
  await rest();
  let views = 0;
  model.view.subscribe(() => void views++);
  await area.set({ settings: {}, 'month:2402': {}, [`mark:${idOf(77)}`]: mark(1, false) });
  await rest();
  expect(views).toBe(0);
});

it('does not miss what changes while the list is read', async () => {
  const { area, shown } = open(stars(3));
  await area.set({ ...star(8), [`mark:${idOf(2)}`]: mark(32, false) });
  await settle();
  await rest();
  expect(shown()).toEqual([3, 'Paper 8', 'Paper 1', 'Paper 0']);
});

it('does not keep facts that changed while they were read', async () => {
  const { area, model, shown } = open(stars(9));
  await settle();
  await rest();
  const { get } = area;
  let letGo = () => {};
  area.get = async (keys) => {
    const answer = await get(keys);
    await new Promise<void>((resolve) => (letGo = resolve));
    return answer;
  };
  model.show(105);
  await settle();
  area.get = get;
  await area.set(star(0, 'Later'));
  letGo();
  await settle();
  await rest();
  expect(shown().at(-1)).toBe('Later');
});

it('says that the list could not be read, and reads it when there is something new', async () => {
  const area = memoryArea(stars(1));
  vi.spyOn(area, 'keys').mockRejectedValueOnce(new Error('disk'));
  const { view } = followStarred(area, fakeMemory(), life.signal);
  await settle();
  expect(view.value()).toEqual(new Error('disk'));
  await area.set(star(1));
  await rest();
  expect((view.value() as StarredView).total).toBe(2);
});

it('gives titles as a reader would write them', async () => {
  const { model } = open({ ...star(0, '$O(n \\log n)$ attention'), ...star(1, 'No LaTeX') });
  const titles = () => (model.view.value() as StarredView | undefined)?.papers.map(({ title }) => title);
  await settle();
  // What reads LaTeX is loaded meanwhile.
  await vi.dynamicImportSettled();
  await settle();
  expect(titles()).toEqual(['No LaTeX', 'O(n log n) attention']);
});

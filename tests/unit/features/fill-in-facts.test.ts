// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fillInFacts } from '../../../src/features/fill-in-facts';
import { dayCard, searchCard, type CardSource } from '../site/support/cards';
import { showPage } from '../site/support/page';
import { settled, slowArea } from '../storage/slow-area';
import { recorder, startRun } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';
import { eventually } from '../eventually';

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const A: CardSource = { id: '2609.10001', title: 'Paper A', upvotes: '1' };
const B: CardSource = { id: '2609.10002', title: 'Paper B', upvotes: '1' };
const STARRED = { version: 1, starred: true, hidden: false, read: false };
const STUB = { savedAt: '2026-11-20T09:00:00.000Z' };

let run: ReturnType<typeof startRun>;
let alive: boolean;
const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  addWhatJsdomLacks();
  alive = true;
  warned.mockClear();
});
afterEach(() => run.stop());

async function open(cards: HTMLElement[], items: Record<string, unknown> = {}) {
  showPage(cards);
  const area = slowArea(items);
  const asked: (readonly string[])[] = [];
  const { get } = area;
  area.get = (keys) => (asked.push(keys), get(keys));
  const seen = recorder();
  run = startRun({ area, features: [fillInFacts(area, () => alive), seen.feature], isAlive: () => alive });
  await eventually(() => expect(seen.cards()).toHaveLength(cards.length));
  await settled();
  return { area, seen, papersAsked: () => asked.flat().filter((key) => key.startsWith('paper:')), asked };
}

const paper = (id: string) => run.area.held.get(`paper:${id}`);

it('a starred paper without facts gets those of its card, and keeps the time of its star', async () => {
  await open([dayCard(A), dayCard(B)], { [`mark:${A.id}`]: STARRED, [`paper:${A.id}`]: STUB });
  await eventually(() => expect(paper(A.id)).toMatchObject({ id: A.id, title: A.title, ...STUB }));
  expect(run.area.held.has(`paper:${B.id}`)).toBe(false);
});

it('a starred paper of which nothing is kept at all gets them too', async () => {
  await open([dayCard(A)], { [`mark:${A.id}`]: STARRED });
  await eventually(() => expect(paper(A.id)).toMatchObject({ title: A.title, savedAt: expect.stringMatching(/Z$/) }));
});

it('what is kept with a title is left as it is', async () => {
  const kept = { ...STUB, title: 'As it was called' };
  const { area, papersAsked } = await open([dayCard(A)], { [`mark:${A.id}`]: STARRED, [`paper:${A.id}`]: kept });
  expect(papersAsked()).toEqual([`paper:${A.id}`]);
  expect(paper(A.id)).toEqual(kept);
  expect(area.memory.writes).toEqual([]);
});

it('where nothing is starred nothing is asked for', async () => {
  const { asked } = await open([dayCard(A), dayCard(B)], { [`mark:${B.id}`]: { version: 1, starred: false, hidden: true, read: false } });
  expect(asked.flat().filter((key) => /^(paper|mark):/.test(key))).toEqual([`mark:${A.id}`, `mark:${B.id}`]);
});

it('the papers of a page are asked for at once, each once, however many cards they have and however often these are read', async () => {
  // Time stands still: all cards are read in one slice, however busy the machine is.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const marks = { [`mark:${A.id}`]: STARRED, [`mark:${B.id}`]: STARRED };
  const { area, seen, papersAsked, asked } = await open([dayCard(A), dayCard(B), searchCard(A)], marks);
  expect(asked.filter((keys) => keys.some((key) => key.startsWith('paper:')))).toHaveLength(1);
  expect(area.memory.writes).toHaveLength(1);
  clock.mockRestore();
  showPage([dayCard(B), dayCard(A)]);
  await eventually(() => expect(seen.cards()).toHaveLength(5));
  await settled();
  expect(papersAsked()).toEqual([`paper:${A.id}`, `paper:${B.id}`]);
});

it('a star that arrives from another device while the page is open is filled in', async () => {
  await open([dayCard(A), dayCard(B)]);
  await run.area.memory.set({ [`mark:${A.id}`]: STARRED, [`paper:${A.id}`]: STUB });
  await eventually(() => expect(paper(A.id)).toMatchObject({ title: A.title, ...STUB }));
});

it('a star that goes and comes again from another device is filled in again', async () => {
  await open([dayCard(A)], { [`mark:${A.id}`]: STARRED, [`paper:${A.id}`]: STUB });
  await eventually(() => expect(paper(A.id)).toMatchObject({ title: A.title }));
  await run.area.memory.remove([`paper:${A.id}`]);
  await run.area.memory.set({ [`mark:${A.id}`]: { ...STARRED, version: 2, starred: false } });
  await run.area.memory.set({ [`mark:${A.id}`]: { ...STARRED, version: 3 }, [`paper:${A.id}`]: STUB });
  await eventually(() => expect(paper(A.id)).toMatchObject({ title: A.title }));
});

it('a star set on this page is written once, with its facts, and not at all when it cannot be written', async () => {
  const { area } = await open([dayCard(A)]);
  const card = run.run.page!.cards()[0]!;
  await run.marks.change([card.paper], { starred: true });
  await settled();
  expect(area.memory.writes.filter((items) => items.has(`paper:${A.id}`))).toHaveLength(1);
  await run.marks.change([card.paper], { starred: false });
  run.area.held.delete(`paper:${A.id}`);
  area.set = () => Promise.reject(new Error('quota'));
  await expect(run.marks.change([card.paper], { starred: true })).rejects.toThrow('quota');
  await settled();
  expect(run.area.held.has(`paper:${A.id}`)).toBe(false);
  expect(warned).not.toHaveBeenCalled();
});

it('facts that cannot be kept are warned of, and kept when the card is met again', async () => {
  const { area } = await open([dayCard(A)]);
  const { set } = area;
  area.set = () => Promise.reject(new Error('quota'));
  await area.memory.set({ [`mark:${A.id}`]: STARRED, [`paper:${A.id}`]: STUB });
  await eventually(() => expect(warned).toHaveBeenCalledWith(expect.stringContaining('facts'), expect.any(Error)));
  expect(paper(A.id)).toEqual(STUB);
  area.set = set;
  showPage([dayCard(A), dayCard(B)]);
  await eventually(() => expect(paper(A.id)).toMatchObject({ title: A.title, ...STUB }));
});

it('an extension that has gone says nothing', async () => {
  const { area } = await open([dayCard(A)]);
  alive = false;
  area.get = () => Promise.reject(new Error('Extension context invalidated.'));
  await area.memory.set({ [`mark:${A.id}`]: STARRED });
  await settled();
  expect(warned).not.toHaveBeenCalled();
});

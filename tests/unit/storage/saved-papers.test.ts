import { describe, expect, it } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import { addMissingFacts, listSavedPapers, onSavedPapersChanged } from '../../../src/storage/saved-papers';
import { memoryArea } from '../memory-area';

const saved = (title: string, savedAt: unknown) => ({ title, savedAt });
const starred = { version: 1, starred: true, hidden: false };

it('lists what was starred last first, and what has no date last', async () => {
  const area = memoryArea({
    'paper:2402.00001': saved('second', '2026-11-22T10:00:00.000Z'),
    'paper:2402.00002': saved('undated', 7),
    'paper:2402.00003': saved('first', '2026-11-23T09:00:00.000Z'),
    'paper:2402.00004': saved('star gone', '2026-11-23T09:00:00.000Z'),
    'mark:2402.00001': starred,
    'mark:2402.00002': starred,
    'mark:2402.00003': starred,
    'mark:2402.00004': { version: 2, starred: false, hidden: false },
  });
  expect((await listSavedPapers(area)).map(({ title }) => title)).toEqual(['first', 'second', 'undated']);
});

it('lists a starred paper of which nothing is known, or nothing that can be read, by its id', async () => {
  const area = memoryArea({
    settings: {},
    'mark:2402.00001': starred,
    'mark:2402.00002': starred,
    'mark:2402.00003': starred,
    'mark:2402.00004': starred,
    'paper:2402.00001': saved('read', ''),
    'paper:2402.00002': 'broken',
    'paper:2402.00003': { title: '' },
    'paper:2402.00004': { savedAt: '2026-11-23T09:00:00.000Z' },
  });
  expect(await listSavedPapers(area)).toEqual([
    { id: '2402.00004', savedAt: '2026-11-23T09:00:00.000Z' },
    { id: '2402.00001', title: 'read', savedAt: '' },
    { id: '2402.00002', savedAt: '' },
    { id: '2402.00003', savedAt: '' },
  ]);
});

it('passes over what is no paper, and reads nothing else', async () => {
  const area = memoryArea({
    settings: {},
    'mark:2402.00001': starred,
    'mark:2402.00009': starred,
    'paper:2402.00001': saved('read', ''),
    'paper:x': saved('no id', ''),
  });
  const asked: string[] = [];
  const { get } = area;
  area.get = (keys) => (asked.push(...keys), get(keys));
  expect(await listSavedPapers(area)).toEqual([{ id: '2402.00001', title: 'read', savedAt: '' }]);
  expect(asked.filter((key) => key.startsWith('mark:'))).not.toContain('mark:2402.00009');
  expect(asked).not.toContain('settings');
});

it('of nobody who has starred anything is empty', async () => {
  expect(await listSavedPapers(memoryArea())).toEqual([]);
});

describe('missing facts', () => {
  const NOW = new Date('2026-11-23T12:00:00.000Z');
  const id = toPaperId('2402.00001')!;
  const facts = { id, title: 'A Title', abstract: 'Much is known.' };

  it.each([
    ['with the time of its star', { savedAt: '2026-11-20T09:00:00.000Z', note: 'newer' }, { ...facts, savedAt: '2026-11-20T09:00:00.000Z', note: 'newer' }],
    ['with no time', {}, { ...facts, savedAt: NOW.toISOString() }],
    ['of which nothing is kept', undefined, { ...facts, savedAt: NOW.toISOString() }],
    ['with what cannot be read', 'broken', { ...facts, savedAt: NOW.toISOString() }],
  ])('are added to a starred paper %s', async (_, stub, expected) => {
    const area = memoryArea({ [`mark:${id}`]: starred, ...(stub === undefined ? {} : { [`paper:${id}`]: stub }) });
    await addMissingFacts(area, [facts], NOW);
    expect(JSON.parse(JSON.stringify(area.held.get(`paper:${id}`)))).toEqual(expected);
  });

  it.each([
    ['has a title', { [`mark:${id}`]: starred, [`paper:${id}`]: saved('Older', '') }],
    ['is not starred', { [`paper:${id}`]: { savedAt: '' } }],
    ['is unknown', {}],
  ])('are none of a paper that %s: nothing is written', async (_, items) => {
    const area = memoryArea(items);
    await addMissingFacts(area, [facts], NOW);
    expect(area.writes).toEqual([]);
  });
});

it('tells of papers and of stars that come and go, of nothing else, until it is aborted', async () => {
  const area = memoryArea();
  const life = new AbortController();
  let heard = 0;
  onSavedPapersChanged(area, () => void heard++, life.signal);
  await area.set({ 'paper:2402.00001': saved('A', ''), 'mark:2402.00001': {} });
  await area.set({ 'month:2402': {}, settings: {} });
  expect(heard).toBe(1);
  await area.remove(['paper:2402.00001']);
  expect(heard).toBe(2);
  await area.set({ 'mark:2402.00001': { ...starred, starred: false } });
  expect(heard).toBe(3);
  life.abort();
  await area.set({ 'paper:2402.00001': saved('A', '') });
  expect(heard).toBe(3);
});

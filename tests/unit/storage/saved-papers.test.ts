import { describe, expect, it } from 'vitest';
import { toPaperId, type PaperId } from '../../../src/domain/paper';
import { addMissingFacts, readSavedPapers } from '../../../src/storage/saved-papers';
import { memoryArea } from '../memory-area';

const saved = (title: string, savedAt: unknown) => ({ title, savedAt });
const starred = { version: 1, starred: true, hidden: false, read: false };

it('reads what is kept of the papers asked for, in that order, and nothing else', async () => {
  const [a, b, c] = ['2402.00001', '2402.00002', '2402.00003'].map((id) => toPaperId(id)!) as [PaperId, PaperId, PaperId];
  const area = memoryArea({ [`paper:${a}`]: saved('read', ''), [`paper:${b}`]: 'broken', 'paper:2402.00009': saved('other', '') });
  const asked: string[] = [];
  const { get } = area;
  area.get = (keys) => (asked.push(...keys), get(keys));
  expect(await readSavedPapers(area, [b, a, c])).toEqual([{ id: b, savedAt: '' }, { id: a, title: 'read', savedAt: '' }, { id: c, savedAt: '' }]);
  expect(asked).toEqual([`paper:${b}`, `paper:${a}`, `paper:${c}`]);
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

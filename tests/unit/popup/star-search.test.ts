import { expect, it } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import { MOST_FOUND, starSearch, type Findings } from '../../../src/ui/popup/starred/star-search';
import { memoryArea } from '../memory-area';
import { eventually } from '../eventually';

const idOf = (n: number) => toPaperId(`2402.${String(n).padStart(5, '0')}`)!;
const ids = Array.from({ length: 1000 }, (_, n) => idOf(n));

function open(facts: (n: number) => object) {
  const area = memoryArea(Object.fromEntries(ids.map((id, n) => [`paper:${id}`, { title: `Paper ${n}`, savedAt: '', ...facts(n) }])));
  const reads: number[] = [];
  const { get } = area;
  area.get = (keys) => (reads.push(keys.length), get(keys));
  const search = starSearch(area, () => ids);
  const now = () => search.findings.value() as Findings;
  const found = async (text: string) => {
    search.search(text);
    await eventually(() => expect(now().state).not.toBe('searching'));
    return now().papers.map(({ id }) => ids.indexOf(id));
  };
  return { area, search, now, found, reads };
}

it('finds by title, abstract, authors and organization, as keywords do, in the given order', async () => {
  const { found } = open((n) =>
    n === 700 ? { title: 'Pre-training' } : n === 30 ? { abstract: 'We pretrain' } : n === 5 ? { authors: ['Henri Poincaré'] } : n === 6 ? { organization: { fullname: 'Poincare Lab' } } : {},
  );
  expect(await found('pretrain')).toEqual([30, 700]);
  expect(await found('poincare')).toEqual([5, 6]);
  expect(await found('zeolite')).toEqual([]);
});

it('reads a part at a time, and no more once there is enough', async () => {
  const { found, reads, now } = open(() => ({}));
  expect(await found('paper')).toHaveLength(MOST_FOUND);
  expect(now().state).toBe('too-many');
  expect(reads).toEqual([100]);
});

it('gives up what was searched for before', async () => {
  const { search, found, reads } = open((n) => (n === 999 ? { title: 'Zeolite' } : {}));
  await search.prepare();
  search.search('nothing like it');
  expect(await found('zeolite')).toEqual([999]);
  // One part of the first, which was under way, and all of the second.
  expect(reads).toHaveLength(11);
  search.search('  ');
  expect(search.findings.value()).toBeUndefined();
});

it('tells when storage could not be read', async () => {
  const { area, search } = open(() => ({}));
  area.get = () => Promise.reject(new Error('Disk'));
  search.search('paper');
  await eventually(() => expect(search.findings.value()).toEqual(new Error('Disk')));
});

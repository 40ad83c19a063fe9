import { expect, it } from 'vitest';
import { draftKeywordItem } from '../../../src/storage/preferences';
import { memoryArea } from '../memory-area';

const RAG = { source: 'RAG', color: 'green' } as const;

function listen(area: ReturnType<typeof memoryArea>) {
  const heard: unknown[] = [];
  const life = new AbortController();
  const item = draftKeywordItem(area);
  item.onChanged((value) => heard.push(value), life.signal);
  return { item, heard, life };
}

it('hears a removal even when it is the first change', async () => {
  const { item, heard } = listen(memoryArea({ 'draft-keyword': RAG }));
  await item.set(undefined);
  expect(heard).toEqual([undefined]);
});

it('drops a change that changes nothing, which Firefox reports', async () => {
  const { item, heard } = listen(memoryArea());
  await item.set(RAG);
  await item.set({ ...RAG });
  expect(heard).toEqual([RAG]);
});

it('hears nothing more once it is aborted', async () => {
  const { item, heard, life } = listen(memoryArea());
  life.abort();
  await item.set(RAG);
  expect(heard).toEqual([]);
});

it.each([undefined, null, 'RAG', {}, { source: '  ' }, { source: 'x'.repeat(201) }])('reads %j as no draft', async (value) => {
  expect(await draftKeywordItem(memoryArea({ 'draft-keyword': value })).get()).toBeUndefined();
});

it('repairs the color of a draft', async () => {
  expect(await draftKeywordItem(memoryArea({ 'draft-keyword': { source: 'RAG', color: 'mauve' } })).get()).toEqual({ ...RAG, color: 'yellow' });
});

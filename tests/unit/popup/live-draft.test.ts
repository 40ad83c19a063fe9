import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DraftKeyword } from '../../../src/domain/keyword';
import { draftKeywordItem } from '../../../src/storage/preferences';
import { liveDraft, TYPING_REST } from '../../../src/ui/popup/keywords/live-draft';
import { memoryArea } from '../memory-area';
import { fakeMemory } from './fakes';

const RAG: DraftKeyword = { source: 'RAG', color: 'green' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function open(area: ReturnType<typeof memoryArea>, memory = fakeMemory()) {
  const failed = vi.fn();
  const live = liveDraft({ draft: draftKeywordItem(area), memory }, failed);
  await vi.advanceTimersByTimeAsync(0);
  area.writes.length = 0;
  return { live, failed };
}

it('writes the draft once per rest, not per keystroke', async () => {
  const area = memoryArea();
  const { live } = await open(area);
  for (const source of ['R', 'RA', 'RAG']) live.typed(source, { ...RAG, source });
  await vi.advanceTimersByTimeAsync(TYPING_REST);
  live.typed('RAG', RAG);
  await vi.advanceTimersByTimeAsync(TYPING_REST);
  expect(area.writes).toEqual([new Map([['draft-keyword', RAG]])]);
});

it('removes the draft when the field is emptied', async () => {
  const area = memoryArea();
  const { live } = await open(area);
  live.typed('RAG', RAG);
  live.flush();
  expect(await draftKeywordItem(area).get()).toEqual(RAG);
  live.typed('', undefined);
  live.flush();
  expect(area.held.has('draft-keyword')).toBe(false);
});

it('keeps the words for the next popup, and writes nothing to storage while it closes', async () => {
  const [area, memory] = [memoryArea(), fakeMemory()];
  const { live } = await open(area, memory);
  live.typed('RAG a', { ...RAG, source: 'RAG a' });
  live.close();
  await vi.advanceTimersByTimeAsync(1000);
  expect(area.writes).toEqual([]);
  const next = (await open(area, memory)).live;
  expect(next.initialText).toBe('RAG a');
  next.typed('', undefined);
  next.close();
  expect(memory.get()).toBeUndefined();
});

it('clears the draft that a crash left', async () => {
  const area = memoryArea({ 'draft-keyword': RAG });
  await open(area);
  expect(area.held.has('draft-keyword')).toBe(false);
});

it('reports a write that storage refuses', async () => {
  const area = memoryArea();
  const { live, failed } = await open(area);
  area.failure = new Error('quota');
  live.typed('RAG', RAG);
  await vi.advanceTimersByTimeAsync(TYPING_REST);
  expect(failed).toHaveBeenCalledWith(area.failure);
});

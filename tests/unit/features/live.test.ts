import { expect, it } from 'vitest';
import { liveItem } from '../../../src/features/parts/live';
import { storedItem } from '../../../src/storage/item';
import { slowArea } from '../storage/slow-area';

async function open(items: Record<string, unknown>) {
  const area = slowArea(items);
  const { signal } = new AbortController();
  const live = await liveItem(storedItem(area, 'count', Number), signal);
  const heard: number[] = [];
  live.onChanged((value) => heard.push(value), signal);
  return { area, live, heard };
}

it('is read once and then follows', async () => {
  const { area, live, heard } = await open({ count: 1 });
  expect(live.value).toBe(1);
  await area.memory.set({ count: 2 });
  expect(live.value).toBe(2);
  expect(heard).toEqual([2]);
});

it('takes what was heard before the first answer for the later value', async () => {
  const area = slowArea({ count: 1 });
  area.holdBack('get');
  const opening = liveItem(storedItem(area, 'count', Number), new AbortController().signal);
  await area.memory.set({ count: 2 });
  area.letGo('get');
  expect((await opening).value).toBe(2);
});

it('read again, knows what was missed', async () => {
  const { area, live, heard } = await open({ count: 1 });
  area.memory.held.set('count', 5);
  await live.reload();
  expect(live.value).toBe(5);
  expect(heard).toEqual([5]);
});

it('read again, keeps what was heard while storage answered', async () => {
  const { area, live, heard } = await open({ count: 1 });
  area.holdBack('get');
  const reloading = live.reload();
  await area.memory.set({ count: 2 });
  area.letGo('get');
  await reloading;
  expect(live.value).toBe(2);
  expect(heard).toEqual([2]);
});

it('that cannot be read again says so and keeps what it knows', async () => {
  const { area, live } = await open({ count: 1 });
  area.memory.failure = new Error('disk');
  await expect(live.reload()).rejects.toThrow('disk');
  expect(live.value).toBe(1);
});

import { expect, it } from 'vitest';
import { storedItem } from '../../../src/storage/item';
import { optimisticItem } from '../../../src/ui/popup/optimistic-item';
import { memoryArea } from '../memory-area';

const toNumbers = (value: unknown) => (Array.isArray(value) ? (value as number[]) : []);
const adding = (number: number) => (list: readonly number[]) => (list.includes(number) ? list : [...list, number]);

async function follow(area: ReturnType<typeof memoryArea>) {
  const item = storedItem<readonly number[]>(area, 'numbers', toNumbers);
  return optimisticItem(item, new AbortController().signal);
}

it('shows a change before storage answers', async () => {
  const item = await follow(memoryArea({ numbers: [1] }));
  const saved = item.update(adding(2));
  expect(item.value()).toEqual([1, 2]);
  await saved;
  expect(item.value()).toEqual([1, 2]);
});

it('takes a change back when storage refuses it, and rejects with the reason', async () => {
  const area = memoryArea({ numbers: [1] });
  const item = await follow(area);
  area.failure = new Error('quota');
  const saved = item.update(adding(2));
  expect(item.value()).toEqual([1, 2]);
  await expect(saved).rejects.toThrow('quota');
  expect(item.value()).toEqual([1]);
});

it('keeps a change that is under way when another window writes', async () => {
  const area = memoryArea({ numbers: [1] });
  const item = await follow(area);
  const [mine, other] = [item.update(adding(2)), area.set({ numbers: [1, 7] })];
  expect(item.value()).toContain(2);
  await Promise.all([mine, other]);
  expect(item.value()).toEqual(area.held.get('numbers'));
});

it('begins the write synchronously, so that a closing page still gets it out', async () => {
  const area = memoryArea();
  const item = await follow(area);
  void item.update(adding(2));
  expect(area.writes).toHaveLength(1);
});

it('does not write a change that changes nothing', async () => {
  const area = memoryArea({ numbers: [1] });
  const item = await follow(area);
  await item.update(adding(1));
  expect(area.writes).toEqual([]);
});

it('tells its subscribers until they leave', async () => {
  const area = memoryArea();
  const item = await follow(area);
  const heard: (readonly number[])[] = [];
  const leave = item.subscribe(() => heard.push(item.value()));
  await area.set({ numbers: [5] });
  leave();
  await area.set({ numbers: [6] });
  expect(heard).toEqual([[5]]);
});

import { expect, it } from 'vitest';
import { storedItem, type EditableItem } from '../../../src/storage/item';
import { optimisticItem } from '../../../src/ui/popup/parts/optimistic-item';
import { memoryArea } from '../memory-area';

const toNumbers = (value: unknown) => (Array.isArray(value) ? (value as number[]) : []);
const adding = (number: number) => (list: readonly number[]) => (list.includes(number) ? list : [...list, number]);

/** Change by change, as the popup's items are written. */
function editableNumbers(area: ReturnType<typeof memoryArea>): EditableItem<readonly number[]> {
  const { get, onChanged } = storedItem<readonly number[]>(area, 'numbers', toNumbers);
  const update: EditableItem<readonly number[]>['update'] = (change) =>
    area.update(['numbers'], ({ numbers }) => ({ numbers: change(toNumbers(numbers)) }));
  return { get, onChanged, update };
}

async function follow(area: ReturnType<typeof memoryArea>) {
  return optimisticItem(editableNumbers(area), new AbortController().signal);
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

it('asks for the write at once, so that a page that closes has the best chance to get it out', async () => {
  const area = memoryArea();
  const item = await follow(area);
  void item.update(adding(2));
  expect(area.writes).toHaveLength(1);
});

it('changes what is stored by then, not what it had heard of', async () => {
  const area = memoryArea({ numbers: [1] });
  const item = await follow(area);
  area.held.set('numbers', [1, 7]);
  await item.update(adding(2));
  expect(area.held.get('numbers')).toEqual([1, 7, 2]);
  expect(item.value()).toEqual([1, 7, 2]);
});

it('shows what was written until the browser tells of it', async () => {
  const area = memoryArea({ numbers: [1] });
  const item = await optimisticItem({ ...editableNumbers(area), onChanged: () => undefined }, new AbortController().signal);
  await item.update(adding(2));
  expect(item.value()).toEqual([1, 2]);
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

import { expect, it, vi } from 'vitest';
import { lazyPart } from '../../../src/ui/popup/parts/lazy-part';

it('is brought once, however often it is asked for, and told to those who wait', async () => {
  const bring = vi.fn(async () => 'part');
  const part = lazyPart(bring);
  const heard = vi.fn();
  part.loaded.subscribe(heard);
  expect(part.loaded.value()).toBeUndefined();
  await Promise.all([part.load(), part.load()]);
  await part.load();
  expect(bring).toHaveBeenCalledTimes(1);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(part.loaded.value()).toBe('part');
});

it('is tried again after a failure, which all hear who have asked for it', async () => {
  const bring = vi.fn(async () => 'part').mockRejectedValueOnce(new Error('Disk'));
  const part = lazyPart(bring);
  const answers = await Promise.allSettled([part.load(), part.load()]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(part.loaded.value()).toBeUndefined();
  await part.load();
  expect(part.loaded.value()).toBe('part');
});

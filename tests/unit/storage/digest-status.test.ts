import { expect, it } from 'vitest';
import { digestStatusItem } from '../../../src/storage/digest-status';
import { memoryArea } from '../memory-area';

const STATUS = { address: 'https://huggingface.co/papers', papers: 40, left: 12, matchesLeft: 3, at: '2026-11-23T12:00:00.000Z' };

it('the status of the digest last seen is read as it was written', async () => {
  const item = digestStatusItem(memoryArea());
  expect(await item.get()).toBeUndefined();
  await item.set(STATUS);
  expect(await item.get()).toEqual(STATUS);
});

it.each([7, null, 'x', [], { ...STATUS, left: -1 }, { ...STATUS, matchesLeft: '3' }, { ...STATUS, papers: 0.5 }, { ...STATUS, address: 1 }])('%j is none', async (value) => {
  expect(await digestStatusItem(memoryArea({ 'digest-status': value })).get()).toBeUndefined();
});

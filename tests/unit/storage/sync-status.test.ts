import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SyncStatus } from '../../../src/domain/sync-status';
import { syncStatusItem } from '../../../src/storage/sync-status';
import { memoryArea } from '../memory-area';
import { nested } from './nested';

const STATUS: SyncStatus = {
  state: 'paused',
  waiting: 3,
  pause: { kind: 'too-many-writes', text: 'This request exceeds the quota.' },
  usedBytes: 12,
  quotaBytes: 102_400,
  space: 'full',
  keptBefore: '2305',
};
const read = (value: unknown) => syncStatusItem({ ...memoryArea(), get: async () => ({ 'sync-status': value }) }).get();

it('is read as it was written', async () => {
  const area = memoryArea();
  const { pause: _, keptBefore: __, ...least } = STATUS;
  for (const status of [STATUS, { ...least, state: 'synced' as const }]) {
    await syncStatusItem(area).set(status);
    expect(await syncStatusItem(area).get()).toStrictEqual(status);
  }
});

it.each<[string, unknown]>([
  ['state', 'done'], ['state', undefined], ['waiting', -1], ['waiting', '3'], ['usedBytes', Number.NaN], ['quotaBytes', null], ['space', 'plenty'],
  ['keptBefore', '2313'], ['keptBefore', 7], ['pause', 'full'], ['pause', null], ['pause', { kind: 'no-space' }], ['pause', { kind: 'no-space', text: 7 }],
  ['pause', { kind: 'other', text: '' }],
])('with a field %s that is none says nothing: %j', async (field, value) => {
  expect(await read({ ...STATUS, [field]: value })).toBeUndefined();
});

it('hands on what is known and nothing else, whatever stands there', async () => {
  expect(await read({ ...STATUS, junk: nested(20_000), pause: { ...STATUS.pause, junk: 1 } })).toStrictEqual(STATUS);
  expect(await read({ ...STATUS, pause: nested(20_000) })).toBeUndefined();
  await fc.assert(fc.asyncProperty(fc.anything(), async (value) => {
    expect(await read(value)).toBeUndefined();
  }));
});

import { expect, it } from 'vitest';
import { boundSalvage, salvageItems } from '../../../src/storage/salvage';
import { memoryArea } from '../memory-area';

const salvaged = (at: string) => ({ at, text: '' });

it('keeps the value as JSON under a key of its own, with the time', () => {
  const items = salvageItems('keywords', [{ id: 7 }]);
  expect(items).toEqual({ 'salvage:keywords': { at: expect.stringMatching(/^\d{4}-.*Z$/), text: '[{"id":7}]' } });
});

it.each<[string, unknown, number]>([
  ['10 MB of junk', 'x'.repeat(10_000_000), 65_536],
  ['nothing', undefined, 0],
])('keeps of %s what fits', (_, value, length) => {
  expect((salvageItems('k', value)['salvage:k'] as { text: string }).text.length).toBe(length);
});

it('throws at nothing', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  for (const value of [circle, 7n, Object.create(null), Symbol('s')]) expect(() => salvageItems('k', value)).not.toThrow();
});

it('keeps the newest 50, and first gives up what has no time', async () => {
  const newest = Array.from({ length: 50 }, (_, i) => [`salvage:${i}`, salvaged(`2026-11-${String(1 + (i % 28)).padStart(2, '0')}T12:00:${i}.000Z`)] as const);
  const area = memoryArea({ ...Object.fromEntries(newest), 'salvage:old': salvaged('2025-01-01T00:00:00.000Z'), 'salvage:junk': 7, keywords: [] });
  await boundSalvage(area);
  expect([...area.held.keys()].sort()).toEqual([...newest.map(([key]) => key), 'keywords'].sort());
  await boundSalvage(area);
  expect(area.writes).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import { dropOldHits, noteHits, readHits } from '../../../src/storage/keyword-hits';
import { memoryArea } from '../memory-area';

const [A, B] = ['2401.00001', '2402.00001'].map((id) => toPaperId(id)!) as [never, never];
const counts = async (area: ReturnType<typeof memoryArea>, today: string) => Object.fromEntries(await readHits(area, today));

describe('hits of keywords', () => {
  it('are counted by paper, each once, over 30 days', async () => {
    const area = memoryArea();
    await noteHits(area, '2026-10-24', new Map([['k', [A]]]));
    await noteHits(area, '2026-10-25', new Map([['k', [A]], ['l', [A]]]));
    await noteHits(area, '2026-11-23', new Map([['k', [A, B]]]));
    expect(await counts(area, '2026-11-23')).toEqual({ k: 2, l: 1 });
    expect(await counts(area, '2026-11-24')).toEqual({ k: 2 });
  });

  it('of a day come together, and are written only when there are more', async () => {
    const area = memoryArea();
    await noteHits(area, '2026-11-23', new Map([['k', [A]]]));
    await noteHits(area, '2026-11-23', new Map([['k', [B]], ['l', [A]]]));
    expect(area.held.get('hits:2026-11-23')).toEqual({ k: [A, B], l: [A] });
    area.writes.length = 0;
    await noteHits(area, '2026-11-23', new Map([['k', [B]]]));
    await noteHits(area, '2026-11-23', new Map());
    expect(area.writes).toEqual([]);
  });

  it('that are older go, and nothing else', async () => {
    const area = memoryArea({ 'hits:2026-10-24': {}, 'hits:2026-10-25': {}, 'hits:2026-11-23': {}, 'hits:': 1, hits: 1, keywords: [] });
    await dropOldHits(area, await area.keys(), '2026-11-23');
    expect((await area.keys()).sort()).toEqual(['hits', 'hits:2026-10-25', 'hits:2026-11-23', 'keywords']);
  });

  it.each([[7], ['x'], [null], [['k']], [{ k: 'x' }], [{ k: [7, 'x', null] }]])('are none where storage holds %j', async (junk) => {
    const area = memoryArea({ 'hits:2026-11-23': junk });
    expect((await counts(area, '2026-11-23'))['k'] ?? 0).toBe(0);
    await noteHits(area, '2026-11-23', new Map([['k', [A]]]));
    expect((await counts(area, '2026-11-23'))['k']).toBe(1);
  });

  it('are bounded for each keyword and day', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => toPaperId(`2401.${String(i).padStart(5, '0')}`)!);
    const area = memoryArea();
    await noteHits(area, '2026-11-23', new Map([['k', many]]));
    expect(await counts(area, '2026-11-23')).toEqual({ k: 1000 });
  });
});

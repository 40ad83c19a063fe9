import { describe, expect, it } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import { noteVisit } from '../../../src/storage/visits';
import { memoryArea } from '../memory-area';

const [A, B, C] = ['2401.00001', '2402.00001', '2402.00002'].map((id) => toPaperId(id)!) as [never, never, never];
const START = Date.UTC(2026, 10, 23, 8);
const at = (minutes: number) => new Date(START + minutes * 60_000);

describe('a visit', () => {
  it('has no new papers when it is the very first, whatever it meets', async () => {
    const area = memoryArea();
    expect([...(await noteVisit(area, [A], at(0)))]).toEqual([]);
    expect([...(await noteVisit(area, [A, B], at(20)))]).toEqual([]);
  });

  it('has those as new that no visit before it met, until it is over', async () => {
    const area = memoryArea();
    await noteVisit(area, [A], at(0));
    expect([...(await noteVisit(area, [A, B], at(60)))]).toEqual([B]);
    expect([...(await noteVisit(area, [A, B, C], at(89)))]).toEqual([B, C]);
    expect([...(await noteVisit(area, [A, B, C], at(118)))]).toEqual([B, C]);
    expect([...(await noteVisit(area, [A, B, C], at(148)))]).toEqual([]);
  });

  it('reads only the months of its papers, and writes nothing when nothing is new', async () => {
    const area = memoryArea();
    await noteVisit(area, [A], at(0));
    const read: string[] = [];
    const watched = { ...area, get: (keys: readonly string[]) => (read.push(...keys), area.get(keys)) };
    area.writes.length = 0;
    await noteVisit(watched, [A], at(0));
    expect(read).toEqual(['visit', 'seen:2401']);
    expect(area.writes).toEqual([]);
  });

  it('after the clock was put back is another one, and what was met in the future is not new for ever', async () => {
    const area = memoryArea();
    await noteVisit(area, [A], at(0));
    await noteVisit(area, [B], at(100_000));
    expect([...(await noteVisit(area, [A, B, C], at(60)))]).toEqual([C]);
    expect([...(await noteVisit(area, [A, B, C], at(200)))]).toEqual([]);
  });

  it.each([[7], ['x'], [null], [[]], [{ since: 'x', last: 1 }], [{ since: 1.5, last: 2 }]])('is the first one where storage holds %j', async (junk) => {
    const area = memoryArea({ visit: junk, 'seen:2401': junk });
    expect([...(await noteVisit(area, [A], at(0)))]).toEqual([]);
    expect([...(await noteVisit(area, [A, B], at(60)))]).toEqual([B]);
  });

  it('keeps what can be read of a month', async () => {
    const area = memoryArea({ 'seen:2402': { '00001': 3, '00002': 'x', junk: 1 } });
    await noteVisit(area, [A], at(0));
    expect([...(await noteVisit(area, [B, C], at(60)))]).toEqual([C]);
  });
});

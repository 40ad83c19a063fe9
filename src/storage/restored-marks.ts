import { changeMark, NO_MARK, type Mark, type MarkChange } from '../domain/mark';
import { monthOf, type Month } from '../domain/mark-codec/paper-number';
import { toShard } from '../domain/mark-codec/shard-key';
import type { PaperId } from '../domain/paper';
import { addMarks } from './all-marks';
import { unpackMonth } from './month-marks';
import type { Snapshot } from './repair-snapshot';

/**
 * The marks of the papers that a snapshot has otherwise, each as it was then and later than what is known of it. A paper
 * that had none then gets one that says nothing.
 */
export function restoredMarks(snapshot: Snapshot, current: ReadonlyMap<PaperId, Mark>): Map<PaperId, Mark> {
  const { marks: then, damaged } = unpackSnapshot(snapshot);
  const restored = new Map<PaperId, Mark>();
  for (const id of new Set([...then.keys(), ...current.keys()])) {
    // Its mark may have been in what cannot be read.
    if (!then.has(id) && damaged.has(monthOf(id))) continue;
    const now = current.get(id) ?? NO_MARK;
    const { version, ...flags } = then.get(id) ?? NO_MARK;
    const change = changedFlags(now, flags);
    if (Object.keys(change).length === 0) continue;
    restored.set(id, changeMark({ ...now, version: Math.max(now.version, version) }, change));
  }
  return restored;
}

/** The marks of a snapshot, and the months of which it cannot be read in full. */
function unpackSnapshot({ months, others }: Snapshot): { marks: ReadonlyMap<PaperId, Mark>; damaged: ReadonlySet<Month> } {
  const marks = new Map<PaperId, Mark>();
  const damaged = new Set<Month>();
  for (const [month, items] of [...Object.entries(months), ['', others] as const]) {
    const unpacked = unpackMonth(items);
    addMarks(marks, unpacked.marks);
    for (const key of [...unpacked.broken, ...unpacked.newer]) damaged.add(toShard(key)?.month ?? month);
  }
  return { marks, damaged };
}

/** Only what differs: a star that stays as it is must not get a later version than a star of a device that has not been heard of. */
function changedFlags(now: Mark, then: Omit<Mark, 'version'>): MarkChange {
  const { starred, hidden, read } = then;
  return { ...(now.starred !== starred && { starred }), ...(now.hidden !== hidden && { hidden }), ...(now.read !== read && { read }) };
}

import { mergeMarks, type Mark } from '../domain/mark';
import { monthOf, type Month } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfMarkKey, monthKey } from '../storage/keys';
import { packMonth, readMonths, unpackMonth, type PackedMonth } from '../storage/month-marks';
import { repairMark } from '../storage/repair-mark';

/** The marks of a month as this device has taken them in. */
export interface MonthState {
  readonly packed: PackedMonth;
  readonly marks: ReadonlyMap<PaperId, Mark>;
  /** A newer version of ours packed it, before this one was installed over it: it is left alone. */
  readonly isBlocked: boolean;
}

export async function readMonthStates(local: StorageArea, months: readonly Month[]): Promise<Map<Month, MonthState>> {
  const states = new Map<Month, MonthState>();
  for (const [month, packed] of await readMonths(local, months)) {
    const { marks, newer } = unpackMonth(packed);
    states.set(month, { packed, marks, isBlocked: newer.length > 0 });
  }
  return states;
}

/** The marks under keys of storage.local; what is none, or says nothing, is passed over. */
export async function readMarks(local: StorageArea, keys: readonly string[]): Promise<Map<PaperId, Mark>> {
  const marks = new Map<PaperId, Mark>();
  for (const [key, value] of Object.entries(await local.get(keys))) {
    const id = idOfMarkKey(key);
    const mark = repairMark(value);
    if (id && mark.version > 0) marks.set(id, mark);
  }
  return marks;
}

/** Items for storage.local with which months take in marks. Months that are blocked take in nothing. */
export function takeInItems(states: ReadonlyMap<Month, MonthState>, marks: ReadonlyMap<PaperId, Mark>): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (const [month, taken] of groupByMonth(marks, ([id]) => id)) {
    const state = states.get(month);
    if (!state || state.isBlocked) continue;
    const merged = new Map(state.marks);
    for (const [id, mark] of taken) merged.set(id, mergeMarks(merged.get(id) ?? mark, mark));
    const packed = packMonth(merged);
    if (!sameItems(state.packed, packed)) items[monthKey(month)] = packed;
  }
  return items;
}

export function groupByMonth<T>(all: Iterable<T>, idOf: (one: T) => PaperId): Map<Month, T[]> {
  const groups = new Map<Month, T[]>();
  for (const one of all) {
    const month = monthOf(idOf(one));
    const group = groups.get(month);
    if (group) group.push(one);
    else groups.set(month, [one]);
  }
  return groups;
}

export function sameItems(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

import { monthOf, type Month } from '../domain/mark-codec/paper-number';
import { toShard } from '../domain/mark-codec/shard-key';
import type { StorageArea } from '../platform/storage-area';
import { addMarks } from '../storage/all-marks';
import { idOfMarkKey, monthKey } from '../storage/keys';
import { packMonth, toPackedMonth, unpackMonth, type PackedMonth } from '../storage/month-marks';
import { salvageItems } from '../storage/salvage';
import { readMarks, sameItems } from './month-states';

export interface MonthCheck {
  /** Makes damaged months anew from what can be read of them and the marks of their papers; what was there is kept aside. */
  repair(local: StorageArea, months: readonly Month[]): Promise<void>;
  /** How many papers of these months are starred. */
  countStars(months: Iterable<readonly [Month, PackedMonth]>): number;
}

interface Look {
  readonly packed: PackedMonth;
  readonly isReadable: boolean;
  readonly stars: number;
}

/** Looks into packed months, into each only when it has changed. */
export function monthCheck(): MonthCheck {
  const looks = new Map<Month, Look>();
  const lookInto = (month: Month, packed: PackedMonth): Look => {
    const known = looks.get(month);
    if (known && sameItems(known.packed, packed)) return known;
    const { marks, broken, newer } = unpackMonth(packed);
    // What a newer version of ours packed is left alone.
    const isReadable = newer.length > 0 || broken.length === 0;
    const look = { packed, isReadable, stars: [...marks.values()].filter(({ starred }) => starred).length };
    looks.set(month, look);
    return look;
  };
  const isDamaged = (month: Month, value: unknown) => {
    const packed = toPackedMonth(value);
    return value !== undefined && !(isWhole(month, value, packed) && lookInto(month, packed).isReadable);
  };
  return {
    async repair(local, months) {
      const values = await local.get(months.map(monthKey));
      const damaged = months.filter((month) => isDamaged(month, values[monthKey(month)]));
      if (damaged.length === 0) return;
      const keys = await local.keys();
      for (const month of damaged) await remake(local, month, values[monthKey(month)], keys);
    },
    countStars: (months) => [...months].reduce((sum, [month, packed]) => sum + lookInto(month, packed).stars, 0),
  };
}

/** A month is an object of texts under keys of its own; one without any is never written. */
function isWhole(month: Month, value: unknown, packed: PackedMonth): boolean {
  const keys = Object.keys(Object(value) as object);
  return keys.length > 0 && keys.length === Object.keys(packed).length && keys.every((key) => toShard(key)?.month === month);
}

async function remake(local: StorageArea, month: Month, value: unknown, keys: readonly string[]): Promise<void> {
  const marks = new Map([...unpackMonth(toPackedMonth(value)).marks].filter(([id]) => monthOf(id) === month));
  const ofMonth = keys.filter((key) => {
    const id = idOfMarkKey(key);
    return id !== undefined && monthOf(id) === month;
  });
  addMarks(marks, await readMarks(local, ofMonth));
  await local.set({ ...salvageItems(monthKey(month), value), ...(marks.size > 0 && { [monthKey(month)]: packMonth(marks) }) });
  if (marks.size === 0) await local.remove([monthKey(month)]);
}

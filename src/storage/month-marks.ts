import { mergeMarks, type Mark } from '../domain/mark';
import type { Month } from '../domain/mark-codec/paper-number';
import { decodeShard } from '../domain/mark-codec/shard';
import { toShard } from '../domain/mark-codec/shard-key';
import { encodeShards } from '../domain/mark-codec/shards';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { monthKey, monthOfKey } from './keys';

/** A month's marks as `encodeShards` packs them, by the keys that they have in storage.sync. */
export type PackedMonth = Readonly<Record<string, string>>;

export interface UnpackedMonth {
  readonly marks: ReadonlyMap<PaperId, Mark>;
  /** Keys of what could not be read. */
  readonly broken: readonly string[];
  /** Keys of what a newer version of ours wrote: to be left alone. */
  readonly newer: readonly string[];
}

/** The months of which this device has marks; `keys` are all keys of the area. */
export function monthsIn(keys: readonly string[]): Month[] {
  return keys.map(monthOfKey).filter((month) => month !== undefined);
}

/** The marks of months as the background script has taken them in; a month that has none is {}. */
export async function readMonths(area: StorageArea, months: readonly Month[]): Promise<Map<Month, PackedMonth>> {
  const values = await area.get(months.map(monthKey));
  return new Map(months.map((month) => [month, toPackedMonth(values[monthKey(month)])]));
}

/** All texts are kept, whether they can be unpacked or not. */
export function toPackedMonth(value: unknown): PackedMonth {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** @throws RangeError when a version is not a whole number from 0 */
export function packMonth(marks: ReadonlyMap<PaperId, Mark>): PackedMonth {
  return Object.fromEntries(encodeShards(marks));
}

/** The marks in items by their keys in storage.sync; of a paper that stands in several the later mark. Never throws. */
export function unpackMonth(items: Readonly<Record<string, unknown>>): UnpackedMonth {
  const marks = new Map<PaperId, Mark>();
  const broken: string[] = [];
  const newer: string[] = [];
  for (const [key, value] of Object.entries(items)) {
    const shard = toShard(key);
    const decoded = shard ? decodeShard(shard, value) : ({ problem: 'broken' } as const);
    if ('problem' in decoded) (decoded.problem === 'broken' ? broken : newer).push(key);
    else for (const [id, mark] of decoded.marks) marks.set(id, marks.has(id) ? mergeMarks(marks.get(id)!, mark) : mark);
  }
  return { marks, broken, newer };
}

import { isVersion, LARGEST_VERSION, type Mark } from '../mark';
import type { PaperId } from '../paper';
import { monthOf, numberOf, paperWithNumber, type Month } from './paper-number';

type Flag = Exclude<keyof Mark, 'version'>;

/** A new flag takes the next bit. A device that does not know it takes the shard for one of a newer format. */
const FLAG_BITS: Readonly<Record<Flag, number>> = { starred: 1, hidden: 2, read: 4 };
const FLAGS = Object.keys(FLAG_BITS) as Flag[];

/** Flags from here on are none that this version knows. */
export const UNKNOWN_FLAGS = 2 ** FLAGS.length;

/** The papers of a month that are in one state. */
export interface Group {
  readonly version: number;
  /** Sum of the bits of the flags that are set. */
  readonly flags: number;
  /** In any order. */
  readonly numbers: readonly number[];
}

/** @throws RangeError when a version is none (`isVersion`) */
export function groupsByMonth(marks: ReadonlyMap<PaperId, Mark>): Map<Month, Group[]> {
  const states = new Map<Month, Map<number, number[][]>>();
  for (const [id, mark] of marks) {
    if (!isVersion(mark.version)) throw new RangeError(`The mark of ${id} has version ${mark.version}, not a whole number from 0 to ${LARGEST_VERSION}.`);
    const byVersion = getOrAdd(states, monthOf(id), () => new Map<number, number[][]>());
    const byFlags = getOrAdd(byVersion, mark.version, () => []);
    (byFlags[flagsOf(mark)] ??= []).push(numberOf(id));
  }
  return new Map([...states].map(([month, byVersion]) => [month, toGroups(byVersion)]));
}

/** The marks of a month's groups, or undefined when a number is no paper's or stands in two groups. */
export function marksOf(month: Month, groups: readonly Group[]): Map<PaperId, Mark> | undefined {
  const marks = new Map<PaperId, Mark>();
  let count = 0;
  for (const { version, flags, numbers } of groups) {
    const mark: Mark = { version, ...toFlags(flags) };
    for (const number of numbers) {
      const id = paperWithNumber(month, number);
      if (!id) return undefined;
      marks.set(id, mark);
    }
    count += numbers.length;
  }
  return marks.size === count ? marks : undefined;
}

/** By rising version, then by rising flags. */
function toGroups(byVersion: ReadonlyMap<number, readonly number[][]>): Group[] {
  return [...byVersion]
    .sort(([a], [b]) => a - b)
    .flatMap(([version, byFlags]) => byFlags.map((numbers, flags) => ({ version, flags, numbers })).filter(Boolean));
}

function flagsOf(mark: Mark): number {
  let sum = 0;
  for (const flag of FLAGS) if (mark[flag]) sum += FLAG_BITS[flag];
  return sum;
}

function toFlags(flags: number): Record<Flag, boolean> {
  return Object.fromEntries(FLAGS.map((flag) => [flag, (flags & FLAG_BITS[flag]) !== 0])) as Record<Flag, boolean>;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

import type { Month } from './paper-number';

/** The papers that an item of storage.sync holds: those of a month, or those of them whose number ends in certain bits. */
export interface Shard {
  readonly month: Month;
  /** The lowest bits of the numbers, the lowest first: `''` for a whole month, `01` for the numbers 4n + 2. */
  readonly ending: string;
}

const SHARD_KEY = /^m(\d{2}(?:0[1-9]|1[0-2]))(?:\.([01]{1,17}))?$/;

/** The key of a shard in storage.sync: `m2402`, or `m2402.01` for a part of the month. */
export function shardKey({ month, ending }: Shard): string {
  return ending === '' ? `m${month}` : `m${month}.${ending}`;
}

/** The shard that a key of storage.sync stands for, or undefined when it is no key of a shard. */
export function toShard(key: string): Shard | undefined {
  const match = SHARD_KEY.exec(key);
  return match ? { month: match[1]!, ending: match[2] ?? '' } : undefined;
}

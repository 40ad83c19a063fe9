import type { Mark } from '../mark';
import type { PaperId } from '../paper';
import { groupsByMonth, type Group } from './groups';
import { encodeShard } from './shard';
import { shardKey, type Shard } from './shard-key';

/** The most that an item takes of storage.sync: UTF-8 bytes of its key and of its value as JSON. The browsers allow 8,192. */
export const SHARD_BYTES = 7168;

const QUOTES = 2;

/**
 * Packs marks, of any months and in any order, into items for storage.sync: texts by key. To write one paper's new mark
 * pack all marks of its month and write what differs: one item, but for the rare time when a month has to be split.
 *
 * A month is one shard. When that would be longer than `SHARD_BYTES`, it is two: the papers with even numbers (`m2402.0`)
 * and those with odd numbers (`m2402.1`); each of these is split by the next bit of the number when it is too long in
 * turn. So the same marks give the same items on every device. Devices that do not have the same marks yet may split a
 * month differently; that needs no agreement, for a shard says by itself which papers it holds and the marks of a
 * month are the merge of all its shards, split or not: once they are merged, all devices pack alike, and the keys
 * of the month that packing did not give are stale and can be removed. (Fixed ranges of numbers would cost every month the
 * items of a month in which everything was marked, and these ranges would have to be small: each mark may have a version of its own.)
 *
 * A month with 40 marks a day takes a fifth of a shard, and until the end of 2031 arXiv has fewer than 300 months: far from 512 items.
 *
 * @throws RangeError when a version is none (`isVersion`)
 */
export function encodeShards(marks: ReadonlyMap<PaperId, Mark>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [month, groups] of groupsByMonth(marks)) addShard({ month, ending: '' }, groups, texts);
  return texts;
}

function addShard(shard: Shard, groups: readonly Group[], texts: Map<string, string>): void {
  if (groups.length === 0) return;
  const key = shardKey(shard);
  const text = encodeShard(shard, groups);
  // All characters of both are of one byte.
  if (key.length + text.length + QUOTES <= SHARD_BYTES) {
    texts.set(key, text);
    return;
  }
  const { month, ending } = shard;
  for (const bit of [0, 1]) addShard({ month, ending: ending + bit }, groupsWithBit(groups, ending.length, bit), texts);
}

function groupsWithBit(groups: readonly Group[], place: number, bit: number): Group[] {
  return groups
    .map((group) => ({ ...group, numbers: group.numbers.filter((number) => ((number >> place) & 1) === bit) }))
    .filter(({ numbers }) => numbers.length > 0);
}

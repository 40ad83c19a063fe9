import { isVersion, type Mark } from '../mark';
import type { PaperId } from '../paper';
import { bitReader, bitWriter, toDigits } from './bits';
import { marksOf, UNKNOWN_FLAGS, type Group } from './groups';
import { readGamma, readNumbers, writeGamma, writeNumbers } from './numbers';
import { shardKey, type Shard } from './shard-key';

const FORMAT = '1';
const NEWER_FORMATS = /^[2-9]/;
const CHECKSUM_LENGTH = 3;
const BODY_START = FORMAT.length + CHECKSUM_LENGTH;
/** No browser keeps a longer item in storage.sync. */
const LONGEST = 8192;

export type DecodedShard = { readonly marks: Map<PaperId, Mark> } | { readonly problem: 'newer-format' | 'broken' };

/**
 * Writes the marks of one shard, grouped and sorted as `groupsByMonth` does it, as a string that is the same on every
 * device.
 *
 * The string, from left to right:
 * 1. One character, the number of the format: `1`.
 * 2. Three characters, the checksum: the 32-bit FNV-1a hash of the key, the format character and all that follows the
 *    checksum, modulo 92³, as three digits of base 92, highest first. The digits 0 to 91 are the characters from space to
 *    tilde in the order of ASCII, without `"`, `<` and `\`. Every later format keeps places and rules of 1 and 2.
 * 3. Bits. Two digits of base 92, highest first, are a word of 13 bits, highest first; zero bits fill the last word.
 *
 * The bits are groups, one for each state that a mark of the shard is in, by rising version, then by rising flags:
 * - a one bit (where a zero bit stands instead, or the text ends, there are no more groups);
 * - gamma(1 + version - the version of the group before; 1 + version for the first); no version is above 2^30;
 * - gamma(1 + flags), where flags is 1 when starred plus 2 when hidden plus 4 when read;
 * - the numbers of the papers in this state: gamma(how many), gamma(1 + k), and for each of them, by rising number, the
 *   gap, which is how many numbers lie between it and the one before it (from 0 on for the first): gap / 2^k, rounded
 *   down, in unary, then the k lowest bits of the gap. k is the one below 18 that takes the fewest bits, or the lowest such.
 *
 * unary(n) is n one bits and a zero bit. gamma(n) is unary(the number of bits behind n's highest one bit) and those bits.
 *
 * The key gives the month, and the lowest bits of the numbers where the shard is a part of a month (`m2402.01`: lowest bit
 * 0, next bit 1): these bits are taken off before the numbers are written. The number of a paper is the part of the
 * id behind the dot, which has four digits before 1501 and five since; an id with the other count of digits has 10,000 or
 * 100,000 added, whichever is one more than the largest usual number.
 *
 * Papers that were decided once fill two groups, starred and hidden, and listing both costs less than one list with a bit
 * for each paper that says which. A state that is rare pays with long gaps, not with bits in the marks of others.
 */
export function encodeShard(shard: Shard, groups: readonly Group[]): string {
  const writer = bitWriter();
  let version = 0;
  for (const group of groups) {
    writer.bits(1, 1);
    writeGamma(writer, 1 + group.version - version);
    writeGamma(writer, 1 + group.flags);
    writeNumbers(writer, group.numbers.map((number) => number >> shard.ending.length));
    version = group.version;
  }
  const body = writer.text();
  return FORMAT + checksum(shard, FORMAT, body) + body;
}

/**
 * Reads what `encodeShard` wrote; `text` is what storage holds under the key of this shard. Never throws, and takes no
 * longer than a full item would. What it gives are marks of papers of this shard, each paper once; all else is broken.
 */
export function decodeShard(shard: Shard, text: unknown): DecodedShard {
  if (typeof text !== 'string' || text.length > LONGEST || !isWhole(shard, text)) return { problem: 'broken' };
  if (NEWER_FORMATS.test(text)) return { problem: 'newer-format' };
  const groups = text.startsWith(FORMAT) ? readGroups(shard, text.slice(BODY_START)) : undefined;
  if (!groups) return { problem: 'broken' };
  if (groups.some(({ flags }) => flags >= UNKNOWN_FLAGS)) return { problem: 'newer-format' };
  const marks = marksOf(shard.month, groups);
  return marks ? { marks } : { problem: 'broken' };
}

function readGroups({ ending }: Shard, body: string): Group[] | undefined {
  const reader = bitReader(body);
  if (!reader) return undefined;
  const step = 2 ** ending.length;
  const lowest = [...ending].reduce((sum, bit, i) => sum + Number(bit) * 2 ** i, 0);
  const groups: Group[] = [];
  let version = 0;
  while (reader.bits(1) === 1) {
    version += readGamma(reader) - 1;
    const flags = readGamma(reader) - 1;
    const numbers = readNumbers(reader);
    if (!isVersion(version) || !numbers || reader.left() < 0) return undefined;
    groups.push({ version, flags, numbers: numbers.map((number) => number * step + lowest) });
  }
  return groups;
}

function isWhole(shard: Shard, text: string): boolean {
  const format = text.slice(0, FORMAT.length);
  return text.slice(FORMAT.length, BODY_START) === checksum(shard, format, text.slice(BODY_START));
}

function checksum(shard: Shard, format: string, body: string): string {
  let hash = 0x811c9dc5;
  const text = shardKey(shard) + format + body;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return toDigits((hash >>> 0) % 92 ** CHECKSUM_LENGTH, CHECKSUM_LENGTH);
}

/**
 * `npm run bench:sync`: five years of marks (10 stars and 30 hides a day) in storage.sync, ours beside the ways of others
 * and the entropy floor, and how long ours takes.
 */
import { type Mark, mergeMarks } from '../../src/domain/mark';
import { decodeShard } from '../../src/domain/mark-codec/shard';
import { toShard } from '../../src/domain/mark-codec/shard-key';
import { encodeShards } from '../../src/domain/mark-codec/shards';
import { type PaperId } from '../../src/domain/paper';
import { entropyFloor } from './entropy';
import { fiveYears, type MarkedPaper } from './five-years';
import { itemBytes } from './item-bytes';
import { type Items, RIVALS, type Way } from './rivals';

const SEED = 1;
const SYNC_BYTES = 102_400;
const SYNC_ITEM_BYTES = 8192;
const SYNC_ITEMS = 512;
const RUNS = 15;

type Marks = Map<PaperId, Mark>;

const history = fiveYears(SEED);
const marks: Marks = new Map(history.map(({ id, mark }) => [id, mark]));

function faultOf(items: Items, sizes: readonly number[], bytes: number): string {
  const faults = [
    ...(bytes > SYNC_BYTES ? [`${(bytes / SYNC_BYTES).toFixed(2)} times the quota`] : []),
    ...(Math.max(...sizes) > SYNC_ITEM_BYTES ? ['items too long'] : []),
    ...(items.size > SYNC_ITEMS ? ['too many items'] : []),
  ];
  return faults.length > 0 ? faults.join(', ') : `fits, ${percent(bytes / SYNC_BYTES)} of the quota`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}

function printWay({ name, pack }: Way): void {
  const items = pack(history);
  const sizes = [...items].map(([key, value]) => itemBytes(key, value));
  const bytes = sum(sizes);
  printRow(name, [bytes, bytes / history.length, items.size, Math.max(...sizes)], faultOf(items, sizes, bytes));
}

function printRow(name: string, [bytes, perMark, items, longest]: readonly number[], note: string): void {
  const numbers = [bytes?.toFixed(0), perMark?.toFixed(3), items?.toFixed(0), longest?.toFixed(0)];
  console.log(`${name.padEnd(36)}${numbers.map((text = '') => text.padStart(11)).join('')}   ${note}`);
}

function decodeAll(items: ReadonlyMap<string, string>): Marks[] {
  return [...items].map(([key, text]) => {
    const shard = toShard(key);
    const decoded = shard && decodeShard(shard, text);
    if (!decoded || !('marks' in decoded)) throw new Error(`The shard ${key} that was just encoded cannot be decoded.`);
    return decoded.marks;
  });
}

function mergeInto(local: Marks, incoming: readonly Marks[]): void {
  for (const shard of incoming) {
    for (const [id, mark] of shard) {
      const known = local.get(id);
      local.set(id, known ? mergeMarks(known, mark) : mark);
    }
  }
}

/** Milliseconds to encode, to decode and to merge all marks into those of a device that has all of them too. */
function timeOnce(local: Marks): readonly [encode: number, decode: number, merge: number] {
  const start = performance.now();
  const items = encodeShards(marks);
  const encoded = performance.now();
  const incoming = decodeAll(items);
  const decoded = performance.now();
  mergeInto(local, incoming);
  return [encoded - start, decoded - encoded, performance.now() - decoded];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function printTimes(name: string, times: readonly number[]): void {
  const [encode, decode, merge] = times.map((time) => time.toFixed(0));
  console.log(`${name.padEnd(12)}encode ${encode} ms, decode ${decode} ms, merge ${merge} ms: together ${sum(times).toFixed(0)} ms`);
}

function printBytes(list: readonly MarkedPaper[]): void {
  const again = list.filter(({ mark }) => mark.version > 1).length;
  console.log(`${list.length} marks, ${percent(again / list.length)} of them changed again; bytes as storage.sync counts them, with keys\n`);
  console.log(`${''.padEnd(36)}${['bytes', 'per mark', 'items', 'longest'].map((text) => text.padStart(11)).join('')}`);
  for (const way of RIVALS) printWay(way);
  printWay({ name: 'Papersift', pack: () => encodeShards(marks) });
  const floor = entropyFloor(list);
  printRow('entropy floor', [floor, floor / list.length], 'papers and states alone, no keys');
}

// The first run is what a worker that was just woken does; it comes before anything else has warmed the codec up.
const local: Marks = new Map(marks);
const runs = Array.from({ length: RUNS }, () => timeOnce(local));
printBytes(history);
console.log(`\nEncode, decode and merge ${history.length} marks, ${RUNS} runs`);
printTimes('first run', runs[0]!);
const sorted = runs.toSorted((a, b) => sum(a) - sum(b));
printTimes('median', sorted[Math.floor(RUNS / 2)]!);
printTimes('fastest', sorted[0]!);

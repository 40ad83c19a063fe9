import { papersByMonth, type MarkedPaper } from './five-years';

/** Printable ASCII that JSON does not escape, in either browser. */
const ONE_BYTE_CHARACTERS = 92;

/**
 * The fewest bytes of JSON text that could hold these marks on average: which papers of each month were marked, each
 * choice of so many being as likely as any other, and for each of them its state, as frequent as it is in the history.
 */
export function entropyFloor(history: readonly MarkedPaper[]): number {
  const marked = countBy(history, ({ id }) => id.slice(0, 4));
  const states = countBy(history, ({ mark }) => `${mark.version} ${mark.starred} ${mark.hidden}`);
  const papers = papersByMonth();
  let bits = 0;
  for (const [month, count] of marked) bits += bitsOfChoice(papers.get(month) ?? count, count);
  for (const count of states.values()) bits += count * Math.log2(history.length / count);
  return bits / Math.log2(ONE_BYTE_CHARACTERS);
}

/** Binary logarithm of the number of ways to choose `count` of `all`. */
function bitsOfChoice(all: number, count: number): number {
  let bits = 0;
  for (let i = 1; i <= count; i += 1) bits += Math.log2((all - count + i) / i);
  return bits;
}

function countBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

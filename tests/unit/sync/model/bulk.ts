import { editableKeywords } from '../../../../src/storage/preferences';
import type { Device } from './device';
import type { Oracle } from './oracle';
import { markReading, readingsOf, valuesOf } from './readings';

const MARKS = 500;
const KEYWORDS = 20;

/** As if of papers that were changed very often, and each as often as no other: so that few of them fill an item of storage.sync. */
const VERSIONS = 2 ** 20;

/**
 * As much at once as an import brings: 4 KB of marks of one month, and 4 KB of keywords. Two of them are more than an item
 * of storage.sync may hold.
 */
export async function writeMuch({ local, popupArea }: Device, oracle: Oracle, part: number, newId: () => string): Promise<void> {
  const known = readingsOf(valuesOf(local.texts));
  const items: Record<string, unknown> = {};
  for (let i = 0; i < MARKS; i += 1) {
    const id = `2610.${20_000 + part * MARKS + i}`;
    const subject = `mark:${id}`;
    const old = known.get(subject);
    const mark = { version: old ? old.version + 1 : (i + 1) * VERSIONS + (part * VERSIONS) / 4, starred: i % 7 === 0, hidden: i % 7 !== 0, read: i % 3 === 0 };
    oracle.record(subject, markReading(mark), oracle.behind(subject, old));
    Object.assign(items, { [subject]: mark, [`journal:${id}:part${part}`]: mark, [`paper:${id}`]: { savedAt: '' } });
  }
  await local.set(items);
  const added = Array.from({ length: KEYWORDS }, (_, i) => ({ id: newId(), source: `${'w'.repeat(180)} ${part} ${i}`, color: 'red', on: true }) as const);
  await editableKeywords(popupArea).update((now) => (now.length > 60 ? now : [...now, ...added]));
}

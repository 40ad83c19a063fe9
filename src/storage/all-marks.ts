import { mergeMarks, NO_MARK, sameMark, type Mark } from '../domain/mark';
import { monthOf, type Month } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfJournalKey, idOfMarkKey } from './keys';
import { monthsIn, readMonths, unpackMonth, type PackedMonth } from './month-marks';
import { repairMark } from './repair-mark';

/** All marks of this device. */
export interface KeptMarks {
  /** Those that the background script has packed, as they are stored. */
  readonly months: ReadonlyMap<Month, PackedMonth>;
  /** Those that may not be in `months`: changes not taken in yet, and the marks of months that are missing or damaged. */
  readonly others: ReadonlyMap<PaperId, Mark>;
  /** All of them. */
  readonly marks: ReadonlyMap<PaperId, Mark>;
}

/**
 * Reads the packed months, and by paper only what these do not give: years of marks are a few hundred items.
 * @param isWithJournal false for what there was before the changes that are to be taken in now
 */
export async function readKeptMarks(area: StorageArea, isWithJournal = true): Promise<KeptMarks> {
  const keys = await area.keys();
  const changes = keys.filter(idOfJournalKey);
  const changed = new Set(changes.map(idOfJournalKey));
  const journal = isWithJournal ? changes : [];
  // The month of an entry may be made, and the entry removed, before storage answers.
  const months = await readMonths(area, [...new Set([...monthsIn(keys), ...journal.map((key) => monthOf(idOfJournalKey(key)!))])]);
  const marks = new Map<PaperId, Mark>();
  const sound = new Set<Month>();
  for (const [month, packed] of months) {
    const unpacked = unpackMonth(packed);
    addMarks(marks, unpacked.marks);
    if (unpacked.marks.size > 0 && unpacked.broken.length + unpacked.newer.length === 0) sound.add(month);
  }
  const isUnpacked = (key: string) => {
    const id = idOfMarkKey(key);
    return id !== undefined && !sound.has(monthOf(id)) && (isWithJournal || !changed.has(id));
  };
  const others = await readMarkKeys(area, [...journal, ...keys.filter(isUnpacked)]);
  addMarks(marks, others);
  return { months, others, marks };
}

/** The marks of every paper, wherever this device keeps one: of each paper the latest. */
export async function readAllMarks(area: StorageArea): Promise<Map<PaperId, Mark>> {
  const marks = new Map((await readKeptMarks(area)).marks);
  addMarks(marks, await readMarkKeys(area, (await area.keys()).filter(idOfMarkKey)));
  return marks;
}

/** The marks under keys of papers and of the journal. What says nothing is none. */
async function readMarkKeys(area: StorageArea, keys: readonly string[]): Promise<Map<PaperId, Mark>> {
  const values = await area.get(keys);
  const marks = new Map<PaperId, Mark>();
  for (const key of keys) {
    const mark = repairMark(values[key]);
    if (!sameMark(mark, NO_MARK)) addMarks(marks, [[(idOfMarkKey(key) ?? idOfJournalKey(key))!, mark]]);
  }
  return marks;
}

/** Merges more marks into those that are known: of each paper the later one. */
export function addMarks(marks: Map<PaperId, Mark>, more: Iterable<readonly [PaperId, Mark]>): void {
  for (const [id, mark] of more) marks.set(id, mergeMarks(marks.get(id) ?? NO_MARK, mark));
}

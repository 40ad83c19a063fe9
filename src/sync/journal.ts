import { mergeMarks, NO_MARK, sameMark, type Mark } from '../domain/mark';
import { monthOf } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfJournalKey, markKey } from '../storage/keys';
import { isDamagedMark, repairMark } from '../storage/repair-mark';
import { salvageItems } from '../storage/salvage';
import { readMonthStates, takeInItems } from './month-states';

/**
 * Takes what pages wrote to the journal into the packed months. May be stopped at any point: what was taken in twice is as
 * if it was taken in once.
 * @returns the keys that can be removed; those of months that a newer version of ours packed have to stay
 */
export async function foldJournal(local: StorageArea, journal: readonly string[]): Promise<string[]> {
  if (journal.length === 0) return [];
  const ids = [...new Set(journal.map(idOfJournalKey).filter((id) => id !== undefined))];
  const values = await local.get([...journal, ...ids.map(markKey)]);
  const marks = new Map<PaperId, Mark>(ids.map((id) => [id, repairMark(values[markKey(id)])]));
  for (const key of journal) {
    const id = idOfJournalKey(key);
    if (id) marks.set(id, mergeMarks(marks.get(id)!, repairMark(values[key])));
  }
  const states = await readMonthStates(local, [...new Set(ids.map(monthOf))]);
  for (const [id, mark] of marks) marks.set(id, mergeMarks(states.get(monthOf(id))!.marks.get(id) ?? mark, mark));
  const items = takeInItems(states, new Map([...marks].filter(([, mark]) => !sameMark(mark, NO_MARK))));
  for (const [id, mark] of marks) {
    const value = values[markKey(id)];
    if (isDamagedMark(value)) Object.assign(items, salvageItems(markKey(id), value), { [markKey(id)]: mark });
    // Another write, made at the same time as this one, has won in storage though its mark is the earlier one: that of
    // another page, or of a page that had not heard of what was merged here before.
    if (!sameMark(repairMark(value), mark)) items[markKey(id)] = mark;
  }
  if (Object.keys(items).length > 0) await local.set(items);
  const isLeft = (key: string) => {
    const id = idOfJournalKey(key);
    return id !== undefined && states.get(monthOf(id))!.isBlocked;
  };
  return journal.filter((key) => !isLeft(key));
}

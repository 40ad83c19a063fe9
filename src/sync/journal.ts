import { mergeMarks, sameMark, type Mark } from '../domain/mark';
import { monthOf } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfJournalKey, markKey } from '../storage/keys';
import { repairMark } from '../storage/repair-mark';
import { readMonthStates, takeInItems } from './month-states';

/**
 * Takes what pages wrote to the journal into the packed months, then removes it there. May be stopped at any point: what
 * was taken in twice is as if it was taken in once.
 * @returns the keys that were removed; those of months that a newer version of ours packed stay
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
  const items = takeInItems(states, marks);
  for (const [id, mark] of marks) {
    // Another write, made at the same time as this one, has won in storage though its mark is the earlier one: that of
    // another page, or of a page that had not heard of what was merged here before.
    if (!sameMark(repairMark(values[markKey(id)]), mark)) items[markKey(id)] = mark;
  }
  if (Object.keys(items).length > 0) await local.set(items);
  const isLeft = (key: string) => {
    const id = idOfJournalKey(key);
    return id !== undefined && states.get(monthOf(id))!.isBlocked;
  };
  const done = journal.filter((key) => !isLeft(key));
  await local.remove(done);
  return done;
}

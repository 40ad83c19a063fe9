import { mergeMarks, sameMark, type Mark } from '../domain/mark';
import type { Month } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { markKey, paperKey } from '../storage/keys';
import { readMonths, unpackMonth } from '../storage/month-marks';
import { repairMark } from '../storage/repair-mark';
import { readMonthStates, sameItems, takeInItems, type MonthState } from './month-states';

type Items = Readonly<Record<string, unknown>>;

/** What storage.sync holds of a month, and what it was heard to hold meanwhile and may hold no more. */
export type MonthMessages = ReadonlyMap<Month, readonly Items[]>;

/**
 * Merges what came from other devices into this one, month by month, each in one write: what is stopped half-way goes on
 * at the next round.
 * @returns whether there was anything new
 */
export async function mergeMonths(local: StorageArea, messages: MonthMessages, now: Date): Promise<boolean> {
  let isNews = false;
  const states = await readMonthStates(local, await monthsToMerge(local, messages));
  for (const [month, state] of states) {
    const news = laterMarks(state, messages.get(month)!);
    if (news.size === 0 || state.isBlocked) continue;
    const items = { ...(await markItemsFor(local, news, now)), ...takeInItems(states, news) };
    await local.set(items);
    isNews = true;
  }
  return isNews;
}

/** Whether merging the messages would change anything here. */
export async function hasNews(local: StorageArea, messages: MonthMessages): Promise<boolean> {
  const states = await readMonthStates(local, await monthsToMerge(local, messages));
  return [...states].some(([month, state]) => laterMarks(state, messages.get(month)!).size > 0);
}

/** Months of which a message has another text than this device: the others need not be unpacked. */
async function monthsToMerge(local: StorageArea, messages: MonthMessages): Promise<Month[]> {
  const packed = await readMonths(local, [...messages.keys()]);
  return [...messages].filter(([month, all]) => all.some((items) => !sameItems(packed.get(month)!, items))).map(([month]) => month);
}

function laterMarks({ packed, marks }: MonthState, messages: readonly Items[]): Map<PaperId, Mark> {
  const later = new Map<PaperId, Mark>();
  for (const items of messages) {
    if (sameItems(packed, items)) continue;
    for (const [id, mark] of unpackMonth(items).marks) {
      const known = later.get(id) ?? marks.get(id);
      const merged = known ? mergeMarks(known, mark) : mark;
      if (!known || !sameMark(known, merged)) later.set(id, merged);
    }
  }
  return later;
}

/** The marks themselves, and for a star of which this device knows nothing a place for what a page will tell of its paper. */
async function markItemsFor(local: StorageArea, marks: ReadonlyMap<PaperId, Mark>, now: Date): Promise<Record<string, unknown>> {
  const starred = [...marks].filter(([, mark]) => mark.starred).map(([id]) => id);
  const values = await local.get([...[...marks.keys()].map(markKey), ...starred.map(paperKey)]);
  const items: Record<string, unknown> = {};
  for (const [id, mark] of marks) {
    const known = repairMark(values[markKey(id)]);
    const merged = mergeMarks(known, mark);
    if (!sameMark(known, merged)) items[markKey(id)] = merged;
  }
  for (const id of starred) {
    if (values[paperKey(id)] === undefined) items[paperKey(id)] = { savedAt: now.toISOString() };
  }
  return items;
}

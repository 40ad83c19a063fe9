import { STAR_STEP, type Mark } from '../domain/mark';
import { monthOf, type Month } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfMarkKey, markKey } from '../storage/keys';
import { salvageItems } from '../storage/salvage';
import { takeSnapshot } from '../storage/snapshots';
import { groupByMonth, readMarks, readMonthStates, takeInItems } from './month-states';

const DATA_VERSION = 1;

/**
 * Packs the marks of months that are not packed: those of a version of ours that did not pack them, and those whose packed
 * month was taken out of storage by hand. Then notes that this version has been here, after a snapshot of what it found.
 */
export async function packMissingMonths(local: StorageArea, keys: readonly string[], months: ReadonlySet<Month>, now: Date): Promise<void> {
  const isUpdate = !keys.includes('data-version');
  const missing = groupByMonth(keys.filter((key) => isOfMissingMonth(key, months)), (key) => idOfMarkKey(key)!);
  for (const [month, markKeys] of missing) {
    const states = await readMonthStates(local, [month]);
    const marks = await readMarks(local, markKeys);
    const raised = isUpdate ? raiseStars(marks) : new Map<PaperId, Mark>();
    const items = { ...takeInItems(states, new Map([...marks, ...raised])), ...toMarkItems(raised) };
    if (Object.keys(items).length > 0) await local.set(items);
  }
  if (!isUpdate) return;
  await takeSnapshot(local, 'before-migration', now);
  await local.set({ 'data-version': DATA_VERSION });
}

/** Stars of a version of ours that counted them like hides: they are to be later than hides, too. */
function raiseStars(marks: ReadonlyMap<PaperId, Mark>): Map<PaperId, Mark> {
  const early = [...marks].filter(([, { starred, version }]) => starred && version < STAR_STEP);
  return new Map(early.map(([id, mark]) => [id, { ...mark, version: STAR_STEP }]));
}

function toMarkItems(marks: ReadonlyMap<PaperId, Mark>): Record<string, Mark> {
  return Object.fromEntries([...marks].map(([id, mark]) => [markKey(id), mark]));
}

function isOfMissingMonth(key: string, months: ReadonlySet<Month>): boolean {
  const id = idOfMarkKey(key);
  return id !== undefined && !months.has(monthOf(id));
}

interface SnapshotState {
  /** The day of the last daily snapshot, in UTC. */
  readonly day?: string;
  /** Whether something has changed since. */
  readonly isDue?: boolean;
}

/** Takes the snapshot of the day, before what is new today is taken in, when there was a change since the last one. */
export async function snapshotOfTheDay(local: StorageArea, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  const state = await readSnapshotState(local);
  if (state.day === day || !state.isDue) return;
  await takeSnapshot(local, 'daily', now);
  await local.set({ 'snapshot-state': { day, isDue: false } satisfies SnapshotState });
}

/** To be called when something has changed, so that the next day's first round takes a snapshot. */
export async function noteChange(local: StorageArea): Promise<void> {
  const state = await readSnapshotState(local);
  if (!state.isDue) await local.set({ 'snapshot-state': { ...state, isDue: true } });
}

async function readSnapshotState(local: StorageArea): Promise<SnapshotState> {
  const { day, isDue } = Object((await local.get(['snapshot-state']))['snapshot-state']) as SnapshotState;
  return { ...(typeof day === 'string' && { day: day.slice(0, 10) }), isDue: isDue === true };
}

/** Takes a snapshot before what another device sent is merged for the first time. */
export async function snapshotBeforeFirstMerge(local: StorageArea, isNews: () => Promise<boolean>, now: Date): Promise<void> {
  if ((await local.get(['sync-joined']))['sync-joined'] === true || !(await isNews())) return;
  await takeSnapshot(local, 'before-merge', now);
  await local.set({ 'sync-joined': true });
}

/** Keeps aside what storage.sync holds under keys of ours that cannot be read, before it is written over. */
export async function salvageBroken(local: StorageArea, broken: ReadonlyMap<string, unknown>): Promise<void> {
  if (broken.size === 0) return;
  const items = Object.assign({}, ...[...broken].map(([key, value]) => salvageItems(`sync:${key}`, value))) as Record<string, { text?: string }>;
  const kept = await local.get(Object.keys(items));
  const isNew = ([key, { text }]: [string, { text?: string }]) => (Object(kept[key]) as { text?: string }).text !== text;
  const fresh = Object.entries(items).filter(isNew);
  if (fresh.length === 0) return;
  await local.set(Object.fromEntries(fresh));
}

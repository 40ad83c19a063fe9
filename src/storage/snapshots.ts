import { canonicalText } from '../domain/canonical';
import { liveKeywords } from '../domain/keyword-entries';
import type { ExclusiveArea } from '../platform/exclusive-area';
import type { StorageArea } from '../platform/storage-area';
import { readAllMarks, readKeptMarks } from './all-marks';
import { packMonth } from './month-marks';
import { editableKeywords, editableSettings } from './preferences';
import { repairEntries, repairSettings } from './repair-preferences';
import { repairSnapshot, type Snapshot, type SnapshotReason } from './repair-snapshot';
import { restoredMarks } from './restored-marks';
import { nextSnapshotKey, snapshotKeysIn } from './snapshot-keys';
import { writeMarks } from './write-marks';

export { isSnapshotKey } from './snapshot-keys';

/** What can be said of a snapshot without restoring it. */
export interface SnapshotInfo extends Pick<Snapshot, 'at' | 'reason' | 'counts'> {
  readonly key: string;
}

const KEPT = 7;

/**
 * Keeps what this device has now, unless it has nothing or the newest snapshot says just that. The newest 7 stay. Rejects
 * with the browser's error; no older one has gone by then.
 */
export function takeSnapshot(area: StorageArea, reason: SnapshotReason, now: Date): Promise<void> {
  return keepSnapshot(area, reason, now, undefined);
}

/** The snapshots that can be restored, newest first. */
export async function listSnapshots(area: StorageArea): Promise<SnapshotInfo[]> {
  const keys = snapshotKeysIn(await area.keys());
  const values = await area.get(keys);
  return keys.flatMap((key) => {
    const snapshot = repairSnapshot(values[key]);
    return snapshot ? [{ key, at: snapshot.at, reason: snapshot.reason, counts: snapshot.counts }] : [];
  });
}

/**
 * Brings marks, keywords and settings back to what a snapshot holds, as new decisions, so that they win on all devices.
 * Takes a snapshot of what there was before. When it was stopped half-way it can be called again.
 * @returns whether anything was not as it was then
 * @throws Error when there is no such snapshot or it cannot be read; the browser's error when something could not be written
 */
export async function restoreSnapshot(area: ExclusiveArea, key: string): Promise<boolean> {
  const snapshot = await readSnapshot(area, key);
  if (!snapshot) throw new Error(`There is no readable ${key}.`);
  await keepSnapshot(area, 'before-restore', new Date(), key);
  const marks = restoredMarks(snapshot, await readAllMarks(area));
  await writeMarks(area, marks, snapshot.at);
  const before = await readPreferenceText(area);
  await restorePreferences(area, snapshot);
  return marks.size > 0 || (await readPreferenceText(area)) !== before;
}

/** @param needed the key of one that stays however old it is */
async function keepSnapshot(area: StorageArea, reason: SnapshotReason, now: Date, needed: string | undefined): Promise<void> {
  // That of the day is taken when the day's first changes wait in the journal, and is to bring back what was before them.
  const content = await readContent(area, reason !== 'daily');
  if (!content) return;
  const keys = snapshotKeysIn(await area.keys());
  const newest = keys[0] === undefined ? undefined : await readSnapshot(area, keys[0]);
  if (newest && isSame(newest, content)) return;
  const key = nextSnapshotKey(keys[0], now);
  await area.set({ [key]: { format: 1, at: now.toISOString(), reason, ...content } satisfies Snapshot });
  // By age alone: one that this version cannot read may be a newer version's.
  const dropped = [key, ...keys].slice(KEPT).filter((each) => each !== needed);
  if (dropped.length > 0) await area.remove(dropped);
}

type Content = Pick<Snapshot, 'months' | 'others' | 'keywords' | 'settings' | 'counts'>;

async function readContent(area: StorageArea, isWithJournal: boolean): Promise<Content | undefined> {
  const { months, others, marks } = await readKeptMarks(area, isWithJournal);
  const stored = await area.get(['keywords', 'settings']);
  const keywords = copyable(stored['keywords'], repairEntries);
  const settings = copyable(stored['settings'], repairSettings);
  if (marks.size === 0 && keywords === undefined && settings === undefined) return undefined;
  const all = [...marks.values()];
  return {
    months: Object.fromEntries(months),
    others: packMonth(others),
    keywords,
    settings,
    counts: {
      starred: all.filter(({ starred }) => starred).length,
      hidden: all.filter(({ hidden }) => hidden).length,
      keywords: liveKeywords(repairEntries(keywords)).length,
    },
  };
}

function isSame(a: Content, b: Content): boolean {
  const textOf = ({ months, others, keywords, settings }: Content) => textIfAny({ months, others, keywords, settings });
  const text = textOf(a);
  return text !== undefined && text === textOf(b);
}

/** The value as it is, or what can be read of it where it cannot be copied. */
function copyable(value: unknown, repair: (value: unknown) => unknown): unknown {
  return textIfAny(value) === undefined ? repair(value) : value;
}

/** Undefined for what is nested too deep, or what Firefox can store and JSON cannot say. */
function textIfAny(value: unknown): string | undefined {
  try {
    return canonicalText(value);
  } catch {
    return undefined;
  }
}

async function readSnapshot(area: StorageArea, key: string): Promise<Snapshot | undefined> {
  return repairSnapshot((await area.get([key]))[key]);
}

/** What was damaged when the snapshot was taken says nothing of what the reader wanted then. */
async function restorePreferences(area: ExclusiveArea, { keywords = [], settings = {} }: Snapshot): Promise<void> {
  if (Array.isArray(keywords)) {
    const then = liveKeywords(repairEntries(keywords));
    await editableKeywords(area).update(() => then);
  }
  if (typeof settings === 'object' && settings !== null) await editableSettings(area).update(() => repairSettings(settings));
}

async function readPreferenceText(area: StorageArea): Promise<string | undefined> {
  return textIfAny(await area.get(['keywords', 'settings']));
}

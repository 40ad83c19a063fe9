import type { SyncStatus } from '../domain/sync-status';
import type { ExclusiveArea } from '../platform/exclusive-area';
import type { StorageArea } from '../platform/storage-area';
import { readMonths } from '../storage/month-marks';
import { boundSalvage } from '../storage/salvage';
import { syncStatusItem } from '../storage/sync-status';
import { keepCutoff } from './cutoff';
import { hasNews, mergeMonths } from './incoming';
import { foldJournal } from './journal';
import { watchKeys } from './known-keys';
import { gatherMessages, hearMessages, type Messages } from './messages';
import { monthCheck } from './month-check';
import { makePlan, type Own, type Plan } from './plan';
import { exchangePreferences, hasOtherPreferences } from './preferences';
import { push, toPause } from './push';
import { lackOf, pauseUntilTried, statusOf, statusOfFailure } from './round-status';
import { noteChange, packMissingMonths, salvageBroken, snapshotBeforeFirstMerge, snapshotOfTheDay } from './safeguards';
import { isSameContent, sortItems } from './sync-items';

type Items = Readonly<Record<string, unknown>>;

export interface SyncPorts {
  readonly local: ExclusiveArea;
  readonly sync: StorageArea;
  now(): Date;
}

export interface RoundResult {
  readonly status: SyncStatus;
  /** Whether something is to be written that was not. */
  readonly isDue: boolean;
  /** Starred papers; undefined after a round that failed before it knew. */
  readonly stars?: number;
}

export interface SyncEngine {
  /**
   * Takes in what was decided on this device and what others sent and, unless it has to wait with that, writes what
   * storage.sync lacks. Never rejects. A round waits for the one before.
   */
  round(mayWrite?: boolean): Promise<RoundResult>;
}

/** So often storage.sync is read before it is written at last, though it changes all the time. */
const MOST_LOOKS = 3;

/**
 * The exchange between storage.local, the truth of this device, and storage.sync, the message to the others. It compares
 * what is there with what should be there, so that it does not matter what was missed, came twice, or was stopped half-way.
 */
export function createSyncEngine({ local: area, sync, now }: SyncPorts, signal: AbortSignal): SyncEngine {
  const known = watchKeys(area, signal);
  const local = known.noted;
  const heard = hearMessages(sync, signal);
  const statusItem = syncStatusItem(local);
  const check = monthCheck();
  // Entries of the journal that were taken in. They go when the status tells of them, so that it is never behind an empty journal.
  let taken: readonly string[] = [];

  const takeIn = async () => {
    if (known.isUnsure()) await packMissingMonths(local, await known.list(), known.months, now());
    await check.repair(local, [...known.months]);
    await snapshotOfTheDay(local, now());
    taken = await foldJournal(local, [...known.journal]);
  };
  const tell = async (status: SyncStatus, before: SyncStatus | undefined) => {
    if (JSON.stringify(status) !== JSON.stringify(before)) await statusItem.set(status);
    if (taken.length > 0) await local.remove(taken);
    known.forget(taken);
    taken = [];
    if (known.hasSalvaged()) await boundSalvage(local);
  };
  const merge = async (messages: Messages): Promise<Own> => {
    const isNews = async () => (await hasNews(local, messages.months)) || hasOtherPreferences(local, messages.preferences);
    await snapshotBeforeFirstMerge(local, isNews, now());
    const isNewMark = await mergeMonths(local, messages.months, now());
    const { preferences, isChanged } = await exchangePreferences(local, messages.preferences);
    if (isNewMark || isChanged) await noteChange(local);
    const months = await readMonths(local, [...known.months]);
    return { months, preferences, cutoff: await keepCutoff(local, messages.cutoffs, now()), left: known.journal.size - taken.length };
  };
  const write = async (own: Own, items: Items, plan: Plan): Promise<Omit<RoundResult, 'stars'>> => {
    await salvageBroken(local, plan.broken);
    await keepCutoff(local, [plan.cutoff], now());
    try {
      const itemsAfter = await push(sync, items, plan);
      const after = makePlan(own, sortItems(itemsAfter), now());
      return { status: statusOf(after, itemsAfter, after.waiting > 0 ? lackOf(after) : undefined), isDue: after.isDue };
    } catch (error) {
      return { status: statusOf(plan, items, toPause(error)), isDue: true };
    }
  };
  const exchange = async (mayWrite: boolean, before: SyncStatus | undefined, looks = MOST_LOOKS): Promise<RoundResult> => {
    const items = await sync.getAll();
    const messages = heard.all();
    const own = await merge(gatherMessages(sortItems(items), messages));
    heard.forget(messages.length);
    const plan = makePlan(own, sortItems(items), now());
    if (plan.isDue) await noteChange(local);
    const stars = check.countStars(own.months);
    if (plan.isDue && mayWrite) {
      // What came meanwhile is merged first: written over, it would be lost if its device never came back.
      if (looks > 1 && !isSameContent(items, await sync.getAll())) return exchange(true, before, looks - 1);
      return { ...(await write(own, items, plan)), stars };
    }
    return { status: statusOf(plan, items, pauseUntilTried(before, plan)), isDue: plan.isDue, stars };
  };
  const round = async (mayWrite: boolean): Promise<RoundResult> => {
    let before: SyncStatus | undefined;
    try {
      before = await statusItem.get();
      await takeIn();
      const result = await exchange(mayWrite, before);
      await tell(result.status, before);
      return result;
    } catch (error) {
      const status = statusOfFailure(before, toPause(error));
      await tell(status, before).catch(() => undefined);
      return { status, isDue: true };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    round(mayWrite = true) {
      const next = last.then(() => round(mayWrite));
      last = next;
      return next;
    },
  };
}

import { STAR_STEP, type Mark } from '../domain/mark';
import type { Month } from '../domain/mark-codec/paper-number';
import type { StorageArea } from '../platform/storage-area';

/**
 * The item of storage.sync that says which hides are not in it: `"2305"` for those of papers before May 2023. It only ever
 * rises, and of two the later one counts, so that no device sends again what another took out to make room.
 */
export const CUTOFF_KEY = 'c';

/**
 * Months from now. A cutoff is never among the newest 180 days of papers; this leaves a year for a clock that is behind. A later one
 * is no device's decision, and believed it would keep all hides here for ever.
 */
const LATEST = 12 - 5;

const MONTH = /^\d{2}(0[1-9]|1[0-2])$/;

/** The later of what cutoffs say; undefined where nothing was ever taken out. What is no month is none. */
export function latestCutoff(cutoffs: readonly unknown[], now: Date): Month | undefined {
  const latest = shiftMonth(monthOfDate(now), LATEST);
  const months = cutoffs.filter((cutoff): cutoff is Month => typeof cutoff === 'string' && MONTH.test(cutoff) && cutoff <= latest);
  return months.sort().at(-1);
}

export function isBeforeCutoff(month: Month, cutoff: Month | undefined): boolean {
  return cutoff !== undefined && month < cutoff;
}

/**
 * Whether a mark may leave storage.sync when room is needed. Stars never do, nor does what came after a star: it tells another
 * device that its star was taken away. So what left is always earlier than what other devices send, and is never sent to
 * put them right only to be taken out again.
 */
export function mayStayHere({ starred, version }: Mark): boolean {
  return !starred && version < STAR_STEP;
}

/** The month after, or so many months before (negative). */
export function shiftMonth(month: Month, by: number): Month {
  const months = Number(month.slice(0, 2)) * 12 + Number(month.slice(2)) - 1 + by;
  const clamped = Math.min(Math.max(months, 0), 99 * 12 + 11);
  return String(Math.floor(clamped / 12)).padStart(2, '0') + String((clamped % 12) + 1).padStart(2, '0');
}

export function monthOfDate(date: Date): Month {
  return date.toISOString().slice(2, 4) + date.toISOString().slice(5, 7);
}

const LOCAL_KEY = 'sync-cutoff';

/** The latest of the cutoff that this device knows and those given, which it knows from then on. */
export async function keepCutoff(local: StorageArea, cutoffs: readonly unknown[], now: Date): Promise<Month | undefined> {
  const known = latestCutoff([(await local.get([LOCAL_KEY]))[LOCAL_KEY]], now);
  const latest = latestCutoff([known, ...cutoffs], now);
  if (latest !== known) await local.set({ [LOCAL_KEY]: latest });
  return latest;
}

import type { Month } from '../domain/mark-codec/paper-number';
import type { SyncStatus } from '../domain/sync-status';
import { unpackMonth, type PackedMonth } from '../storage/month-marks';
import { mayStayHere, monthOfDate, shiftMonth } from './cutoff';
import { desiredMonth } from './outgoing';
import { bytesOf, SYNC_QUOTA } from './sync-items';

/** Five years of triage fit into this (`npm run bench:sync`); the rest is for what others write meanwhile. */
const BUDGET = 0.9 * SYNC_QUOTA.bytes;
/** Some months before hides have to go: a busy month takes 1.6 % of the space. */
const NEARLY_FULL = 0.85 * BUDGET;
/** With all hides in it: then there is room for those that had to go once, on devices that have more of them, too. */
const PLENTY = 0.7 * BUDGET;
/** Hides of the newest 180 days of papers are never taken out. */
const NEWEST_MONTHS = 6;

export interface Room {
  /** What storage.sync should hold of each month. */
  readonly desired: ReadonlyMap<Month, PackedMonth>;
  readonly cutoff: Month | undefined;
  readonly space: SyncStatus['space'];
  readonly keptBefore: Month | undefined;
}

interface Wanted {
  /** By rising month. */
  readonly months: readonly (readonly [Month, PackedMonth])[];
  readonly heldOf: (month: Month) => Readonly<Record<string, unknown>>;
  readonly cutoff: Month | undefined;
  /** Bytes of all other items. */
  readonly otherBytes: number;
  readonly now: Date;
}

/**
 * Makes all marks fit: hides of the oldest months go first, and as few as need be. Where there is plenty of room again, a cutoff
 * keeps nothing out.
 */
export function makeRoom({ months, heldOf, cutoff: given, otherBytes, now }: Wanted): Room {
  const newest = newestCutoff(months.map(([month]) => month), now);
  const active = sum(otherBytes, months) > PLENTY ? given : undefined;
  const desired = new Map(months.map(([month, packed]) => [month, desiredMonth(month, packed, heldOf(month), active, false)]));
  let total = sum(otherBytes, desired);
  let cutoff = active;
  for (const [month, packed] of months) {
    if (total <= BUDGET || month >= newest) break;
    const next = shiftMonth(month, 1);
    const raised = cutoff === undefined || next > cutoff ? next : cutoff;
    const compact = desiredMonth(month, packed, heldOf(month), raised, true);
    const saved = bytesOf(Object.entries(desired.get(month)!)) - bytesOf(Object.entries(compact));
    // A month that has nothing to spare is no reason to keep back the hides of all before it.
    if (saved <= 0) continue;
    cutoff = raised;
    desired.set(month, compact);
    total -= saved;
  }
  return { desired, cutoff: cutoff ?? given, ...spaceOf(total, cutoff, () => firstToGo(months, newest)) };
}

function spaceOf(total: number, cutoff: Month | undefined, findNext: () => Month | undefined): Pick<Room, 'space' | 'keptBefore'> {
  if (total <= NEARLY_FULL) return { space: 'enough', keptBefore: cutoff };
  if (cutoff !== undefined || total > BUDGET) return { space: 'full', keptBefore: cutoff };
  return { space: 'nearly-full', keptBefore: findNext() };
}

function sum(otherBytes: number, months: Iterable<readonly [Month, PackedMonth]>): number {
  return [...months].reduce((bytes, [, items]) => bytes + bytesOf(Object.entries(items)), otherBytes);
}

/** The latest that the cutoff may be. A month ahead of the device's clock is a slip, unless there is no other. */
function newestCutoff(months: readonly Month[], now: Date): Month {
  const next = shiftMonth(monthOfDate(now), 1);
  const newest = months.filter((month) => month <= next).at(-1) ?? months.at(-1) ?? next;
  return shiftMonth(newest, 1 - NEWEST_MONTHS);
}

function firstToGo(months: Wanted['months'], newest: Month): Month | undefined {
  const first = months.find(([month, packed]) => month < newest && [...unpackMonth(packed).marks.values()].some(mayStayHere));
  return first && shiftMonth(first[0], 1);
}

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

/** Makes all marks fit: hides of the oldest months go first, and as few as need be. */
export function makeRoom({ months, heldOf, cutoff: given, otherBytes, now }: Wanted): Room {
  const desired = new Map(months.map(([month, packed]) => [month, desiredMonth(month, packed, heldOf(month), given, false)]));
  const newest = newestCutoff(months.map(([month]) => month), now);
  const bytes = new Map([...desired].map(([month, items]) => [month, bytesOf(Object.entries(items))]));
  let total = [...bytes.values()].reduce((sum, each) => sum + each, otherBytes);
  const isNearlyFull = total > NEARLY_FULL;
  let cutoff = given;
  for (const [month, packed] of months) {
    if (total <= BUDGET || month >= newest) break;
    const next = shiftMonth(month, 1);
    if (cutoff === undefined || next > cutoff) cutoff = next;
    const compact = desiredMonth(month, packed, heldOf(month), cutoff, true);
    desired.set(month, compact);
    total += bytesOf(Object.entries(compact)) - bytes.get(month)!;
  }
  const next = isNearlyFull ? firstToGo(months, newest) : undefined;
  return { desired, cutoff, space: cutoff ? 'full' : next ? 'nearly-full' : 'enough', keptBefore: cutoff ?? next };
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

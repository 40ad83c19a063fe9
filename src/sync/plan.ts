import type { Month } from '../domain/mark-codec/paper-number';
import type { Preferences } from '../domain/preference-codec/preferences';
import type { SyncStatus } from '../domain/sync-status';
import { unpackMonth, type PackedMonth } from '../storage/month-marks';
import { CUTOFF_KEY } from './cutoff';
import { sameItems } from './month-states';
import { selectFitting, type Entry } from './fitting';
import { countWaiting } from './outgoing';
import { comparePreferences } from './preferences';
import { makeRoom } from './room';
import { allItems, bytesOf, type SyncItems } from './sync-items';

/** What this device has. */
export interface Own {
  readonly months: ReadonlyMap<Month, PackedMonth>;
  readonly preferences: Preferences;
  readonly cutoff: Month | undefined;
  /** Entries of the journal that cannot be taken in, since a newer version of ours packed their months. */
  readonly left: number;
}

/** What is to be done to storage.sync. */
export interface Plan {
  /** Items that differ and for which there is room. */
  readonly writes: readonly Entry[];
  /** Whether there are others, for which there is none. */
  readonly isShortOfRoom: boolean;
  readonly stale: readonly string[];
  /** Whether there is anything to write or to remove. */
  readonly isDue: boolean;
  /** Items under keys of ours that cannot be read, and are to be written over. */
  readonly broken: ReadonlyMap<string, unknown>;
  /** Papers, keywords and settings that storage.sync does not hold as it should. */
  readonly waiting: number;
  /** Those of them that cannot be written, since a newer version of ours wrote what stands there. */
  readonly blockedWaiting: number;
  readonly cutoff: Month | undefined;
  readonly space: SyncStatus['space'];
  readonly keptBefore: Month | undefined;
}

/** @param now bounds which papers are old enough for their hides to leave storage.sync */
export function makePlan(own: Own, held: SyncItems, now: Date): Plan {
  const heldOf = (month: Month) => held.months.get(month) ?? {};
  const { free, blocked, broken } = sortMonths(own.months, heldOf);
  const preferences = comparePreferences(own.preferences, held.preferences);
  const blockedItems = blocked.flatMap(([month]) => Object.entries(heldOf(month)));
  const others = [...preferences.wanted, ...preferences.left, ...blockedItems, ...held.foreign, [CUTOFF_KEY, '0000'] as const];
  const { desired, cutoff, space, keptBefore } = makeRoom({ months: free, heldOf, cutoff: own.cutoff, otherBytes: bytesOf(others), now });

  const differing = [...desired].filter(([month, items]) => !sameItems(items, heldOf(month)));
  // The most important first.
  const differences: Entry[] = [
    ...preferences.writes,
    ...(cutoff === undefined || cutoff === held.cutoff ? [] : [[CUTOFF_KEY, cutoff] as const]),
    ...differing.toReversed().flatMap(([month, items]) => Object.entries(items).filter(([key, text]) => heldOf(month)[key] !== text)),
  ];
  const writes = selectFitting(allItems(held), differences);
  // What moves to other items is not taken out before there is room for them.
  const isWritten = (entry: Entry) => writes.includes(entry);
  const left = new Set(differences.filter((entry) => !isWritten(entry)).map(([key]) => key));
  const hasRoom = (keys: readonly string[]) => !keys.some((key) => left.has(key));
  const stale = [
    ...(hasRoom(preferences.wanted.map(([key]) => key)) ? preferences.stale : []),
    ...differing.flatMap(([month, items]) => (hasRoom(Object.keys(items)) ? Object.keys(heldOf(month)).filter((key) => !(key in items)) : [])),
  ];
  const waitingIn = (some: readonly (readonly [Month, PackedMonth])[]) => sum(some.map(([month, items]) => countWaiting(items, heldOf(month))));
  const unwritable = own.left + waitingIn(blocked);
  return {
    writes,
    isShortOfRoom: writes.length < differences.length,
    stale,
    isDue: writes.length + stale.length > 0,
    broken: new Map([...broken, ...preferences.broken]),
    waiting: preferences.waiting + unwritable + waitingIn(differing),
    blockedWaiting: preferences.blockedWaiting + unwritable,
    cutoff,
    space,
    keptBefore,
  };
}

/** Months by rising month, those apart of which a newer version of ours wrote an item, here or there. */
function sortMonths(months: Own['months'], heldOf: (month: Month) => Readonly<Record<string, unknown>>) {
  const free: [Month, PackedMonth][] = [];
  const blocked: [Month, PackedMonth][] = [];
  const broken = new Map<string, unknown>();
  for (const [month, packed] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const held = heldOf(month);
    // Unpacking takes time; most months are as they should be.
    const isSame = sameItems(packed, held);
    const there = isSame ? undefined : unpackMonth(held);
    for (const key of there?.broken ?? []) broken.set(key, held[key]);
    const isBlocked = !isSame && there!.newer.length + unpackMonth(packed).newer.length > 0;
    (isBlocked ? blocked : free).push([month, packed]);
  }
  return { free, blocked, broken };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

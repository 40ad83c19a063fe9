import type { StorageArea } from '../platform/storage-area';
import type { Month } from '../domain/mark-codec/paper-number';
import type { MonthMessages } from './incoming';
import { sortItems, type SyncItems } from './sync-items';

/** What other devices say: what storage.sync holds, and what it was heard to hold since the last round. */
export interface Messages {
  readonly months: MonthMessages;
  readonly preferences: readonly ReadonlyMap<string, unknown>[];
  readonly cutoffs: readonly unknown[];
}

export interface Heard {
  all(): readonly Readonly<Record<string, unknown>>[];
  /** Forgets the first `count`, which have been merged. */
  forget(count: number): void;
}

/**
 * Keeps what arrives in storage.sync: between our reading and our writing it might be written over, and the device that sent
 * it may never come back to send it again.
 */
export function hearMessages(sync: StorageArea, signal: AbortSignal): Heard {
  const heard: Readonly<Record<string, unknown>>[] = [];
  sync.onChanged((changes) => void heard.push(Object.fromEntries([...changes].filter(([, value]) => value !== undefined))), signal);
  return { all: () => [...heard], forget: (count) => void heard.splice(0, count) };
}

export function gatherMessages(held: SyncItems, heard: readonly Readonly<Record<string, unknown>>[]): Messages {
  const all = [held, ...heard.map(sortItems)];
  const months = new Map<Month, Readonly<Record<string, unknown>>[]>();
  for (const each of all) {
    for (const [month, items] of each.months) months.set(month, [...(months.get(month) ?? []), items]);
  }
  return { months, preferences: all.map(({ preferences }) => preferences), cutoffs: all.map(({ cutoff }) => cutoff) };
}

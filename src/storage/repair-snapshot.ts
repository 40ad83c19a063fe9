import { isCounter } from '../domain/counter';
import { fieldsIn, isText } from './fields';
import type { PackedMonth } from './month-marks';

export const SNAPSHOT_REASONS = ['daily', 'before-merge', 'before-migration', 'before-restore', 'before-import'] as const;

export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

export interface SnapshotCounts {
  readonly starred: number;
  readonly hidden: number;
  readonly keywords: number;
}

/** What this device had at a time. */
export interface Snapshot {
  readonly format: 1;
  /** ISO 8601 in UTC, by the clock of this device. */
  readonly at: string;
  readonly reason: SnapshotReason;
  /** By arXiv month (YYMM), as the background script had packed them. */
  readonly months: Readonly<Record<string, PackedMonth>>;
  /** Marks that may not be in `months`, packed too. */
  readonly others: PackedMonth;
  /** As stored, or repaired where that cannot be copied; undefined when nothing was. */
  readonly keywords?: unknown;
  readonly settings?: unknown;
  readonly counts: SnapshotCounts;
}

/** A snapshot; undefined for one of another format, or one that could bring back only a part of what it was taken of. */
export function repairSnapshot(value: unknown): Snapshot | undefined {
  const { format, at, reason, months, others, keywords, settings, counts } = fieldsIn(value);
  if (format !== 1 || !isText(at) || !isRecord(months, isPacked) || !isPacked(others)) return undefined;
  const { starred, hidden, keywords: words } = fieldsIn(counts);
  return {
    format,
    at,
    reason: SNAPSHOT_REASONS.find((each) => each === reason) ?? 'daily',
    months,
    others,
    keywords,
    settings,
    counts: { starred: toCount(starred), hidden: toCount(hidden), keywords: toCount(words) },
  };
}

function isRecord<T>(value: unknown, isSound: (each: unknown) => each is T): value is Readonly<Record<string, T>> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isSound);
}

function isPacked(value: unknown): value is PackedMonth {
  return isRecord(value, isText);
}

function toCount(value: unknown): number {
  return isCounter(value) ? value : 0;
}

import * as v from 'valibot';
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

const count = v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const packed = v.record(v.string(), v.string());

const snapshotSchema = v.object({
  format: v.literal(1),
  at: v.string(),
  reason: v.fallback(v.picklist(SNAPSHOT_REASONS), 'daily'),
  months: v.record(v.string(), packed),
  others: packed,
  keywords: v.optional(v.unknown()),
  settings: v.optional(v.unknown()),
  counts: v.fallback(v.object({ starred: count, hidden: count, keywords: count }), { starred: 0, hidden: 0, keywords: 0 }),
});

/** A snapshot; undefined for one of another format, or one that could bring back only a part of what it was taken of. */
export function repairSnapshot(value: unknown): Snapshot | undefined {
  const result = v.safeParse(snapshotSchema, value);
  return result.success ? result.output : undefined;
}

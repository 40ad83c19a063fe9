import * as v from 'valibot';
import { NO_MARK, sameMark, type Mark } from '../domain/mark';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. Loose objects keep what a newer version wrote beside it.

const markSchema = v.looseObject({
  version: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), NO_MARK.version),
  starred: v.fallback(v.boolean(), NO_MARK.starred),
  hidden: v.fallback(v.boolean(), NO_MARK.hidden),
});

/** Whether there is something, and not all of it can be read as a mark. */
export function isDamagedMark(value: unknown): boolean {
  const { version, starred, hidden } = Object(value) as Partial<Mark>;
  return value !== undefined && !sameMark(repairMark(value), { version, starred, hidden } as Mark);
}

/** The mark in `value`; no mark at all where nothing can be read. */
export function repairMark(value: unknown): Mark {
  const result = v.safeParse(markSchema, value);
  return result.success ? result.output : NO_MARK;
}

import * as v from 'valibot';
import { isExtra } from '../domain/extra';
import { isVersion, NO_MARK, sameMark, type Mark } from '../domain/mark';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. Loose objects keep what a newer version wrote beside it.

const markSchema = v.looseObject({
  version: v.fallback(v.custom<number>(isVersion), NO_MARK.version),
  starred: v.fallback(v.boolean(), NO_MARK.starred),
  hidden: v.fallback(v.boolean(), NO_MARK.hidden),
  read: v.fallback(v.boolean(), NO_MARK.read),
});

/** Whether there is something, and not all of it can be read as a mark. */
export function isDamagedMark(value: unknown): boolean {
  // Marks of the first version know nothing of reading.
  const { version, starred, hidden, read = NO_MARK.read } = Object(value) as Partial<Mark>;
  if (value === undefined) return false;
  const mark = repairMark(value);
  return !sameMark(mark, { version, starred, hidden, read } as Mark) || Object.keys(value as object).length > Object.keys(mark).length;
}

/** The mark in `value`; no mark at all where nothing can be read. */
export function repairMark(value: unknown): Mark {
  const result = v.safeParse(markSchema, value);
  if (!result.success) return NO_MARK;
  const { version, starred, hidden, read, ...more } = result.output;
  return { ...(Object.keys(more).length > 0 && isExtra(more) && more), version, starred, hidden, read };
}

import { isExtra } from '../domain/extra';
import { isVersion, NO_MARK, sameMark, type Mark } from '../domain/mark';
import { fieldsIn, isSwitch } from './fields';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. What a newer version wrote beside it is kept.

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
  if (typeof value !== 'object' || value === null) return NO_MARK;
  const { version, starred, hidden, read, ...more } = fieldsIn(value);
  return {
    ...(Object.keys(more).length > 0 && isExtra(more) && more),
    version: isVersion(version) ? (version as number) : NO_MARK.version,
    starred: isSwitch(starred) ? starred : NO_MARK.starred,
    hidden: isSwitch(hidden) ? hidden : NO_MARK.hidden,
    read: isSwitch(read) ? read : NO_MARK.read,
  };
}

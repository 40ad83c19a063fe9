import { isCounter } from '../counter';

const FORMAT = 1;

export type PreferenceProblem = 'newer-format' | 'broken';

/** An item of format 1 with these parts. */
export function withFormat(parts: readonly unknown[]): readonly unknown[] {
  return [FORMAT, ...parts];
}

/** The parts of an item of format 1. Items of every later format, too, are arrays that begin with the format's number. */
export function partsOf(item: unknown): readonly unknown[] | PreferenceProblem {
  if (!Array.isArray(item)) return 'broken';
  const [format, ...parts] = item as readonly unknown[];
  if (format === FORMAT) return parts;
  return isCounter(format) && format > FORMAT ? 'newer-format' : 'broken';
}

import { itemBytes } from './item-bytes';

/** The most that is kept of what a newer version wrote beside what this one knows: a keyword with all of it still fits an item. */
export const EXTRA_BYTES = 2048;

/** Whether these fields can be kept: neither too long nor nested too deep to be handled. */
export function isExtra(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  try {
    return itemBytes('', value) <= EXTRA_BYTES;
  } catch {
    // Nested too deep, or no JSON at all.
    return false;
  }
}

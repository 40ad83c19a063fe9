/**
 * A JSON value with the keys of all its objects in order and no half characters: the same on every device. (Chromium
 * hands objects out with their keys sorted, Firefox in the order of writing; on the way through storage.sync half of a surrogate pair becomes U+FFFD.)
 */
export function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key.toWellFormed(), canonical(each)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same text for values that say the same; empty for undefined. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(canonical(value)) ?? '';
}

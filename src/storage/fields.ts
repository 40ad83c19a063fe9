export type Fields = Readonly<Record<string, unknown>>;

/** Names with which an object that is built from foreign fields could be led astray. */
const TRAPS = ['__proto__', 'prototype', 'constructor'];

/** The fields of an object from elsewhere; none where the value is no object. */
export function fieldsIn(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {};
  if (!TRAPS.some((name) => Object.hasOwn(value, name))) return value as Fields;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !TRAPS.includes(name)));
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isSwitch(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

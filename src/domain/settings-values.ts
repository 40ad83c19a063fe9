import { itemBytes } from './item-bytes';

/** Characters of the name of an action, of a key, of a part of cards. */
const NAME_LENGTH = 20;
const MOST_PARTS = 20;
/** Bytes of all keys that the reader has changed: several times as many as there are actions. */
const KEYS_BYTES = 1200;

type Repair = (value: unknown) => unknown;

/** Settings beside the main switch and the topics. */
const REPAIRS: Readonly<Record<string, Repair>> = { badge: repairSwitch, keyboard: repairSwitch, keys: repairKeys, partsOff: repairParts };

/** Whether this version knows a setting of this name, beside the main switch and the topics. */
export function isOwnSetting(name: string): boolean {
  return Object.hasOwn(REPAIRS, name);
}

/** What can be read of a setting's value: the value itself where all can, or where only a newer version knows; undefined where nothing can. */
export function repairSetting(name: string, value: unknown): unknown {
  return isOwnSetting(name) ? REPAIRS[name]!(value) : value;
}

function repairSwitch(value: unknown): unknown {
  return typeof value === 'boolean' ? value : undefined;
}

function repairKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  let left = KEYS_BYTES;
  const all = Object.entries(value);
  const kept = all.filter(([action, key]) => isName(action) && (isName(key) || key === '') && (left -= itemBytes(action, key) + 2) >= 0);
  return kept.length === all.length ? value : Object.fromEntries(kept);
}

function repairParts(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  const kept = value.filter(isName).slice(0, MOST_PARTS);
  return kept.length === value.length ? value : kept;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= NAME_LENGTH;
}

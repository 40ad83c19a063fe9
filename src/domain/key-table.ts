/** A stroke: a sign as it is typed (`j`, `?`), `Shift+a` for a capital letter, an arrow with Alt; two strokes in a row: `g s`. */
export type Keys = string;

interface KeyAction {
  readonly id: string;
  /** Each of them does it, unless the reader has chosen a key. */
  readonly keys: readonly Keys[];
  readonly group: 'move' | 'decide' | 'look' | 'page';
}

/** All that keys do, in the order in which help lists it. The words are the messages `key_ID` and `keys_GROUP`. */
export const KEY_TABLE = [
  { id: 'next', keys: ['j', 'Alt+ArrowDown'], group: 'move' },
  { id: 'previous', keys: ['k', 'Alt+ArrowUp'], group: 'move' },
  { id: 'star', keys: ['s'], group: 'decide' },
  { id: 'hide', keys: ['h'], group: 'decide' },
  { id: 'read', keys: ['r'], group: 'decide' },
  { id: 'undo', keys: ['z'], group: 'decide' },
  { id: 'abstract', keys: ['a'], group: 'look' },
  { id: 'abstracts', keys: ['Shift+a'], group: 'look' },
  { id: 'open', keys: ['o'], group: 'look' },
  { id: 'tab', keys: ['Shift+o'], group: 'look' },
  { id: 'copy', keys: ['c'], group: 'look' },
  { id: 'filter', keys: ['/'], group: 'page' },
  { id: 'starred', keys: ['g s'], group: 'page' },
  { id: 'left', keys: ['g l'], group: 'page' },
  { id: 'help', keys: ['?'], group: 'page' },
] as const satisfies readonly KeyAction[];

export type ActionId = (typeof KEY_TABLE)[number]['id'];
export type KeyGroup = (typeof KEY_TABLE)[number]['group'];

/** The reader's own keys, by action: '' for none. As `Settings.keys`. */
type ChosenKeys = Readonly<Record<string, string>>;

/** An action that has lost a key to another one. */
export interface KeyConflict {
  readonly keys: Keys;
  readonly lostBy: ActionId;
  readonly to: ActionId;
}

export interface KeysInEffect {
  readonly of: Readonly<Record<ActionId, readonly Keys[]>>;
  readonly conflicts: readonly KeyConflict[];
}

const STROKE = String.raw`(?:Shift\+[a-z]|Alt\+Arrow(?:Up|Down)|[^\sA-Z\p{C}\p{M}])`;
const KEYS = new RegExp(`^${STROKE}(?: ${STROKE})?$`, 'u');

/** Whether a reader can choose these keys: one stroke or two, and none that the browser or the page needs for itself. */
export function isUsable(keys: Keys): boolean {
  return KEYS.test(keys);
}

/** Whether one cannot be typed without the other: they are the same, or one begins the other. */
export function isClash(a: Keys, b: Keys): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/**
 * The keys of each action after the reader's choices. What the reader chose goes before what is there by default, then the
 * table's order decides; the other action loses the key. Choices that nobody can type are passed over.
 */
export function keysInEffect(chosen: ChosenKeys = {}): KeysInEffect {
  const choice = (id: ActionId) => {
    const keys = Object.hasOwn(chosen, id) ? chosen[id]! : undefined;
    return keys === '' || (keys !== undefined && isUsable(keys)) ? keys : undefined;
  };
  const of = Object.fromEntries(KEY_TABLE.map(({ id }) => [id, [] as Keys[]])) as Record<ActionId, Keys[]>;
  const taken: [Keys, ActionId][] = [];
  const conflicts: KeyConflict[] = [];
  const take = (id: ActionId, keys: Keys) => {
    const owner = taken.find(([each]) => isClash(each, keys))?.[1];
    if (owner === undefined) {
      taken.push([keys, id]);
      of[id].push(keys);
    } else if (owner !== id) conflicts.push({ keys, lostBy: id, to: owner });
  };
  for (const { id } of KEY_TABLE) if (choice(id)) take(id, choice(id)!);
  for (const { id, keys } of KEY_TABLE) if (choice(id) === undefined) keys.forEach((each) => take(id, each));
  return { of, conflicts };
}

const CAPS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' };

/** What stands on the keys to be pressed, stroke by stroke: `Shift+a` is Shift and A. */
export function keyCaps(keys: Keys): string[][] {
  return keys.split(' ').map((stroke) => {
    // A plus sign may be the key itself.
    const parts = stroke.length > 1 ? stroke.split('+') : [stroke];
    return parts.map((part) => CAPS[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part));
  });
}

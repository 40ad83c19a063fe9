import { KEY_TABLE, type ActionId, type Keys, type KeysInEffect } from './key-table';

/** What is read of a keyboard event. */
export interface KeyEvent {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  getModifierState?(modifier: string): boolean;
}

/**
 * What was typed, in the words of the key table; undefined for what no action can have. Signs are taken as they are typed, so
 * that they are where the reader's keyboard has them; letters of other scripts by the place of their key.
 */
export function strokeOf(event: KeyEvent): Keys | undefined {
  if (event.ctrlKey || event.metaKey || event.getModifierState?.('AltGraph')) return undefined;
  if (event.altKey) return /^Arrow(?:Up|Down)$/.test(event.key) && !event.shiftKey ? `Alt+${event.key}` : undefined;
  const letter = letterOf(event);
  // With the Caps Lock on, Shift makes small letters: what counts is the key that is held.
  if (letter) return event.shiftKey ? `Shift+${letter}` : letter;
  return /^[^\s\p{C}\p{M}]$/u.test(event.key) ? event.key : undefined;
}

function letterOf({ key, code }: KeyEvent): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isForeignLetter = /^[^\p{ASCII}\p{Script=Latin}]$/u.test(key) && /^\p{L}$/u.test(key);
  return isForeignLetter ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined;
}

/** What a stroke comes to: an action, or the first half of one, or nothing. */
export interface Typed {
  readonly action?: ActionId;
  /** The stroke that waits for a second one; '' for none. */
  readonly waiting: Keys;
}

/** @param waiting the stroke before this one, when it still waits for a second */
export function typed({ of }: KeysInEffect, waiting: Keys, stroke: Keys): Typed {
  const all = KEY_TABLE.flatMap(({ id }) => of[id].map((keys) => [keys, id] as const));
  const find = (wanted: Keys) => all.find(([keys]) => keys === wanted)?.[1];
  const second = waiting === '' ? undefined : find(`${waiting} ${stroke}`);
  if (second) return { action: second, waiting: '' };
  if (all.some(([keys]) => keys.startsWith(`${stroke} `))) return { waiting: stroke };
  // A slip in the middle of two strokes does nothing, rather than something else.
  const action = waiting === '' ? find(stroke) : undefined;
  return { ...(action && { action }), waiting: '' };
}

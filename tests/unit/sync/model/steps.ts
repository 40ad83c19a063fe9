import type { Flavour } from './held-area';
import type { Refusal } from './limits';

/** What happens in one history. Devices, tabs, papers and the like are numbers; one that is too high counts from 0 again. */
export type Step =
  | { readonly do: 'star' | 'unstar' | 'hide' | 'unhide' | 'read' | 'unread'; readonly at: number; readonly tab: number; readonly paper: number }
  | { readonly do: 'add' | 'edit' | 'switch' | 'remove'; readonly at: number; readonly keyword: number }
  | { readonly do: 'set'; readonly at: number; readonly setting: number; readonly on: boolean }
  | { readonly do: 'round'; readonly at: number; readonly mayWrite?: boolean; readonly calls?: number; readonly after?: number; readonly meanwhile?: readonly Step[] }
  /** `keys` has a bit for each of a few sets of keys. */
  | { readonly do: 'download'; readonly at: number; readonly keys: number; readonly age: number }
  | { readonly do: 'upload'; readonly at: number; readonly keys: number }
  | { readonly do: 'exchange' | 'crash' | 'sign-in' | 'sign-out' | 'restart' | 'exhaust' | 'leave'; readonly at: number }
  | { readonly do: 'reopen'; readonly at: number; readonly tab: number }
  | { readonly do: 'refuse'; readonly at: number; readonly why: Refusal; readonly times: number }
  | { readonly do: 'jump'; readonly at: number; readonly days: number }
  | { readonly do: 'bulk'; readonly at: number; readonly part: number }
  | { readonly do: 'pass'; readonly at: number; readonly minutes: number };

export interface History {
  readonly flavours: readonly Flavour[];
  /** Devices that take part in the sync from the start; the others sign in later. */
  readonly signedIn: readonly boolean[];
  /** How the calls of scripts that run at the same time fall. */
  readonly seed: number;
  readonly steps: readonly Step[];
}

export const ALL_KEYS = 0b1111;

/** Whether a message carries a key. */
export function isAmong(keys: number, key: string): boolean {
  const sum = [...key].reduce((total, character) => total * 31 + character.charCodeAt(0), 0);
  return (keys & (1 << (sum % 4))) !== 0;
}

/** One line for each step, for whoever has to understand a history that fails. */
export function toLines({ flavours, signedIn, seed, steps }: History): string {
  const devices = flavours.map((flavour, i) => `${nameOf(i)}: ${flavour}${signedIn[i] ? '' : ', signed out'}`);
  return [`${devices.join('; ')} (seed ${seed})`, ...steps.map((step) => toLine(step, flavours.length))].join('\n');
}

function nameOf(device: number): string {
  return 'ABCD'[device]!;
}

function toLine(step: Step, devices: number): string {
  return `${nameOf(step.at % devices)} ${toWords(step)}`;
}

function toWords({ do: action, at: _at, ...details }: Step): string {
  const toText = (value: unknown) => (Array.isArray(value) ? `[${(value as Step[]).map(toWords).join('; ')}]` : String(value));
  return [action, ...Object.entries(details).map(([name, value]) => `${name} ${toText(value)}`)].join(' ');
}

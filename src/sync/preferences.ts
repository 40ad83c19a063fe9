import { decodePreferences, encodePreferences, type DecodedPreferences, type Preferences } from '../domain/preference-codec/preferences';
import type { ExclusiveArea } from '../platform/exclusive-area';
import { mergePreferences, readPreferences } from '../storage/preferences';
import type { Entry } from './fitting';

type Items = ReadonlyMap<string, unknown>;

/** What is to be done about the items of keywords and settings. */
export interface PreferencesPlan {
  /** Items as storage.sync should hold them. */
  readonly wanted: readonly Entry[];
  readonly writes: readonly Entry[];
  readonly stale: readonly string[];
  /** Items that a newer version of ours wrote. */
  readonly left: readonly Entry[];
  readonly broken: readonly Entry[];
  /** Keywords and settings that storage.sync does not hold as it should. */
  readonly waiting: number;
  readonly blockedWaiting: number;
}

interface Exchange {
  readonly preferences: Preferences;
  /** Whether this device had to change anything. */
  readonly isChanged: boolean;
}

/** Merges keywords and settings from other devices into this one, and gives what this one has then. */
export async function exchangePreferences(local: ExclusiveArea, messages: readonly Items[]): Promise<Exchange> {
  let isChanged = false;
  for (const message of messages) {
    if (message.size > 0 && (await mergePreferences(local, decodePreferences(message)))) isChanged = true;
  }
  return { preferences: await readPreferences(local), isChanged };
}

/** Whether other devices say anything else than this one. */
export async function hasOtherPreferences(local: ExclusiveArea, messages: readonly Items[]): Promise<boolean> {
  const own = encodePreferences(await readPreferences(local));
  return messages.some((items) => [...items].some(([key, value]) => JSON.stringify(own.get(key)) !== JSON.stringify(value)));
}

/** What a newer version of ours wrote is left alone, and all of its kind: keywords (`k…`) or settings (`s`). */
export function comparePreferences(own: Preferences, held: Items): PreferencesPlan {
  const there = decodePreferences(held);
  const newer = [...there.problems].filter(([, problem]) => problem === 'newer-format').map(([key]) => key);
  const isBlocked = (key: string) => newer.some((each) => each[0] === key[0]);
  const wanted = [...encodePreferences(own)].filter(([key]) => !isBlocked(key));
  const differs = ([key, value]: Entry) => JSON.stringify(value) !== JSON.stringify(held.get(key));
  const writes = wanted.filter(differs);
  const keys = new Set(wanted.map(([key]) => key));
  const stale = [...held.keys()].filter((key) => !keys.has(key) && !isBlocked(key) && wanted.some(([each]) => each[0] === key[0]));
  const counts = { k: countKeywords(own, there), s: countSettings(own, there) };
  const kinds = ['k', 's'] as const;
  return {
    wanted,
    writes,
    stale,
    left: [...held].filter(([key]) => isBlocked(key)),
    broken: [...held].filter(([key]) => there.problems.get(key) === 'broken' && (keys.has(key) || stale.includes(key))),
    waiting: kinds.reduce((sum, kind) => sum + counts[kind], 0),
    blockedWaiting: kinds.filter(isBlocked).reduce((sum, kind) => sum + counts[kind], 0),
  };
}

function countKeywords(own: Preferences, there: DecodedPreferences): number {
  const versions = new Map(there.keywords.map(({ id, version }) => [id, version]));
  return own.keywords.filter(({ id, version }) => versions.get(id) !== version).length;
}

function countSettings(own: Preferences, there: DecodedPreferences): number {
  return Object.entries(own.settings.versions).filter(([field, version]) => there.settings?.versions[field] !== version).length;
}

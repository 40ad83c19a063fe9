import { mergeEntries, type KeywordEntry } from '../keyword-entries';
import type { Settings } from '../settings';
import type { PreferenceProblem } from './format';
import { decodeKeywords, encodeKeywords, isKeywordsKey } from './keyword-items';
import { decodeSettings, encodeSettings } from './settings-item';

export type { PreferenceProblem };

/** What the reader has set, with what it takes to merge it with what was set on another device. */
export interface Preferences {
  readonly keywords: readonly KeywordEntry[];
  readonly settings: Settings;
}

export interface DecodedPreferences {
  readonly keywords: readonly KeywordEntry[];
  /** Undefined where there is no item of them that can be read. */
  readonly settings: Settings | undefined;
  /** By key. Of a `broken` item the readable rest was used. */
  readonly problems: ReadonlyMap<string, PreferenceProblem>;
}

const SETTINGS_KEY = 's';

/** Whether a key of storage.sync belongs to keywords (`k…`) or settings (`s`). */
export function isPreferenceKey(key: string): boolean {
  return key === SETTINGS_KEY || isKeywordsKey(key);
}

/**
 * Writes preferences as items for storage.sync, which are the same on every device that has the same preferences. What was never
 * set gives no item: a new device must not have a say.
 *
 * Each item is a JSON array that begins with the number of the format, 1.
 *
 * `k` holds the keywords, each an array, by rising place, then by rising id:
 * - `[id, source, place, flags, version, extra]` is a keyword in the list. flags is twice the index of the colour (yellow,
 *   green, blue, pink, orange, purple, teal, red: 0 to 7) plus 1 when it is on. A version of 1 that would be the last part is left out.
 * - `[id, place, version, extra]` is a removed keyword.
 * Place and version are whole numbers from 0. The version counts the changes of the keyword and its removal; the place is its rank
 * in the list, or of a removed one its rank in the order of removal, behind the places that there were. extra is an object of further fields; without any it is left out. One of them is `mute`, the mute of a
 * keyword that does not highlight: an object with `until`, the last day on which it mutes, `YYYY-MM-DD`, and `titleOnly`, true when only titles
 * count; both can be missing. All others are of versions that know more than this one.
 *
 * When `k` would take more than 7,168 bytes, there are two items instead: `k.0` with the keywords whose id has a hash with 0 as the lowest bit,
 * and `k.1` with the others; an item that is too long still is split by the next bit in the same way (`k.01`: lowest bit 0,
 * next bit 1). The hash is the 32-bit FNV-1a of the UTF-16 code units of the id. A reader takes all items together,
 * whatever their keys, and of a keyword that stands in several the later one.
 *
 * `s` is `[1, enabled, topics, others]`. enabled is the version of the main switch, negative when it is off; topics is an
 * object with the version of each topic that was ever switched, by the topic's id, negative when it is off. others has all
 * other settings by name, those that this version does not know, too, `[version, value]` or `[version]`; without any it is left out.
 *
 * The keys of all objects are sorted.
 */
export function encodePreferences({ keywords, settings }: Preferences): Map<string, unknown> {
  const items = encodeKeywords(keywords);
  const item = encodeSettings(settings);
  return item ? items.set(SETTINGS_KEY, item) : items;
}

/** Reads what `encodePreferences` wrote; other keys are passed over. Never throws. */
export function decodePreferences(items: ReadonlyMap<string, unknown>): DecodedPreferences {
  const problems = new Map<string, PreferenceProblem>();
  const note = (key: string, problem: PreferenceProblem | undefined) => problem && problems.set(key, problem);
  let keywords: readonly KeywordEntry[] = [];
  let settings: Settings | undefined;
  for (const [key, item] of items) {
    if (key === SETTINGS_KEY) {
      const decoded = decodeSettings(item);
      settings = decoded.settings;
      note(key, decoded.problem);
    } else if (isKeywordsKey(key)) {
      const decoded = decodeKeywords(item);
      keywords = mergeEntries(keywords, decoded.entries);
      note(key, decoded.problem);
    }
  }
  return { keywords, settings, problems };
}

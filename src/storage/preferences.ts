import { editEntries } from '../domain/keyword-changes';
import type { DraftKeyword, Keyword } from '../domain/keyword';
import { liveKeywords, mergeEntries, type KeywordEntry } from '../domain/keyword-entries';
import type { Preferences } from '../domain/preference-codec/preferences';
import { editSettings, mergeSettings, type Settings } from '../domain/settings';
import type { ExclusiveArea } from '../platform/exclusive-area';
import type { StorageArea } from '../platform/storage-area';
import { storedItem, type EditableItem, type ReadableItem, type StoredItem } from './item';
import { repairDraftKeyword, repairEntries, repairSettings, unreadableEntries, unreadableSettings } from './repair-preferences';
import { salvageItems } from './salvage';

const KEYWORDS = 'keywords';
const SETTINGS = 'settings';

export function settingsItem(area: StorageArea): ReadableItem<Settings> {
  return storedItem(area, SETTINGS, repairSettings);
}

/** The list as the reader sees it. */
export function keywordsItem(area: StorageArea): ReadableItem<readonly Keyword[]> {
  return storedItem<readonly Keyword[]>(area, KEYWORDS, (value) => liveKeywords(repairEntries(value)));
}

export function editableSettings(area: ExclusiveArea): EditableItem<Settings> {
  return {
    ...settingsItem(area),
    update: (change) => area.update([SETTINGS], (values) => settingsChange(values, (now) => editSettings(now, change(now)))),
  };
}

export function editableKeywords(area: ExclusiveArea): EditableItem<readonly Keyword[]> {
  return {
    ...keywordsItem(area),
    update: (change) => area.update([KEYWORDS], (values) => keywordsChange(values, (now) => editEntries(now, change))),
  };
}

/** Changes the list by what is stored under `keys`, and removes these: first the one, then the other. */
export function takeInKeywords(
  area: ExclusiveArea,
  keys: readonly string[],
  change: (now: readonly Keyword[], values: readonly unknown[]) => readonly Keyword[],
): Promise<void> {
  return area.update([KEYWORDS, ...keys], (values) => {
    const there = keys.filter((key) => values[key] !== undefined);
    const found = there.map((key) => values[key]);
    return {
      ...keywordsChange(values, (entries) => editEntries(entries, (now) => change(now, found))),
      ...Object.fromEntries(there.map((key) => [key, undefined])),
    };
  });
}

/** The keyword being typed in the popup. There only while a popup is open (the background script removes it). */
export function draftKeywordItem(area: StorageArea): StoredItem<DraftKeyword | undefined> {
  return storedItem(area, 'draft-keyword', repairDraftKeyword);
}

/** What the reader has set on this device, as far as it can be read. */
export async function readPreferences(area: StorageArea): Promise<Preferences> {
  const values = await area.get([KEYWORDS, SETTINGS]);
  return { keywords: repairEntries(values[KEYWORDS]), settings: repairSettings(values[SETTINGS]) };
}

/** What was set elsewhere; undefined where nothing is known of it. */
interface IncomingPreferences {
  readonly keywords: readonly KeywordEntry[];
  readonly settings: Settings | undefined;
}

/** Merges what was set elsewhere into what is stored. True when that changed it. */
export async function mergePreferences(area: ExclusiveArea, { keywords, settings }: IncomingPreferences): Promise<boolean> {
  let isChanged = false;
  await area.update([KEYWORDS, SETTINGS], (values) => {
    const items = {
      ...keywordsChange(values, (now) => mergeEntries(now, keywords)),
      ...(settings && settingsChange(values, (now) => mergeSettings(now, settings))),
    };
    isChanged = Object.keys(items).length > 0;
    return items;
  });
  return isChanged;
}

type Values = Readonly<Record<string, unknown>>;

function keywordsChange(values: Values, change: (now: readonly KeywordEntry[]) => readonly KeywordEntry[]): Values {
  const before = repairEntries(values[KEYWORDS]);
  return replacement(KEYWORDS, before, change(before), () => unreadableEntries(values[KEYWORDS]));
}

function settingsChange(values: Values, change: (now: Settings) => Settings): Values {
  const before = repairSettings(values[SETTINGS]);
  return replacement(SETTINGS, before, change(before), () => unreadableSettings(values[SETTINGS]));
}

/** What is to be written: nothing when nothing changed, and what the write would destroy is kept aside. */
function replacement<T>(key: string, before: T, after: T, findUnreadable: () => readonly unknown[]): Values {
  if (after === before) return {};
  const unreadable = findUnreadable();
  return { ...(unreadable.length > 0 && salvageItems(key, unreadable)), [key]: after };
}

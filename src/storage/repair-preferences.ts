import { isCounter } from '../domain/counter';
import { EXTRA_BYTES, isExtra } from '../domain/extra';
import { itemBytes } from '../domain/item-bytes';
import { isKeywordId, KEYWORD_COLORS, KEYWORD_LIMITS, type DraftKeyword, type KeywordColor } from '../domain/keyword';
import { extraOf, tidyEntries, type KeywordEntry, type LiveEntry } from '../domain/keyword-entries';
import { toMute } from '../domain/mute';
import { DEFAULT_SETTINGS, fieldsOf, fromFields, topicOfField, type Settings, type SettingsField } from '../domain/settings';
import { isOwnSetting, repairSetting } from '../domain/settings-values';
import { fieldsIn, isSwitch, isText, type Fields } from './fields';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. What a newer version wrote beside it is kept.

/** The readable keywords of a stored list, removed ones included, each id once. */
export function repairEntries(value: unknown): readonly KeywordEntry[] {
  return tidyEntries([...new Map(readAll(value).map(({ entry }) => [entry?.id, entry])).values()].filter((entry) => entry !== undefined));
}

/** What `repairEntries` gives up or replaces: the elements that it does not read as they stand, or all when it is no list. */
export function unreadableEntries(value: unknown): readonly unknown[] {
  if (value !== undefined && !Array.isArray(value)) return [value];
  return readAll(value).filter(({ entry, element }) => !entry || !standsIn(element, entry)).map(({ element }) => element);
}

/** The keyword being typed; undefined where there is none or none that can be read. */
export function repairDraftKeyword(value: unknown): DraftKeyword | undefined {
  const fields = fieldsIn(value);
  const source = toSource(fields['source']);
  return source === undefined ? undefined : { ...fields, source, color: toColor(fields['color']) };
}

function toSource(value: unknown): string | undefined {
  const source = isText(value) ? value.trim() : '';
  return source === '' || source.length > KEYWORD_LIMITS.length ? undefined : source;
}

function toColor(value: unknown): KeywordColor {
  return KEYWORD_COLORS.find((color) => color === value) ?? KEYWORD_COLORS[0];
}

function readAll(value: unknown): { element: unknown; entry: KeywordEntry | undefined }[] {
  return Array.isArray(value) ? Array.from(value as unknown[], (element, index) => ({ element, entry: readEntry(element, index) })) : [];
}

function readEntry(element: unknown, index: number): KeywordEntry | undefined {
  const fields = fieldsIn(element);
  const { id } = fields;
  if (!isKeywordId(id)) return undefined;
  const place = isCounter(fields['place']) ? fields['place'] : index;
  // Lists of versions that did not sync have none.
  const version = isCounter(fields['version']) ? fields['version'] : 1;
  if (fields['removed'] === true) return { ...keptExtra(fields), id, removed: true, version, place };
  return readLive(fields, { id, version, place });
}

function readLive(fields: Fields, { id, version, place }: Pick<LiveEntry, 'id' | 'version' | 'place'>): LiveEntry | undefined {
  const source = toSource(fields['source']);
  if (source === undefined) return undefined;
  const color = toColor(fields['color']);
  const on = isSwitch(fields['on']) ? fields['on'] : true;
  const mute = fields['mute'] === undefined ? undefined : toMute(fields['mute']);
  // One that was damaged counts as earlier than the whole one that another device may have.
  const isDamaged = fields['color'] !== color || fields['on'] !== on || fields['mute'] !== mute;
  return { ...keptExtra({ ...fields, mute }), id, source, ...colorsOf(color, fields['newerColor']), on, version: Math.max(0, version - Number(isDamaged)), place };
}

/** A colour that was newer than the version that stored it may be known by now. */
function colorsOf(color: KeywordColor, newerColor: unknown): Pick<LiveEntry, 'color' | 'newerColor'> {
  if (!isCounter(newerColor)) return { color };
  const known = KEYWORD_COLORS[newerColor];
  return known ? { color: known } : { color, newerColor };
}

/** The mute, which is among it, comes before the rest. */
function keptExtra(entry: object): Record<string, unknown> {
  const { mute, ...more } = extraOf(entry);
  const own = mute === undefined ? {} : { mute: isExtra({ mute }) ? mute : {} };
  return isExtra({ ...more, ...own }) ? { ...more, ...own } : own;
}

function standsIn(element: unknown, entry: object): boolean {
  const fields = new Map(Object.entries(entry));
  return Object.entries(element as object).every(([name, value]) => Object.is(fields.get(name), value));
}

const NAME_LENGTH = 40;
/** Bytes of all fields of topics: more than twice as many as there are topics. With `isExtra` of the others they fit one item of storage.sync. */
const TOPIC_BYTES = 4096;

export function repairSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return DEFAULT_SETTINGS;
  const { enabled: switched, topicsOff: given, versions, ...others } = fieldsIn(value);
  const enabled = isSwitch(switched) ? switched : undefined;
  const list: readonly unknown[] = Array.isArray(given) ? given : [undefined];
  const topicsOff = list.filter(isText);
  const own = Object.entries(others).filter(([name]) => isOwnSetting(name)).map(([name, each]) => [name, repairSetting(name, each)] as const);
  const newer = Object.fromEntries(Object.entries(others).filter(([name]) => !isOwnSetting(name)));
  const damaged = new Set(own.filter(([name, each]) => each !== others[name]).map(([name]) => name));
  // What was damaged must not win over what another device knows: it counts as never changed.
  const isKnown = (name: string) => {
    const topic = topicOfField(name);
    if (topic === undefined) return !damaged.has(name) && (name !== 'enabled' || enabled !== undefined);
    return topicsOff.length === list.length || topicsOff.includes(topic);
  };
  const fields = fieldsOf({
    ...(isExtra(newer) && newer),
    ...Object.fromEntries(own.filter(([, each]) => each !== undefined)),
    enabled: enabled ?? DEFAULT_SETTINGS.enabled,
    topicsOff,
    versions: Object.fromEntries(Object.entries(fieldsIn(versions)).filter((entry): entry is [string, number] => isKnown(entry[0]) && isCounter(entry[1]))),
  });
  const named = [...fields].filter(([name]) => name.length <= NAME_LENGTH);
  const isOfTopic = ([name]: Named) => topicOfField(name) !== undefined;
  const kept = [...fitting(named.filter(isOfTopic), TOPIC_BYTES), ...fitting(named.filter((each) => !isOfTopic(each)), EXTRA_BYTES)];
  return fromFields(new Map([['enabled', fields.get('enabled')!], ...kept]));
}

type Named = readonly [name: string, field: SettingsField];

/** The fields that take no more than so many bytes in an item of storage.sync; those that this version knows, and short ones, go before junk. */
function fitting(fields: readonly Named[], bytes: number): Named[] {
  const rankOf = ({ field: [name] }: { field: Named }) => Number(!isOwnSetting(name));
  const sized = fields.map((field) => ({ field, size: itemBytes('', { [field[0]]: [field[1].version, field[1].value] }) }));
  let left = bytes;
  return sized
    .sort((a, b) => rankOf(a) - rankOf(b) || a.size - b.size || (a.field[0] < b.field[0] ? -1 : 1))
    .filter(({ size }) => (left -= size) >= 0)
    .map(({ field }) => field);
}

/** The stored settings when `repairSettings` gives up or replaces a part of them; otherwise nothing. */
export function unreadableSettings(value: unknown): readonly unknown[] {
  return value === undefined || standIn(value, repairSettings(value)) ? [] : [value];
}

function standIn(value: unknown, settings: Settings): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { topicsOff = [], versions = {}, ...others } = value as Record<string, unknown>;
  const kept = new Map<string, unknown>(Object.entries(settings));
  return (
    Array.isArray(topicsOff) &&
    topicsOff.every((id) => settings.topicsOff.includes(id as string)) &&
    Object.entries(versions as object).every(([name, version]) => version === (settings.versions[name] ?? 0)) &&
    Object.entries(others).every(([name, each]) => Object.is(kept.get(name), each))
  );
}

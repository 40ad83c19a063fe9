import { canonicalText } from './canonical';

export interface Settings {
  /** Off: the page is as the host made it. */
  readonly enabled: boolean;
  /** Ids of the topics whose chips the reader does not want. */
  readonly topicsOff: readonly string[];
  /** Whether the toolbar icon counts the matches that are left; true when absent. */
  readonly badge?: boolean;
  /** Whether the page listens to keys; true when absent. */
  readonly keyboard?: boolean;
  /** The keys that the reader has changed, by action; '' for none. */
  readonly keys?: Readonly<Record<string, string>>;
  /** The parts of cards that the reader does not want (`shown-parts.ts`). */
  readonly partsOff?: readonly string[];
  /** Counts the changes of each field on any device (Lamport counters): of each by its name, and of each topic as `topic:ID`. */
  readonly versions: Readonly<Record<string, number>>;
}

export const DEFAULT_SETTINGS: Settings = { enabled: true, topicsOff: [], versions: {} };

export interface SettingsField {
  readonly version: number;
  /** Of a topic: whether it is on. Undefined where a newer version counts the changes of what is not there. */
  readonly value: unknown;
}

/** All that settings say, by name: `enabled`, `topic:ID`, and what a newer version wrote beside it. */
export type SettingsFields = ReadonlyMap<string, SettingsField>;

const TOPIC = 'topic:';

export function topicField(id: string): string {
  return TOPIC + id;
}

/** The topic whose field has this name. */
export function topicOfField(name: string): string | undefined {
  return name.startsWith(TOPIC) ? name.slice(TOPIC.length) : undefined;
}

export function fieldsOf({ enabled, topicsOff, versions, ...others }: Settings): SettingsFields {
  const values = new Map<string, unknown>(Object.entries(others).filter(([name]) => topicOfField(name) === undefined));
  for (const name of Object.keys(versions)) if (topicOfField(name) !== undefined || !values.has(name)) values.set(name, defaultOf(name));
  for (const id of topicsOff) values.set(topicField(id), false);
  values.set('enabled', enabled);
  return new Map([...values].map(([name, value]) => [name, { value, version: versionOf(name, value, versions) }]));
}

/** Settings in the form that is the same for the same fields. */
export function fromFields(fields: SettingsFields): Settings {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
  const topicsOff = sorted.filter(([name, { value }]) => topicOfField(name) !== undefined && value === false);
  const others = sorted.filter(([name, { value }]) => topicOfField(name) === undefined && value !== undefined);
  return {
    ...Object.fromEntries(others.map(([name, { value }]) => [name, value])),
    enabled: fieldOf(fields, 'enabled').value !== false,
    topicsOff: topicsOff.map(([name]) => topicOfField(name)!),
    versions: Object.fromEntries(sorted.filter(([, { version }]) => version > 0).map(([name, { version }]) => [name, version])),
  };
}

/** Settings after an edit: each field that it changed is one version later. Gives `before` itself when nothing changed. */
export function editSettings(before: Settings, after: Settings): Settings {
  const known = fieldsOf(before);
  const wanted = fieldsOf({ ...after, versions: before.versions });
  const changed = new Map<string, SettingsField>();
  for (const name of new Set([...known.keys(), ...wanted.keys()])) {
    const [old, { value }] = [fieldOf(known, name), fieldOf(wanted, name)];
    const version = Math.min(old.version + 1, Number.MAX_SAFE_INTEGER);
    if (canonicalText(old.value) !== canonicalText(value)) changed.set(name, { value, version });
  }
  return changed.size === 0 ? before : fromFields(new Map([...known, ...changed]));
}

/**
 * Of each field the later value: the one with the higher version; of one version what is on, or by a fixed order. Gives `a`
 * itself when `b` adds nothing.
 */
export function mergeSettings(a: Settings, b: Settings): Settings {
  const ours = fieldsOf(a);
  const later = [...fieldsOf(b)].filter(([name, field]) => laterField(fieldOf(ours, name), field) === field);
  return later.length === 0 ? a : fromFields(new Map([...ours, ...later]));
}

function laterField(a: SettingsField, b: SettingsField): SettingsField {
  if (a.version !== b.version) return a.version > b.version ? a : b;
  // "true" comes behind "false", and anything behind nothing.
  return canonicalText(a.value) >= canonicalText(b.value) ? a : b;
}

function fieldOf(fields: SettingsFields, name: string): SettingsField {
  return fields.get(name) ?? { version: 0, value: defaultOf(name) };
}

function defaultOf(name: string): unknown {
  if (topicOfField(name) !== undefined) return true;
  return name === 'enabled' ? DEFAULT_SETTINGS.enabled : undefined;
}

/** What was switched off before there were versions was chosen once. */
function versionOf(name: string, value: unknown, versions: Settings['versions']): number {
  const version = Object.hasOwn(versions, name) ? versions[name]! : 0;
  return defaultOf(name) === true && value === false ? Math.max(1, version) : version;
}

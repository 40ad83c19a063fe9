import type { ExclusiveArea } from '../../../../src/platform/exclusive-area';
import type { Values } from './readings';

/** What can be done wrong with keywords and settings. */
export type PreferenceFault = 'lets a removed keyword rise' | 'takes the list of keywords as one' | 'takes the settings as one';

interface Settings {
  readonly enabled: boolean;
  readonly topicsOff: readonly string[];
  readonly versions: Readonly<Record<string, number>>;
}

const DEFAULTS: Settings = { enabled: true, topicsOff: [], versions: {} };

/** Merges the plain engine's items of storage.sync into this device, and gives what these items should be. */
export async function exchangePlainly(local: ExclusiveArea, remote: Values, fault: string | undefined): Promise<Values> {
  await local.update(['keywords', 'settings'], (values) => {
    const keywords = mergeKeywords((values['keywords'] ?? []) as Values[], remote['k'] as Values[] | undefined, fault);
    const settings = mergeSettings((values['settings'] ?? DEFAULTS) as Settings, remote['s'] as Settings | undefined, fault);
    const merged = Object.entries({ keywords, settings });
    return Object.fromEntries(merged.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(values[key] ?? (key === 'keywords' ? [] : DEFAULTS))));
  });
  const { keywords, settings } = await local.get(['keywords', 'settings']);
  return { ...(keywords !== undefined && { k: keywords }), ...(settings !== undefined && { s: settings }) };
}

function mergeKeywords(own: readonly Values[], other: readonly Values[] | undefined, fault: string | undefined): readonly Values[] {
  if (!other) return own;
  if (fault === 'takes the list of keywords as one') return other;
  const merged = new Map<unknown, Values>();
  for (const entry of [...own, ...other].map(sorted)) {
    const known = merged.get(entry['id']);
    if (!known || isLater(entry, known, fault)) merged.set(entry['id'], entry);
  }
  return [...merged.values()].sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
}

function isLater(a: Values, b: Values, fault: string | undefined): boolean {
  const isLive = (entry: Values) => entry['removed'] !== true;
  if (fault === 'lets a removed keyword rise' && isLive(a) !== isLive(b)) return isLive(a);
  if (a['version'] !== b['version']) return Number(a['version']) > Number(b['version']);
  return isLive(a) === isLive(b) ? JSON.stringify(a) > JSON.stringify(b) : isLive(a);
}

function mergeSettings(own: Settings, other: Settings | undefined, fault: string | undefined): Settings {
  if (!other) return own;
  if (fault === 'takes the settings as one') return other;
  const isOwn = (field: string, prefersOwn: boolean) => {
    const [mine, theirs] = [own.versions[field] ?? 0, other.versions[field] ?? 0];
    return mine === theirs ? prefersOwn : mine > theirs;
  };
  // Of two values of one version the one that is off counts.
  const enabled = isOwn('enabled', !own.enabled) ? own.enabled : other.enabled;
  const fields = [...new Set([...Object.keys(own.versions), ...Object.keys(other.versions)])].sort();
  const topics = fields.filter((field) => field.startsWith('topic:')).map((field) => field.slice('topic:'.length));
  const topicsOff = topics.filter((id) => (isOwn(`topic:${id}`, own.topicsOff.includes(id)) ? own : other).topicsOff.includes(id));
  const versions = Object.fromEntries(fields.map((field) => [field, Math.max(own.versions[field] ?? 0, other.versions[field] ?? 0)]));
  return { enabled, topicsOff, versions };
}

function sorted(entry: Values): Values {
  return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

import * as v from 'valibot';
import { KEYWORD_COLORS, KEYWORD_LIMITS, type DraftKeyword, type Keyword } from '../domain/keyword';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. Loose objects keep what a newer version wrote beside it.

const settingsSchema = v.looseObject({
  enabled: v.fallback(v.boolean(), DEFAULT_SETTINGS.enabled),
  topicsOff: v.fallback(v.array(v.fallback(v.string(), '')), []),
});

const draftKeywordSchema = v.looseObject({
  source: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(KEYWORD_LIMITS.length)),
  color: v.fallback(v.picklist(KEYWORD_COLORS), KEYWORD_COLORS[0]),
});

const keywordSchema = v.looseObject({
  ...draftKeywordSchema.entries,
  id: v.pipe(v.string(), v.nonEmpty()),
  on: v.fallback(v.boolean(), true),
});

export function repairSettings(value: unknown): Settings {
  const result = v.safeParse(settingsSchema, value);
  return result.success ? result.output : DEFAULT_SETTINGS;
}

/** The readable keywords of a stored list, each id once, at most as many as the limit. */
export function repairKeywords(value: unknown): Keyword[] {
  if (!Array.isArray(value)) return [];
  const byId = new Map<string, Keyword>();
  for (const item of value) {
    const result = v.safeParse(keywordSchema, item);
    if (result.success && byId.size < KEYWORD_LIMITS.count) byId.set(result.output.id, result.output);
  }
  return [...byId.values()];
}

/** The keyword being typed; undefined where there is none or none that can be read. */
export function repairDraftKeyword(value: unknown): DraftKeyword | undefined {
  const result = v.safeParse(draftKeywordSchema, value);
  return result.success ? result.output : undefined;
}

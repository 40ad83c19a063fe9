import * as v from 'valibot';
import { KEYWORD_COLORS, KEYWORD_LIMITS, type DraftKeyword, type Keyword } from '../domain/keyword';
import { NO_MARK, type Mark } from '../domain/mark';
import { toPaperId, type Paper } from '../domain/paper';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. Loose objects keep what a newer version wrote beside it.

const settingsSchema = v.looseObject({
  enabled: v.fallback(v.boolean(), DEFAULT_SETTINGS.enabled),
  topicsOff: v.fallback(v.array(v.fallback(v.string(), '')), []),
});

const markSchema = v.looseObject({
  version: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), NO_MARK.version),
  starred: v.fallback(v.boolean(), NO_MARK.starred),
  hidden: v.fallback(v.boolean(), NO_MARK.hidden),
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

const text = v.fallback(v.optional(v.string()), undefined);
const count = v.fallback(v.optional(v.pipe(v.number(), v.minValue(0))), undefined);
const texts = v.fallback(v.optional(v.array(v.string())), undefined);
const link = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//i))), undefined);

const savedPaperSchema = v.looseObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  savedAt: v.fallback(v.string(), ''),
  abstract: text,
  authors: texts,
  authorCount: count,
  organization: v.fallback(v.optional(v.looseObject({ name: text, fullname: v.string() })), undefined),
  publishedAt: text,
  upvotes: count,
  comments: count,
  githubRepo: link,
  githubStars: count,
  projectPage: link,
  submitter: text,
  thumbnail: link,
  siteKeywords: texts,
});

/** A starred paper with all that its card knew. */
export interface SavedPaper extends Paper {
  /** When it was starred on this device, ISO 8601 in UTC; empty when unknown. */
  readonly savedAt: string;
}

export function repairSettings(value: unknown): Settings {
  const result = v.safeParse(settingsSchema, value);
  return result.success ? result.output : DEFAULT_SETTINGS;
}

/** The mark in `value`; no mark at all where nothing can be read. */
export function repairMark(value: unknown): Mark {
  const result = v.safeParse(markSchema, value);
  return result.success ? result.output : NO_MARK;
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

export function repairSavedPaper(id: string, value: unknown): SavedPaper | undefined {
  const paperId = toPaperId(id);
  const result = v.safeParse(savedPaperSchema, value);
  if (!paperId || !result.success) return undefined;
  return { ...(result.output as Omit<SavedPaper, 'id'>), id: paperId };
}

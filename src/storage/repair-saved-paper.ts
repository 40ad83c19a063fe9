import * as v from 'valibot';
import { toPaperId, type Paper } from '../domain/paper';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. Loose objects keep what a newer version wrote beside it.

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

export function repairSavedPaper(id: string, value: unknown): SavedPaper | undefined {
  const paperId = toPaperId(id);
  const result = v.safeParse(savedPaperSchema, value);
  if (!paperId || !result.success) return undefined;
  return { ...(result.output as Omit<SavedPaper, 'id'>), id: paperId };
}

import * as v from 'valibot';
import type { Paper, PaperId } from '../domain/paper';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. Loose objects keep what a newer version wrote beside it.

const text = v.fallback(v.optional(v.string()), undefined);
const count = v.fallback(v.optional(v.pipe(v.number(), v.minValue(0))), undefined);
const texts = v.fallback(v.optional(v.array(v.string())), undefined);
const link = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//i))), undefined);

const savedPaperSchema = v.looseObject({
  title: v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty())), undefined),
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

/**
 * A starred paper with all that its card knew. One that was starred on another device has no title until a card of it is
 * met here.
 */
export interface SavedPaper extends Omit<Paper, 'title'> {
  readonly title?: string;
  /** When it was starred on this device, ISO 8601 in UTC; empty when unknown. */
  readonly savedAt: string;
}

/** What is kept of the paper `id`, which may be no more than that it is kept. */
export function repairSavedPaper(id: PaperId, value: unknown): SavedPaper {
  const result = v.safeParse(savedPaperSchema, value);
  return { savedAt: '', ...(result.success ? (result.output as Partial<SavedPaper>) : {}), id };
}

import type { Paper, PaperId } from '../domain/paper';
import { fieldsIn, isText, type Fields } from './fields';

// Everything read from storage is unknown until it was repaired here, field by field: one bad field never costs the
// others. What a newer version wrote beside it is kept.

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => typeof value === 'number' && value >= 0;
const areTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isLink: Check = (value) => isText(value) && /^https?:\/\//i.test(value);

const CHECKS: Readonly<Record<Exclude<keyof SavedPaper, 'id' | 'savedAt'>, Check>> = {
  title: (value) => isText(value) && value !== '',
  abstract: isText,
  authors: areTexts,
  authorCount: isCount,
  organization: (value) => isText(fieldsIn(value)['fullname']),
  publishedAt: isText,
  upvotes: isCount,
  comments: isCount,
  githubRepo: isLink,
  githubStars: isCount,
  projectPage: isLink,
  submitter: isText,
  thumbnail: isLink,
  siteKeywords: areTexts,
};

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
  const { savedAt, ...fields } = fieldsIn(value);
  const paper: Record<string, unknown> = { savedAt: isText(savedAt) ? savedAt : '', ...fields, id };
  for (const [name, isSound] of Object.entries(CHECKS)) if (name in fields && !isSound(fields[name])) paper[name] = undefined;
  const { organization } = paper;
  if (organization) paper['organization'] = repairOrganization(fieldsIn(organization));
  return paper as unknown as SavedPaper;
}

function repairOrganization({ name, ...others }: Fields): Fields {
  return isText(name) ? { name, ...others } : others;
}

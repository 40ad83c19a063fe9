import type { Paper, PaperId } from '../domain/paper';
import { tagPaper, type Tag } from '../domain/tagging/tag-paper';
import type { TopicId } from '../domain/topics';

interface Remembered {
  readonly from: string;
  readonly tags: readonly Tag[];
}

const known = new Map<PaperId, Remembered>();

/**
 * What a paper is about, without the topics that are switched off. Tagging is the dearest part of a card, and the host makes the
 * same card twice or more: each paper is tagged once.
 */
export function tagsOf({ id, title, abstract, siteKeywords = [] }: Paper, off: readonly string[]): readonly Tag[] {
  const from = [title, abstract, ...siteKeywords, '', ...off].join('\n');
  const last = known.get(id);
  if (last?.from === from) return last.tags;
  const text = { title, ...(abstract !== undefined && { abstract }), siteKeywords };
  const tags = tagPaper(text, { off: new Set(off as readonly TopicId[]) });
  known.set(id, { from, tags });
  return tags;
}

import type { Paper, PaperId } from '../../domain/paper';
import { tagPaper, type Tag } from '../../domain/tagging/tag-paper';
import type { TopicId } from '../../domain/topics';

interface Remembered {
  readonly from: string;
  readonly tags: readonly Tag[];
}

const known = new Map<PaperId, Remembered>();

interface Asked {
  readonly off: readonly string[];
  readonly tags: readonly Tag[];
}

// Of a paper as it was read: it is asked for its tags again and again.
const asked = new WeakMap<Paper, Asked>();

/**
 * What a paper is about, without the topics that are switched off. Tagging is the dearest part of a card, and the host makes the
 * same card twice or more: each paper is tagged once.
 */
export function tagsOf(paper: Paper, off: readonly string[]): readonly Tag[] {
  const before = asked.get(paper);
  if (before?.off === off) return before.tags;
  const tags = tagsByText(paper, off);
  asked.set(paper, { off, tags });
  return tags;
}

function tagsByText({ id, title, abstract, siteKeywords = [] }: Paper, off: readonly string[]): readonly Tag[] {
  const from = [title, abstract, ...siteKeywords, '', ...off].join('\n');
  const last = known.get(id);
  if (last?.from === from) return last.tags;
  const text = { title, ...(abstract !== undefined && { abstract }), siteKeywords };
  const tags = tagPaper(text, { off: new Set(off as readonly TopicId[]) });
  known.set(id, { from, tags });
  return tags;
}

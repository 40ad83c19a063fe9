import type { Keyword } from '../../../domain/keyword';
import { whyRejected } from '../../../domain/keyword-list';

type Keywords = readonly Keyword[];

/** What is undefined goes: a keyword without a mute highlights. */
export type KeywordPatch = { readonly [K in keyof Omit<Keyword, 'id'>]?: Keyword[K] | undefined };

/** A keyword and where it stood, to be put back when it has gone meanwhile. */
export interface KeywordPlace {
  readonly keyword: Keyword;
  readonly index: number;
}

/** Changes one keyword; one that another window removed meanwhile comes back, so that no edit is thrown away. */
export function changeKeyword(keywords: Keywords, place: KeywordPlace, patch: KeywordPatch): Keywords {
  const known = withPlace(keywords, place);
  const at = known.findIndex(({ id }) => id === place.keyword.id);
  const before = known[at]!;
  const changed = (Object.keys(patch) as (keyof KeywordPatch)[]).some((key) => patch[key] !== before[key]);
  const after = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined);
  return changed ? known.with(at, Object.fromEntries(after) as unknown as Keyword) : known;
}

/** The list with the keyword in it: as it is, or put back at its old index. */
export function withPlace(keywords: Keywords, { keyword, index }: KeywordPlace): Keywords {
  return keywords.some(({ id }) => id === keyword.id) ? keywords : keywords.toSpliced(index, 0, keyword);
}

export function removeKeyword(keywords: Keywords, id: string): Keywords {
  return keywords.some((keyword) => keyword.id === id) ? keywords.filter((keyword) => keyword.id !== id) : keywords;
}

/** Puts a removed keyword back, unless the list has the same one by now or is full. */
export function restoreKeyword(keywords: Keywords, place: KeywordPlace): Keywords {
  return whyRejected(place.keyword.source, keywords) ? keywords : withPlace(keywords, place);
}

/** Adds keywords that were made elsewhere, each once. */
export function appendKeywords(keywords: Keywords, added: Keywords): Keywords {
  const ids = new Set(keywords.map(({ id }) => id));
  const missing = added.filter(({ id }) => !ids.has(id));
  return missing.length === 0 ? keywords : [...keywords, ...missing];
}

import { foldSpace } from './fold-space';
import type { Keyword } from './keyword';
import { addKeywords, meaningOf, whyRejected } from './keyword-list';
import type { Mute } from './mute';

/** What a page may want of the list of keywords. */
export type KeywordRequest =
  /** One that is in the list already is switched on, and mutes, or highlights, as it was asked for now. */
  | { readonly add: string; readonly mute?: Mute }
  /** `null`: it is to highlight. */
  | { readonly id: string; readonly mute: Mute | null }
  | { readonly id: string; readonly source: string }
  | { readonly id: string; readonly remove: true };

/** The list after a request; the same list when it changes nothing, or cannot be met. */
export function meetRequest(keywords: readonly Keyword[], request: KeywordRequest, newId: () => string): readonly Keyword[] {
  if ('add' in request) return withKeyword(keywords, request.add, request.mute, newId);
  const { id } = request;
  if (!keywords.some((keyword) => keyword.id === id)) return keywords;
  if ('remove' in request) return keywords.filter((keyword) => keyword.id !== id);
  if ('mute' in request) return changed(keywords, id, (keyword) => withMute(keyword, request.mute ?? undefined));
  const source = foldSpace(request.source);
  return whyRejected(source, keywords, id) ? keywords : changed(keywords, id, (keyword) => ({ ...keyword, source }));
}

function withKeyword(keywords: readonly Keyword[], source: string, mute: Mute | undefined, newId: () => string): readonly Keyword[] {
  const meaning = meaningOf(foldSpace(source));
  const known = keywords.find((keyword) => meaningOf(keyword.source) === meaning);
  if (known) return changed(keywords, known.id, (keyword) => withMute({ ...keyword, on: true }, mute));
  const { keywords: all, added } = addKeywords(keywords, [source], newId);
  return added.length === 0 ? keywords : changed(all, added[0]!.id, (keyword) => withMute(keyword, mute));
}

function changed(keywords: readonly Keyword[], id: string, change: (keyword: Keyword) => Keyword): readonly Keyword[] {
  return keywords.map((keyword) => (keyword.id === id ? change(keyword) : keyword));
}

function withMute({ mute: _before, ...keyword }: Keyword, mute: Mute | undefined): Keyword {
  return { ...keyword, ...(mute && { mute }) };
}

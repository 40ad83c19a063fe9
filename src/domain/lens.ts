/** What only the cards that fit are shown for, beside words and topics. */
export const LENS_FLAGS = ['left', 'starred', 'code', 'keywords'] as const;
export type LensFlag = (typeof LENS_FLAGS)[number];

/** `site`: as the site has them. */
export const SORTS = ['site', 'upvotes', 'github', 'comments', 'newest', 'keywords'] as const;
export type Sort = (typeof SORTS)[number];

/** Through what the reader looks at a digest: which cards, in which order. */
export interface Lens {
  /** In keyword syntax, as typed. */
  readonly text: string;
  /** All of them have to fit. */
  readonly flags: readonly LensFlag[];
  /** By topic id: a card needs it, or must not have it. */
  readonly topics: Readonly<Record<string, 'required' | 'excluded'>>;
  readonly sort: Sort;
}

/** All cards, as the site has them. */
export const CLEAR_LENS: Lens = { text: '', flags: [], topics: {}, sort: 'site' };

/** Whether the lens leaves cards out. */
export function isFiltering({ text, flags, topics }: Lens): boolean {
  return text.trim() !== '' || flags.length > 0 || Object.keys(topics).length > 0;
}

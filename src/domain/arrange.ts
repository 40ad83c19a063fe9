import type { Keyword } from './keyword';
import type { Lens, LensFlag, Sort } from './lens';
import { isLeft, type Mark } from './mark';
import type { Paper } from './paper';
import type { LensFilter } from './sight';

/** One paper of a digest with all that decides where it is seen. */
export interface Entry {
  readonly paper: Paper;
  readonly mark: Mark;
  /** A keyword that mutes and finds the paper. */
  readonly muting: Keyword | undefined;
  /** The reader wants to see it all the same. */
  readonly isUnfolded: boolean;
  /** Keywords that highlight something, and how often they do. */
  readonly keywords: number;
  readonly matches: number;
  readonly tags: readonly { readonly topic: string; readonly label: string }[];
  /** Whether the text of the lens fits, when there is one. */
  readonly fitsText: boolean;
}

/** `folded`: seen as one line. */
export type EntryState = 'shown' | 'folded' | 'filtered' | 'hidden';

export interface View {
  readonly filters: readonly LensFilter[];
  readonly sort: Sort;
  /** Whether hidden papers are seen too. */
  readonly showHidden: boolean;
}

/** Stars are never muted, and what is hidden needs no muting. */
export function isMuted({ muting, mark }: Entry): boolean {
  return muting !== undefined && !mark.starred && !mark.hidden;
}

/** The filters of a lens: all of them have to let a paper through. @param hasText whether its text can be looked for */
export function filtersOf({ flags, topics }: Lens, hasText: boolean): LensFilter[] {
  return [
    ...(hasText ? [{ kind: 'text' } as const] : []),
    ...flags.map((flag) => ({ kind: 'flag', flag }) as const),
    ...Object.entries(topics).map(([topic, wanted]) => ({ kind: 'topic', topic, wanted }) as const),
  ];
}

export function passes(entry: Entry, filter: LensFilter): boolean {
  if (filter.kind === 'text') return entry.fitsText;
  if (filter.kind === 'flag') return HAS_FLAG[filter.flag](entry);
  return entry.tags.some(({ topic }) => topic === filter.topic) === (filter.wanted === 'required');
}

const HAS_FLAG: Readonly<Record<LensFlag, (entry: Entry) => boolean>> = {
  left: ({ mark }) => isLeft(mark),
  starred: ({ mark }) => mark.starred,
  code: ({ paper }) => paper.githubRepo !== undefined || paper.githubStars !== undefined,
  keywords: ({ keywords }) => keywords > 0,
};

export function stateOf(entry: Entry, { filters, showHidden }: View): EntryState {
  if (entry.mark.hidden && !showHidden) return 'hidden';
  if (!filters.every((filter) => passes(entry, filter))) return 'filtered';
  return isMuted(entry) && !entry.isUnfolded ? 'folded' : 'shown';
}

type Figures = readonly (number | undefined)[];

/** What a sort goes by: the largest first, missing ones last; of equal ones the second decides. */
const FIGURES: Readonly<Record<Sort, (entry: Entry) => Figures>> = {
  site: () => [],
  upvotes: ({ paper }) => [paper.upvotes],
  github: ({ paper }) => [paper.githubStars],
  comments: ({ paper }) => [paper.comments],
  newest: ({ paper }) => [paper.publishedAt === undefined ? undefined : Date.parse(paper.publishedAt)],
  keywords: ({ keywords, matches }) => [keywords, matches],
};

/**
 * Entries in the order in which they are seen. Muted ones stand behind all others, the folded ones last: lines among cards would
 * leave holes. Equal ones stay as the site has them.
 */
export function inOrder<E extends Entry>(entries: readonly E[], sort: Sort): readonly E[] {
  if (sort === 'site' && !entries.some(isMuted)) return entries;
  const ranked = entries.map((entry) => ({ entry, group: groupOf(entry), figures: FIGURES[sort](entry) }));
  return ranked.sort((a, b) => a.group - b.group || compareFigures(a.figures, b.figures)).map(({ entry }) => entry);
}

/** Which of the groups that stand one behind the other: cards, muted ones that were unfolded, folded ones. */
export function groupOf(entry: Entry): number {
  if (!isMuted(entry)) return 0;
  return entry.isUnfolded ? 1 : 2;
}

function compareFigures(a: Figures, b: Figures): number {
  for (const [i, figure = -Infinity] of a.entries()) {
    const other = b[i] ?? -Infinity;
    if (figure !== other) return figure > other ? -1 : 1;
  }
  return 0;
}

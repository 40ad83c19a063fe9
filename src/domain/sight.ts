import type { LensFlag } from './lens';

/** One thing that the lens leaves cards out by. */
export type LensFilter =
  | { readonly kind: 'text' }
  | { readonly kind: 'flag'; readonly flag: LensFlag }
  | { readonly kind: 'topic'; readonly topic: string; readonly wanted: 'required' | 'excluded' };

export interface FilterEffect {
  readonly filter: LensFilter;
  /** How many papers it leaves when it is the only filter. */
  readonly alone: number;
  /** How many papers the other filters leave without it. */
  readonly without: number;
}

export interface TopicCount {
  readonly topic: string;
  readonly label: string;
  readonly count: number;
}

/** What a digest holds and how much of it is seen, each paper once. */
export interface SightCounts {
  readonly papers: number;
  readonly starred: number;
  readonly hidden: number;
  readonly read: number;
  /** Neither starred, hidden nor read. */
  readonly left: number;
  /** Found by a keyword that mutes, neither starred nor hidden; folded or not. */
  readonly muted: number;
  /** Of the muted ones those that are seen, and folded. */
  readonly folded: number;
  /** What the reader sees: folded ones too, and hidden ones while they are shown. */
  readonly shown: number;
  /** Each filter that is set, in the order text, flags, topics. */
  readonly filteredBy: readonly FilterEffect[];
  /** Topics of the papers that are not hidden, most frequent first. */
  readonly topics: readonly TopicCount[];
}

export const EMPTY_SIGHT: SightCounts = {
  papers: 0,
  starred: 0,
  hidden: 0,
  read: 0,
  left: 0,
  muted: 0,
  folded: 0,
  shown: 0,
  filteredBy: [],
  topics: [],
};

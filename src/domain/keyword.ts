import type { IsoDate } from './iso-date';
import { hasEnded, type Mute } from './mute';

/**
 * Each colour has a pair of shades and an underline style of its own (`features/keyword-highlights.css`): never colour alone. Other devices are
 * told the index of a colour: new ones go to the end.
 */
export const KEYWORD_COLORS = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple', 'teal', 'red'] as const;

export type KeywordColor = (typeof KEYWORD_COLORS)[number];

/** A term the reader watches or mutes. */
export interface Keyword {
  /** Random, never reused: it survives an edit of the source. Six characters; UUIDs in lists of older versions. */
  readonly id: string;
  /** What the reader typed, in keyword syntax (`matching/keyword-syntax.ts`). */
  readonly source: string;
  readonly color: KeywordColor;
  readonly on: boolean;
  /** Absent when it highlights. */
  readonly mute?: Mute;
}

/** The keyword that the reader is typing in the popup: highlighted and counted like any other, kept only on Enter. */
export type DraftKeyword = Pick<Keyword, 'source' | 'color'>;

/** The id of the draft in `PageStatus.matches`. Ids of keywords have another length. */
export const DRAFT_ID = 'draft';

/** Whether a keyword has an effect on `today`: switched on, and no mute that has ended. */
export function isAtWork({ on, mute }: Keyword, today: IsoDate): boolean {
  return on && !(mute && hasEnded(mute, today));
}

/** Bounds that keep one digest under a frame (see the benchmark) and the list readable. */
export const KEYWORD_LIMITS = { count: 1000, length: 200 } as const;

/** What may be the id of a keyword: 1 to 64 characters without control characters. */
export function isKeywordId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && /^\P{Cc}+$/u.test(value);
}

/** The colour that the fewest keywords have, the first of them in the fixed order. */
export function nextColor(keywords: readonly Keyword[]): KeywordColor {
  const uses = (color: KeywordColor) => keywords.filter((keyword) => keyword.color === color).length;
  return KEYWORD_COLORS.reduce((least, color) => (uses(color) < uses(least) ? color : least));
}

import type { IsoDate } from './iso-date';

declare const paperIdBrand: unique symbol;

/** An arXiv id without version: `2402.12345`, or `1402.1234` before 2015. */
export type PaperId = string & { readonly [paperIdBrand]: true };

export interface Organization {
  /** The address part on the site (`/adobe`). */
  readonly name?: string;
  /** What a reader sees. */
  readonly fullname: string;
}

/** What a card, or the page's data about it, says of one paper. What the page does not give is absent. */
export interface Paper {
  readonly id: PaperId;
  /** White space folded to single spaces. Never empty. */
  readonly title: string;
  readonly abstract?: string;
  /** All names, in order. Absent where the page gives only a count. */
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly organization?: Organization;
  readonly publishedAt?: IsoDate;
  readonly upvotes?: number;
  readonly comments?: number;
  readonly githubRepo?: string;
  readonly githubStars?: number;
  readonly projectPage?: string;
  /** User name of who submitted the paper to the digest. */
  readonly submitter?: string;
  readonly thumbnail?: string;
  /** The keywords that the site itself gives (`ai_keywords`). */
  readonly siteKeywords?: readonly string[];
}

// arXiv's scheme since April 2007: YYMM.NNNN, five digits since January 2015.
const PAPER_ID = /^\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}$/;

/** The id in `text`, or undefined when it is not an arXiv id. A version (`v2`) is dropped. */
export function toPaperId(text: string): PaperId | undefined {
  const id = text.trim().replace(/v\d{1,3}$/, '');
  return PAPER_ID.test(id) ? (id as PaperId) : undefined;
}

/** One paper as `papers.json` keeps it; derived papers have the same shape. */
export interface SamplePaper {
  /** arXiv id. */
  readonly id: string;
  /** May hold line breaks and runs of spaces, as the host's do. */
  readonly title: string;
  /** The day that the listing shows, `YYYY-MM-DD`. */
  readonly publishedAt: string;
  readonly authors: readonly string[];
  readonly organization?: { readonly name: string; readonly fullname: string };
  readonly upvotes: number;
  readonly comments: number;
  readonly authorParticipates?: boolean;
  readonly githubRepo?: string;
  readonly githubStars?: number;
  readonly projectPage?: string;
  readonly submitter: { readonly user: string; readonly fullname: string };
  readonly video?: boolean;
  readonly keywords?: readonly string[];
  readonly aiSummary?: string;
  readonly abstract: string;
}

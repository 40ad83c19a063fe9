/** The shapes of the host's embedded JSON (`data-props`) and public API, as far as the captures show them. */

export interface User {
  readonly _id: string;
  readonly avatarUrl: string;
  readonly isPro: boolean;
  readonly fullname: string;
  readonly user: string;
  readonly type: 'user';
  readonly name: string;
}

export interface Author {
  readonly _id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** Present when the author has claimed the paper. */
  readonly user?: User;
}

export interface Organization {
  readonly _id: string;
  readonly name: string;
  readonly fullname: string;
  readonly avatar: string;
}

export interface PaperData {
  readonly id: string;
  readonly authors: readonly Author[];
  /** ISO time. What the page shows can lie a day earlier, see `DigestEntry.publishedAt`. */
  readonly publishedAt: string;
  readonly submittedOnDailyAt: string;
  readonly title: string;
  readonly submittedOnDailyBy: User;
  readonly summary: string;
  readonly upvotes: number;
  readonly discussionId: string;
  readonly projectPage?: string;
  readonly githubRepo?: string;
  readonly githubStars?: number;
  readonly ai_summary?: string;
  readonly ai_keywords?: readonly string[];
  readonly organization?: Organization;
}

export interface DigestEntry {
  readonly paper: PaperData;
  /** ISO time. The date on the page is the day of this one. */
  readonly publishedAt: string;
  readonly title: string;
  readonly summary: string;
  readonly thumbnail: string;
  /** A film instead of a picture. The sample has no film, only its first frame. */
  readonly mediaUrls?: readonly string[];
  readonly numComments: number;
  readonly submittedBy: Omit<User, 'user'>;
  readonly organization?: Organization;
  readonly isAuthorParticipating: boolean;
}

export interface Publisher {
  readonly _id: string;
  readonly avatarUrl: string;
  readonly isPro: boolean;
  readonly fullname: string;
  readonly user: string;
  readonly type: 'user';
}

/** Props of the DailyPapers island. Which keys are there depends on view and layout. */
export interface DigestProps {
  readonly canSubmit: boolean;
  readonly dateString?: string;
  /** 2024 only, in place of `dateString`. */
  readonly date?: string;
  readonly dailyPapers: readonly DigestEntry[];
  readonly searchResults?: readonly DigestEntry[];
  readonly prevDate?: string;
  readonly nextDate?: string;
  readonly publisher: Publisher;
  readonly periodType?: 'day' | 'week' | 'month';
  readonly query?: Readonly<Record<string, string>>;
  readonly isTrending?: boolean;
}

/** Props of the PaperContent island. */
export interface PaperProps {
  readonly paper: PaperData;
  readonly numComments: number;
  /** Papers that a comment links to, each in a heading as a card's title is. */
  readonly related: readonly { readonly id: string; readonly title: string }[];
  /** Day shown under the title, `YYYY-MM-DD`. */
  readonly shownDate: string;
}

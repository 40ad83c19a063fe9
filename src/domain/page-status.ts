/** What the content script tells the popup of the page it is on. */
export interface PageStatus {
  /** Cards that the page has, each paper once. */
  readonly found: number;
  /** Those that could be read. */
  readonly papers: number;
  readonly failures: readonly { readonly reason: string; readonly id?: string }[];
  /** The page has paper links but no card that can be read: the site was changed. */
  readonly siteChanged: boolean;
  readonly starred: number;
  readonly hidden: number;
  readonly read: number;
  /** Neither starred, hidden nor read. */
  readonly left: number;
  /** Found by a keyword that mutes, neither starred nor hidden. */
  readonly muted: number;
  /** Chips on all cards. */
  readonly chips: number;
  /** Matches on this page by keyword id, over title, abstract, authors and organisation. */
  readonly matches: Readonly<Record<string, number>>;
  /** The browser has the CSS Custom Highlight API. */
  readonly canHighlight: boolean;
  /** The page is in its dark theme. */
  readonly dark: boolean;
}

import { isLeft } from '../domain/mark';
import type { PageStatus } from '../domain/page-status';
import { canHighlight } from '../platform/highlights';
import type { CardFailure } from '../site/card';
import { countPaperLinks, findUnreadableCards } from '../site/card-places';
import { isDark } from '../site/theme';
import { viewOf } from '../site/view';
import type { Page } from './parts/feature';
import type { MatchCounts } from './keyword-highlights';

/** How the extension is doing on this page; undefined where the page is no digest. */
export function pageStatus(page: Page, unread: readonly CardFailure[], counts: MatchCounts, muted: number): PageStatus | undefined {
  const { document } = page;
  if (!viewOf(new URL(document.URL))) return undefined;
  const marks = [...new Set(page.cards().map(({ id }) => id))].map(page.marks.get);
  const papers = marks.length;
  const failures = [...unread, ...findUnreadableCards(document)];
  const hasPapers = () => countPaperLinks(document) > 0;
  return {
    found: papers + failures.length,
    papers,
    failures: failures.map(({ reason, id }) => ({ reason, ...(id && { id }) })),
    siteChanged: papers === 0 && document.readyState !== 'loading' && hasPapers(),
    starred: marks.filter(({ starred }) => starred).length,
    hidden: marks.filter(({ hidden }) => hidden).length,
    read: marks.filter(({ read }) => read).length,
    left: marks.filter(isLeft).length,
    muted,
    chips: document.querySelectorAll('.papersift-chip:not(.papersift-chip-more)').length,
    matches: sumCounts(page, counts),
    canHighlight: canHighlight(),
    dark: isDark(document),
  };
}

/** Each paper once, however many cards it has. */
function sumCounts(page: Page, counts: MatchCounts): Record<string, number> {
  const sums: Record<string, number> = {};
  const done = new Set<string>();
  for (const { id, root } of page.cards()) {
    if (done.has(id)) continue;
    done.add(id);
    for (const [keyword, count] of counts.get(root) ?? []) sums[keyword] = (sums[keyword] ?? 0) + count;
  }
  return sums;
}

import { localDay } from '../domain/local-day';
import { canHighlight, highlightPainter } from '../platform/highlights';
import type { Card } from '../site/card';
import { clearSlot } from './card-bar';
import type { Feature } from './feature';
import { compileKeywords, matchCard } from './keyword-matches';
import { showMatchReason } from './match-reason';

/** Matches by keyword id, for each card on the page. */
export type MatchCounts = Map<HTMLElement, ReadonlyMap<string, number>>;

/** The reader's keywords: painted where a card shows them, told in a line of their own where it does not. */
export function keywordHighlights(counts: MatchCounts): Feature {
  return {
    name: 'keyword highlights',
    start(page, signal) {
      const painter = canHighlight() ? highlightPainter(signal) : undefined;
      let keywords = compileKeywords(page.keywords.value, localDay(new Date()));
      const forget = (card: Card) => {
        painter?.clear(card.root);
        counts.delete(card.root);
        clearSlot(card, 'reason');
      };
      const show = (card: Card) => {
        if (!keywords) return forget(card);
        const matches = matchCard(card, keywords);
        counts.set(card.root, matches.counts);
        const unseen = page.settings.value.partsOff?.includes('reason') ? [] : matches.unseen;
        painter?.paint(card.root, [...matches.ranges, ...showMatchReason(card, unseen, keywords)]);
      };
      page.keywords.onChanged((changed) => {
        keywords = compileKeywords(changed, localDay(new Date()));
        page.edit(() => page.cards().forEach(show));
      }, signal);
      page.settings.onChanged(() => page.edit(() => page.cards().forEach(show)), signal);
      signal.addEventListener('abort', () => page.cards().forEach(forget));
      return {
        card: show,
        gone(root) {
          painter?.clear(root);
          counts.delete(root);
        },
      };
    },
  };
}

import { localDay } from '../domain/local-day';
import { canHighlight, highlightPainter } from '../platform/highlights';
import type { Card } from '../site/card';
import type { AbstractPeek } from './abstract-peek';
import { clearSlot } from './parts/card-bar';
import type { Feature } from './parts/feature';
import { compileKeywords, matchCard, rangesIn, type KeywordMatcher, type UnseenMatch } from './state/keyword-matches';
import { showMatchReason } from './match-reason';

/** Matches by keyword id, for each card on the page. */
export type MatchCounts = Map<HTMLElement, ReadonlyMap<string, number>>;

/**
 * The reader's keywords: painted where a card shows them, told in a line of their own where it does not.
 * @param peek stands before this feature: what it has opened is painted too
 */
export function keywordHighlights(counts: MatchCounts, peek?: AbstractPeek): Feature {
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
        const opened = peek?.textOf(card);
        const isQuoted = !page.settings.value.partsOff?.includes('reason');
        const unseen = opened ? notIn(opened.data, matches.unseen, keywords) : matches.unseen;
        const reason = showMatchReason(card, isQuoted ? unseen : [], keywords);
        painter?.paint(card.root, [...matches.ranges, ...reason, ...(opened ? rangesIn(opened, keywords) : [])]);
      };
      const showAll = (cards: readonly Card[]) =>
        page.edit(() => {
          cards.forEach(show);
          painter?.show();
        });
      peek?.onChanged(showAll, signal);
      page.keywords.onChanged((changed) => {
        keywords = compileKeywords(changed, localDay(new Date()));
        showAll(page.cards());
      }, signal);
      page.settings.onChanged(() => showAll(page.cards()), signal);
      signal.addEventListener('abort', () => page.cards().forEach(forget));
      return {
        card: show,
        settled: () => painter?.show(),
        gone(root) {
          painter?.clear(root);
          counts.delete(root);
        },
      };
    },
  };
}

/** The matches of keywords that do not stand in `text`, which is seen. */
function notIn(text: string, unseen: readonly UnseenMatch[], { matcher }: KeywordMatcher): readonly UnseenMatch[] {
  const seen = new Set(matcher.find(text).map(({ pattern }) => pattern));
  return unseen.filter(({ keyword }) => !seen.has(keyword));
}


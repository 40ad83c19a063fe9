import type { Keyword } from '../../../../src/domain/keyword';
import { compileKeywords, matchCard } from '../../../../src/features/state/keyword-matches';
import { highlightPainter } from '../../../../src/platform/highlights';
import type { Method } from '../method';

/** What the content script does for its cards: all matching rules, counts for the popup, ranges and paint. */
export const method: Method = {
  inScreens: true,
  build(sources) {
    const list = sources.map((source): Keyword => ({ id: source, source, color: 'yellow', on: true }));
    const keywords = compileKeywords(list, '2025-12-10')!;
    const painter = highlightPainter(new AbortController().signal);
    return (cards) => {
      for (const card of cards) painter.paint(card.root, matchCard(card, keywords).ranges);
      painter.show();
    };
  },
};

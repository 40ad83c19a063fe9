import { t, tCount } from '../platform/i18n';
import { markOwn, placeAboveList } from '../site/places';
import { button, element } from './element';
import type { Feature, Page } from './feature';
import type { HiddenShown } from './hidden-shown';

/** One line above the cards: how many there are, how many are starred and hidden, and a way to see the hidden ones. */
export function digestLine(hiddenShown: HiddenShown): Feature {
  return {
    name: 'digest line',
    start(page, signal) {
      const { document } = page;
      const text = element(document, 'span', 'papersift-line-text');
      const toggle = button(document, 'papersift-line-toggle', '', () => hiddenShown.toggle());
      const line = markOwn(element(document, 'div', 'papersift-line', {}, [text, toggle]), 'line');
      const update = () => {
        const { papers, starred, hidden } = countMarks(page);
        text.textContent = [
          tCount('papers', papers),
          ...(starred > 0 ? [tCount('starred_count', starred)] : []),
          ...(hidden > 0 ? [tCount('hidden_count', hidden)] : []),
        ].join(' · ');
        toggle.textContent = t(hiddenShown.value ? 'hide_again' : 'show');
        toggle.setAttribute('aria-label', t(hiddenShown.value ? 'hide_again_label' : 'show_label'));
        toggle.hidden = hidden === 0;
      };
      let isComplete = false;
      page.marks.onChanged(() => isComplete && update(), signal);
      hiddenShown.onChanged(update, signal);
      signal.addEventListener('abort', () => line.remove());
      return {
        settled(more) {
          const first = page.cards()[0];
          if (!first) return line.remove();
          placeAboveList(first, line);
          // Its place is taken before the cards are painted; its words wait until they need not be moved any more.
          isComplete = !more;
          if (isComplete) update();
        },
      };
    },
  };
}

/** The papers of the page by their marks, each paper once. */
export function countMarks(page: Page): { papers: number; starred: number; hidden: number } {
  const ids = new Set(page.cards().map(({ id }) => id));
  const marks = [...ids].map(page.marks.get);
  return {
    papers: ids.size,
    starred: marks.filter(({ starred }) => starred).length,
    hidden: marks.filter(({ hidden }) => hidden).length,
  };
}

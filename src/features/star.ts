import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import { cardButtons } from './parts/card-button';
import type { Decisions } from './state/decisions';
import { setAttribute } from './parts/element';
import type { Feature } from './parts/feature';

/** A toggle on each card. A starred paper is kept with all that its card knew. */
export function star(decisions: Decisions): Feature {
  return {
    name: 'star',
    start(page, signal) {
      const card = cardButtons(
        page,
        {
          className: 'papersift-star',
          icon: 'star',
          attributes: { 'aria-pressed': 'false', title: t('star') },
          onClick: ({ id, paper }) => void decisions.make([paper], { starred: !page.marks.get(id).starred }),
          update(button, { id, paper }) {
            setAttribute(button, 'aria-pressed', String(page.marks.get(id).starred));
            setAttribute(button, 'aria-label', t('star_label', plainText(paper.title)));
            setAttribute(button, 'title', page.marks.get(id).starred ? t('unstar') : t('star'));
          },
        },
        signal,
      );
      page.marks.onChanged((ids) => page.edit(() => ids.flatMap(page.cardsOf).forEach(card)), signal);
      return { card };
    },
  };
}

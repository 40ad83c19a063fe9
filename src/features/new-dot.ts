import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { barSlot, findSlot } from './parts/card-bar';
import { element } from './parts/element';
import type { Feature } from './parts/feature';
import type { NewPapers } from './state/new-papers';

/** A dot on the cards of papers that are new since the last visit. It is known late and takes no space: nothing moves for it. */
export function newDot(newPapers: NewPapers): Feature {
  return {
    name: 'new dot',
    start(page, signal) {
      // By slot: it outlives the card's nodes.
      const dots = new WeakMap<HTMLElement, HTMLElement>();
      const show = (card: Card) => {
        const slot = barSlot(card, 'actions');
        const known = dots.get(slot);
        if (!newPapers.has(card.id)) return known?.remove();
        const words = t('new_since_last_visit');
        const dot = known ?? element(page.document, 'span', 'papersift-new', { role: 'img', 'aria-label': words, title: words });
        dots.set(slot, dot);
        if (dot.parentElement !== slot) slot.prepend(dot);
      };
      newPapers.onChanged(() => page.edit(() => page.cards().forEach(show)), signal);
      signal.addEventListener('abort', () => page.cards().forEach((card) => dots.get(findSlot(card, 'actions')!)?.remove()));
      return { card: show };
    },
  };
}

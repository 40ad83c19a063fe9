import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import type { Arrangement } from './state/arrangement';
import { cardButtons, setIcon } from './parts/card-button';
import type { Decisions } from './state/decisions';
import { setAttribute } from './parts/element';
import type { Feature } from './parts/feature';
import type { HiddenShown } from './state/hidden-shown';
import { cardHider, focusHideButton } from './hide-card';
import type { Toaster } from './parts/toast';

/** A button on each card that takes the card away, here and in every view, until it is taken back. */
export function hide(decisions: Decisions, toaster: Toaster, hiddenShown: HiddenShown, arrangement: Arrangement): Feature {
  return {
    name: 'hide',
    start(page, signal) {
      const hideCard = cardHider(page, decisions, arrangement, hiddenShown);
      const showButton = cardButtons(
        page,
        {
          className: 'papersift-hide',
          icon: 'hide',
          attributes: { title: t('hide') },
          onClick: (card, button) => void hideCard(card, button),
          update: (button, card) => updateButton(button, card, page.marks.get(card.id).hidden),
        },
        signal,
      );
      page.marks.onChanged((ids) => {
        page.edit(() => ids.flatMap(page.cardsOf).forEach(showButton));
        decisions.update();
      }, signal);
      decisions.onUndone(({ papers: [paper], byButton }) => {
        // The button that had the focus has gone with its message.
        if (!paper || !byButton || page.document.activeElement !== page.document.body) return;
        const card = page.cardsOf(paper.id)[0];
        if (card) focusHideButton(card);
      }, signal);
      return {
        card: showButton,
        settled() {
          if (page.cards().length > 0) toaster.prepare();
        },
      };
    },
  };
}

function updateButton(button: HTMLButtonElement, { paper }: Card, hidden: boolean): void {
  setIcon(button, hidden ? 'show' : 'hide');
  setAttribute(button, 'aria-label', t(hidden ? 'unhide_label' : 'hide_label', plainText(paper.title)));
  setAttribute(button, 'title', t(hidden ? 'unhide' : 'hide'));
}

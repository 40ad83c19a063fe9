import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { leadsToPaper } from '../site/paper-link';
import { flagCard } from '../site/places';
import { cardButtons, setIcon } from './parts/card-button';
import type { Decisions } from './state/decisions';
import { setAttribute } from './parts/element';
import type { Feature, Page } from './parts/feature';

/** A paper becomes read when its link is followed, or by the button on its card. Cards of papers that were read are quieter. */
export function read(decisions: Decisions, isAlive: () => boolean): Feature {
  return {
    name: 'read',
    start(page, signal) {
      const { document, marks } = page;
      const showButton = cardButtons(
        page,
        {
          className: 'papersift-read',
          icon: 'unread',
          attributes: { 'aria-pressed': 'false', title: t('mark_read') },
          onClick: ({ id, paper }) => void decisions.make([paper], { read: !marks.get(id).read }),
          update: (button, card) => updateButton(button, card, marks.get(card.id).read),
        },
        signal,
      );
      const flag = (card: Card) => flagCard(card, 'read', marks.get(card.id).read);
      const show = (card: Card) => {
        showButton(card);
        flag(card);
      };
      // Cards are flagged together: one by one, between frames, each would cost the page a calculation of its styles.
      let unflagged: Card[] = [];
      const follow = (event: MouseEvent) => {
        const card = followedCard(page, event);
        if (card) markRead(page, card, isAlive);
      };
      // First of all: the host may stop the event, or leave the page while it handles it.
      document.addEventListener('click', follow, { capture: true, signal });
      document.addEventListener('auxclick', follow, { capture: true, signal });
      marks.onChanged((ids) => page.edit(() => ids.flatMap(page.cardsOf).forEach(show)), signal);
      signal.addEventListener('abort', () => page.cards().forEach((card) => flagCard(card, 'read', false)));
      return {
        card(card) {
          showButton(card);
          unflagged.push(card);
        },
        settled() {
          unflagged.forEach(flag);
          unflagged = [];
        },
      };
    },
  };
}

/**
 * Marks a paper as read because it was opened. Nobody decided it: there is nothing to undo, and nothing to say. Storage is asked in
 * the same task, so that the write is on its way before the page goes.
 */
export function markRead({ marks }: Page, { id, paper }: Card, isAlive: () => boolean): void {
  if (marks.get(id).read) return;
  marks.change([paper], { read: true }).catch((error: unknown) => {
    if (isAlive()) console.warn(`Papersift could not keep that ${id} was read:`, error);
  });
}

/** The card whose paper is opened by this click: with the main button or the middle one, by key or by script. */
function followedCard(page: Page, { button, altKey, target }: MouseEvent): Card | undefined {
  // With Alt the browser saves the link instead.
  if (button > 1 || altKey || !(target instanceof Element)) return undefined;
  const link = target.closest('a[href]');
  if (!link) return undefined;
  return page.cards().find(({ id, root }) => root.contains(link) && leadsToPaper(link, id));
}

function updateButton(button: HTMLButtonElement, { paper }: Card, isRead: boolean): void {
  setIcon(button, isRead ? 'read' : 'unread');
  setAttribute(button, 'aria-pressed', String(isRead));
  setAttribute(button, 'aria-label', t('read_label', plainText(paper.title)));
  setAttribute(button, 'title', t(isRead ? 'mark_unread' : 'mark_read'));
}

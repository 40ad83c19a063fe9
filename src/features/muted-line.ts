import type { Keyword } from '../domain/keyword';
import type { PaperId } from '../domain/paper';
import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { markOwn } from '../site/places';
import { button, element, setAttribute } from './parts/element';

interface Line {
  readonly element: HTMLElement;
  readonly why: HTMLElement;
  readonly title: HTMLElement;
  readonly show: HTMLButtonElement;
  readonly unmute: HTMLButtonElement;
  readonly hide: HTMLButtonElement;
  muting: Keyword;
  /** The card as it was read last: the line outlives readings. */
  card: Card;
}

export interface MutedLines {
  /** Makes the line of a folded card or brings it up to date, and puts it back where it is missing. */
  show(card: Card, muting: Keyword): void;
  remove(root: HTMLElement): void;
}

interface MutedLineActions {
  unfold(id: PaperId): void;
  unmute(keyword: Keyword): void;
  hide(card: Card, button: HTMLButtonElement): void;
}

/** The line that a muted card is folded to: which keyword mutes it, its title, and three ways on. */
export function mutedLines(document: Document, actions: MutedLineActions): MutedLines {
  const lines = new WeakMap<HTMLElement, Line>();

  const newLine = (card: Card, muting: Keyword): Line => {
    const why = element(document, 'span', 'papersift-muted-why');
    const title = element(document, 'span', 'papersift-muted-title');
    const show = button(document, 'papersift-muted-show', t('unfold'), () => actions.unfold(line.card.id));
    const unmute = button(document, 'papersift-muted-unmute', t('why_unmute'), () => actions.unmute(line.muting));
    const hide = button(document, 'papersift-muted-hide', t('hide'), () => actions.hide(line.card, hide));
    const parts = [why, title, show, unmute, hide];
    const line: Line = { element: markOwn(element(document, 'div', 'papersift-muted', {}, parts), 'muted'), why, title, show, unmute, hide, muting, card };
    return line;
  };

  return {
    show(card, muting) {
      const line = lines.get(card.root) ?? newLine(card, muting);
      lines.set(card.root, line);
      line.card = card;
      line.muting = muting;
      const name = plainText(card.paper.title);
      setText(line.why, t('muted_by', muting.source));
      setText(line.title, name);
      setAttribute(line.title, 'title', name);
      setAttribute(line.show, 'aria-label', t('unfold_label', name));
      setAttribute(line.unmute, 'aria-label', t('why_action_label', t('why_unmute'), muting.source));
      setAttribute(line.hide, 'aria-label', t('hide_label', name));
      if (line.element.parentElement !== card.root) card.root.append(line.element);
    },
    remove(root) {
      const line = lines.get(root);
      if (!line) return;
      const hadFocus = line.element.contains(document.activeElement);
      line.element.remove();
      lines.delete(root);
      // The button that was pressed has gone with its line: who pressed it goes on in the card.
      if (hadFocus) line.card.titleLinks.forEach((link) => link.focus({ preventScroll: true }));
    },
  };
}

function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

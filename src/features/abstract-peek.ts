import { listeners } from '../domain/listeners';
import type { PaperId } from '../domain/paper';
import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { showsAbstract } from '../site/text-flow';
import { barSlot, clearSlot } from './parts/card-bar';
import { cardButtons } from './parts/card-button';
import { element, setAttribute } from './parts/element';
import type { Feature, Page } from './parts/feature';

/** Abstracts that cards do not show, opened in place. */
export interface AbstractPeek extends Feature {
  /** Opens or closes the abstract of a paper. False where none is offered. */
  toggle(id: PaperId): boolean;
  /** Opens all, or closes all when all are open. */
  toggleAll(): void;
  /** The text that stands open on a card. */
  textOf(card: Card): Text | undefined;
  /** Hears on which cards an abstract was opened or closed. */
  onChanged(listener: (cards: readonly Card[]) => void, signal: AbortSignal): void;
}

/** A button on each card that opens the paper's abstract there. What is open stays open when the host makes its card anew. */
export function abstractPeek(): AbstractPeek {
  const open = new Set<PaperId>();
  const changes = listeners<readonly Card[]>();
  let running: { readonly page: Page; show(card: Card): void } | undefined;

  const set = (ids: readonly PaperId[], isOpen: boolean) => {
    if (!running) return;
    const { page, show } = running;
    for (const id of ids) if (isOpen) open.add(id); else open.delete(id);
    const changed = page.cards().filter(({ id }) => ids.includes(id));
    page.edit(() => changed.forEach(show));
    changes.tell(changed);
  };
  const offered = () => (running ? running.page.cards().filter((card) => isOffered(running!.page, card)) : []);
  return {
    name: 'abstract peek',
    toggle(id) {
      const isThere = offered().some((card) => card.id === id);
      if (isThere) set([id], !open.has(id));
      return isThere;
    },
    toggleAll() {
      const ids = [...new Set(offered().map(({ id }) => id))];
      set(ids, ids.some((id) => !open.has(id)));
    },
    textOf: ({ root }) => texts.get(root),
    onChanged: changes.add,
    start(page, signal) {
      const showButton = cardButtons(
        page,
        {
          className: 'papersift-peek',
          icon: 'abstract',
          attributes: { 'aria-expanded': 'false', title: t('abstract') },
          onClick: ({ id }) => set([id], !open.has(id)),
          update: (button, card) => updateButton(button, page, card, open.has(card.id)),
        },
        signal,
      );
      const show = (card: Card) => {
        if (isOffered(page, card) && open.has(card.id)) showAbstract(card);
        else hideAbstract(card);
        showButton(card);
      };
      running = { page, show };
      page.settings.onChanged(() => {
        page.edit(() => page.cards().forEach(show));
        changes.tell(page.cards());
      }, signal);
      signal.addEventListener('abort', () => {
        running = undefined;
        page.cards().forEach(hideAbstract);
      });
      return { card: show };
    },
  };
}

/** Whether there is an abstract, wanted, that the card does not show to its end. */
function isOffered({ settings }: Page, card: Card): boolean {
  return Boolean(card.paper.abstract) && !settings.value.partsOff?.includes('abstract') && !showsAbstract(card);
}

const texts = new WeakMap<HTMLElement, Text>();
let count = 0;

function showAbstract(card: Card): void {
  const text = plainText(card.paper.abstract!);
  const slot = barSlot(card, 'abstract');
  // Made anew it would lose a selection.
  if (texts.get(card.root)?.data === text && slot.hasChildNodes()) return;
  const paragraph = element(slot.ownerDocument, 'p', 'papersift-abstract-text', {}, [text]);
  slot.id ||= `papersift-abstract-${count++}`;
  slot.replaceChildren(paragraph);
  texts.set(card.root, paragraph.firstChild as Text);
}

function hideAbstract(card: Card): void {
  if (!texts.delete(card.root)) return;
  clearSlot(card, 'abstract');
}

function updateButton(button: HTMLButtonElement, page: Page, card: Card, isOpen: boolean): void {
  button.hidden = !isOffered(page, card);
  setAttribute(button, 'aria-expanded', String(isOpen));
  if (isOpen && !button.hidden) setAttribute(button, 'aria-controls', barSlot(card, 'abstract').id);
  else button.removeAttribute('aria-controls');
  setAttribute(button, 'aria-label', t('abstract_label', plainText(card.paper.title)));
  setAttribute(button, 'title', t('abstract'));
}

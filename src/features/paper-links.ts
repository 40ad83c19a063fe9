import { CITATION_KINDS } from '../domain/citation/citation';
import type { Paper, PaperId } from '../domain/paper';
import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { barSlot, clearSlot } from './parts/card-bar';
import { cardButtons } from './parts/card-button';
import { copyCitation } from './copy-citation';
import { button, element, setAttribute } from './parts/element';
import type { Feature, Page } from './parts/feature';
import type { Toaster } from './parts/toast';

/**
 * A button on each card that opens a row of links to the paper's text and code, and copies citations of it.
 * @param isAlwaysOpen a paper's own page has room for the row, and needs no button
 */
export function paperLinks(toaster: Toaster, isAlwaysOpen = false): Feature {
  return {
    name: 'links and citations',
    start(page, signal) {
      const open = new Set<PaperId>();
      const isOpen = ({ id }: Card) => isAlwaysOpen || open.has(id);
      const isWanted = () => !page.settings.value.partsOff?.includes('links');
      const showButton = cardButtons(
        page,
        {
          className: 'papersift-cite',
          icon: 'more',
          attributes: { 'aria-expanded': 'false', title: t('links') },
          onClick({ id }) {
            if (!open.delete(id)) open.add(id);
            page.edit(() => page.cardsOf(id).forEach(show));
          },
          update(each, card) {
            each.hidden = isAlwaysOpen || !isWanted();
            updateButton(each, card, isOpen(card));
          },
        },
        signal,
      );
      const show = (card: Card) => {
        if (isWanted() && isOpen(card)) showRow(page, card, toaster);
        else hideRow(card);
        showButton(card);
      };
      page.settings.onChanged(() => page.edit(() => page.cards().forEach(show)), signal);
      signal.addEventListener('abort', () => page.cards().forEach(hideRow));
      return { card: show };
    },
  };
}

const rows = new WeakMap<HTMLElement, string>();
let count = 0;

function showRow({ document }: Page, card: Card, toaster: Toaster): void {
  const slot = barSlot(card, 'links');
  const { id, title, githubRepo, projectPage } = card.paper;
  // Made anew it would lose the focus.
  const state = JSON.stringify([id, title, githubRepo, projectPage]);
  if (rows.get(slot) === state && slot.hasChildNodes()) return;
  rows.set(slot, state);
  slot.id ||= `papersift-links-${count++}`;
  const copies = CITATION_KINDS.map((kind) => {
    const label = t(`copy_${kind}`);
    const made = button(document, 'papersift-copy', label, () => void copyCitation(card.paper, kind, toaster));
    made.setAttribute('aria-label', t('copy_label', label, plainText(title)));
    return made;
  });
  const list = (label: string, items: readonly HTMLElement[]) =>
    element(document, 'ul', 'papersift-link-list', { 'aria-label': label }, items.map((item) => element(document, 'li', '', {}, [item])));
  slot.replaceChildren(
    list(t('links_list'), linksOf(document, card.paper)),
    element(document, 'div', 'papersift-copies', {}, [element(document, 'span', 'papersift-copy-label', { 'aria-hidden': 'true' }, [t('copy')]), list(t('copy'), copies)]),
  );
}

function hideRow(card: Card): void {
  clearSlot(card, 'links');
}

function linksOf(document: Document, { id, title, githubRepo, projectPage }: Paper): HTMLElement[] {
  const links: [name: string, address: string | undefined][] = [
    [t('link_arxiv'), `https://arxiv.org/abs/${id}`],
    [t('link_pdf'), `https://arxiv.org/pdf/${id}`],
    [t('link_github'), githubRepo],
    [t('link_project'), projectPage],
  ];
  return links.flatMap(([name, href]) => {
    if (!href) return [];
    const attributes = { href, target: '_blank', rel: 'noopener noreferrer', 'aria-label': t('link_label', name, plainText(title)) };
    return [element(document, 'a', 'papersift-link', attributes, [name])];
  });
}

function updateButton(each: HTMLButtonElement, card: Card, isOpen: boolean): void {
  setAttribute(each, 'aria-expanded', String(isOpen));
  if (isOpen && !each.hidden) setAttribute(each, 'aria-controls', barSlot(card, 'links').id);
  else each.removeAttribute('aria-controls');
  setAttribute(each, 'aria-label', t('links_label', plainText(card.paper.title)));
  setAttribute(each, 'title', t('links'));
}

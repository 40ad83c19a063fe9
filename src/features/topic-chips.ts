import { prepareTagging, type Tag } from '../domain/tagging/tag-paper';
import { t, tCount } from '../platform/i18n';
import type { Card } from '../site/card';
import { barSlot, clearSlot } from './card-bar';
import { button, element, setAttribute } from './element';
import type { Feature, Page } from './feature';
import { tagsOf } from './paper-tags';

/** More would push a card's own text away. */
const MAX_CHIPS = 3;

/** The topics of a paper as chips on its card. A chip tells, when pressed, which words earned it. */
export const topicChips: Feature = {
  name: 'topic chips',
  start(page, signal) {
    prepareTagging();
    const shown = new WeakMap<HTMLElement, string>();
    const show = (card: Card) => {
      const { topicsOff, partsOff } = page.settings.value;
      const tags = partsOff?.includes('chips') ? [] : tagsOf(card.paper, topicsOff);
      const slot = barSlot(card, 'chips');
      const state = JSON.stringify(tags);
      if (shown.get(slot) === state) return;
      shown.set(slot, state);
      slot.replaceChildren(...(tags.length > 0 ? chipParts(page, tags) : []));
    };
    page.settings.onChanged(() => page.edit(() => page.cards().forEach(show)), signal);
    signal.addEventListener('abort', () => page.cards().forEach((card) => clearSlot(card, 'chips')));
    return { card: show };
  },
};

function chipParts({ document }: Page, tags: readonly Tag[]): HTMLElement[] {
  const why = element(document, 'p', 'papersift-why', { 'aria-live': 'polite' });
  why.hidden = true;
  const chips = tags.map((tag) => chip(document, tag, why));
  const items = chips.map((each) => element(document, 'li', 'papersift-chip-item', {}, [each]));
  const list = element(document, 'ul', 'papersift-chip-list', { 'aria-label': t('chips_label') }, items);
  const extra = items.slice(MAX_CHIPS);
  if (extra.length > 0) list.append(element(document, 'li', 'papersift-chip-item', {}, [moreButton(document, extra)]));
  return [list, why];
}

function chip(document: Document, { label, reasons }: Tag, why: HTMLElement): HTMLButtonElement {
  const words = reasons.map((reason) => t('quoted', reason)).join(', ');
  const made = button(document, 'papersift-chip', label, () => {
    const open = made.getAttribute('aria-expanded') !== 'true';
    for (const other of made.closest('ul')!.querySelectorAll('[aria-expanded]')) setAttribute(other, 'aria-expanded', 'false');
    setAttribute(made, 'aria-expanded', String(open));
    why.textContent = open ? t('chip_why', label, words) : '';
    why.hidden = !open;
  });
  made.title = t('chip_why', label, words);
  made.setAttribute('aria-expanded', 'false');
  return made;
}

function moreButton(document: Document, extra: readonly HTMLElement[]): HTMLButtonElement {
  for (const item of extra) item.hidden = true;
  const more = button(document, 'papersift-chip papersift-chip-more', `+${extra.length}`, () => {
    for (const item of extra) item.hidden = false;
    extra[0]!.querySelector('button')!.focus();
    more.parentElement!.remove();
  });
  more.setAttribute('aria-label', tCount('chips_more', extra.length));
  return more;
}

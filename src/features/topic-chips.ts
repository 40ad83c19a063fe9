import { prepareTagging, type Tag } from '../domain/tagging/tag-paper';
import { t, tCount } from '../platform/i18n';
import type { Card } from '../site/card';
import { barSlot, clearSlot } from './parts/card-bar';
import { button, element, setAttribute } from './parts/element';
import type { Feature, Page } from './parts/feature';
import { tagsOf } from './state/paper-tags';

/** More would push a card's own text away. */
const MAX_CHIPS = 3;

const NO_TAGS: readonly Tag[] = [];

/** The topics of a paper as chips on its card. A chip tells, when pressed, which words earned it. */
export const topicChips: Feature = {
  name: 'topic chips',
  start(page, signal) {
    prepareTagging();
    const shown = new WeakMap<HTMLElement, readonly Tag[]>();
    const show = (card: Card) => {
      const { topicsOff, partsOff } = page.settings.value;
      const tags = partsOff?.includes('chips') ? NO_TAGS : tagsOf(card.paper, topicsOff);
      const slot = barSlot(card, 'chips');
      const before = shown.get(slot) ?? NO_TAGS;
      shown.set(slot, tags);
      if (!sameTags(before, tags)) slot.replaceChildren(...(tags.length > 0 ? chipParts(page, tags) : []));
    };
    page.settings.onChanged(() => page.edit(() => page.cards().forEach(show)), signal);
    signal.addEventListener('abort', () => page.cards().forEach((card) => clearSlot(card, 'chips')));
    return { card: show };
  },
};

function sameTags(a: readonly Tag[], b: readonly Tag[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function chipParts({ document }: Page, tags: readonly Tag[]): HTMLElement[] {
  const [list, why] = templateFor(document).map((each) => each.cloneNode(true) as HTMLElement) as [HTMLElement, HTMLElement];
  const first = list.firstElementChild as HTMLElement;
  const items = tags.map((_, i) => (i === 0 ? first : (first.cloneNode(true) as HTMLElement)));
  items.forEach((item, i) => fillChip(item, tags[i]!, i >= MAX_CHIPS));
  list.append(...items);
  const extra = tags.length - MAX_CHIPS;
  if (extra > 0) list.append(element(document, 'li', 'papersift-chip-item', {}, [moreButton(document, extra)]));
  return [list, why];
}

let template: readonly HTMLElement[] = [];

/** A list with one chip, and the line that says which words earned a chip. */
function templateFor(document: Document): readonly HTMLElement[] {
  if (template[0]?.ownerDocument === document) return template;
  const chip = element(document, 'button', 'papersift-chip', { type: 'button', 'aria-expanded': 'false' });
  const item = element(document, 'li', 'papersift-chip-item', {}, [chip]);
  const list = element(document, 'ul', 'papersift-chip-list', { 'aria-label': t('chips_label') }, [item]);
  return (template = [list, element(document, 'p', 'papersift-why', { 'aria-live': 'polite', hidden: '' })]);
}

function fillChip(item: HTMLElement, { label, reasons }: Tag, isExtra: boolean): void {
  const chip = item.firstElementChild as HTMLElement;
  chip.textContent = label;
  chip.title = t('chip_why', label, reasons.map((reason) => t('quoted', reason)).join(', '));
  chip.addEventListener('click', toggleReasons);
  if (isExtra) item.hidden = true;
}

function toggleReasons({ currentTarget }: Event): void {
  const chip = currentTarget as HTMLElement;
  const list = chip.closest('ul')!;
  const why = list.nextElementSibling as HTMLElement;
  const open = chip.getAttribute('aria-expanded') !== 'true';
  for (const other of list.querySelectorAll('[aria-expanded]')) setAttribute(other, 'aria-expanded', 'false');
  setAttribute(chip, 'aria-expanded', String(open));
  why.textContent = open ? chip.title : '';
  why.hidden = !open;
}

function moreButton(document: Document, extra: number): HTMLButtonElement {
  const more = button(document, 'papersift-chip papersift-chip-more', `+${extra}`, showExtra);
  more.setAttribute('aria-label', tCount('chips_more', extra));
  return more;
}

function showExtra({ currentTarget }: Event): void {
  const more = currentTarget as HTMLElement;
  const extra = more.closest('ul')!.querySelectorAll<HTMLElement>('li[hidden]');
  for (const item of extra) item.hidden = false;
  extra[0]!.querySelector('button')!.focus();
  more.parentElement!.remove();
}

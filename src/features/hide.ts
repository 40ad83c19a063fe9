import type { PaperId } from '../domain/paper';
import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { patternOf, placeSelector, type PlacePattern } from '../site/places';
import { cardButtons } from './card-button';
import type { Decisions } from './decisions';
import { setAttribute } from './element';
import type { Feature, Page } from './feature';
import type { HiddenShown } from './hidden-shown';
import { icon } from './icons';
import { pageStyle } from './page-style';
import type { Toaster } from './toast';

/** A button on each card that takes the card away, here and in every view, until it is taken back. */
export function hide(decisions: Decisions, toaster: Toaster, hiddenShown: HiddenShown): Feature {
  return {
    name: 'hide',
    start(page, signal) {
      const style = pageStyle(page.document, signal);
      // Where hidden papers have stood, on the page or not: the rule is there before the host makes their nodes anew.
      const hiddenPlaces = new Map<PaperId, Map<string, PlacePattern>>();
      const noteHidden = (card: Card) => {
        const pattern = page.marks.get(card.id).hidden ? patternOf(card) : undefined;
        if (!pattern) return;
        const patterns = hiddenPlaces.get(card.id) ?? new Map<string, PlacePattern>();
        hiddenPlaces.set(card.id, patterns.set(pattern.cell + pattern.link, pattern));
      };
      // A rule, not an attribute: it holds for nodes that are yet to be made, so they are never painted.
      const applyRule = () => {
        page.cards().forEach(noteHidden);
        for (const id of hiddenPlaces.keys()) if (!page.marks.get(id).hidden) hiddenPlaces.delete(id);
        const patterns = [...hiddenPlaces.values()].flatMap((each) => [...each.values()]);
        style.set(hidingRule(patterns, hiddenShown.value));
        // With the last hidden paper its button goes: the next one is hidden, not dimmed.
        if (patterns.length === 0 && hiddenShown.value) hiddenShown.toggle();
      };
      const toggle = async (card: Card, button: HTMLButtonElement) => {
        const hidden = !page.marks.get(card.id).hidden;
        const byKeyboard = button.matches(':focus-visible');
        const next = neighborOf(page, card);
        const kept = await decisions.make([card.paper], { hidden }, hidden ? t('hidden_toast', plainText(card.paper.title)) : undefined);
        if (!kept || !hidden) return;
        // Who hides by keyboard goes on with the next card, not from the top of the page. Not before the key has done its
        // work: it would press the next button too.
        if (byKeyboard && !hiddenShown.value) next?.root.querySelector<HTMLElement>('.papersift-hide')?.focus();
      };
      const showButton = cardButtons(
        page,
        {
          className: 'papersift-hide',
          onClick: (card, button) => void toggle(card, button),
          update: (button, card) => updateButton(button, card, page.marks.get(card.id).hidden),
        },
        signal,
      );
      page.marks.onChanged((ids) => {
        page.edit(() => ids.flatMap(page.cardsOf).forEach(showButton));
        decisions.update();
        applyRule();
      }, signal);
      hiddenShown.onChanged(applyRule, signal);
      decisions.onUndone(({ papers: [paper], byButton }) => {
        // The button that had the focus has gone with its message.
        if (!paper || !byButton || page.document.activeElement !== page.document.body) return;
        page.cardsOf(paper.id)[0]?.root.querySelector<HTMLElement>('.papersift-hide')?.focus();
      }, signal);
      return {
        card: showButton,
        settled() {
          applyRule();
          if (page.cards().length > 0) toaster.prepare();
        },
      };
    },
  };
}

function hidingRule(patterns: readonly PlacePattern[], shown: boolean): string {
  if (patterns.length === 0) return '';
  if (!shown) return `${placeSelector(patterns, 'cell')}{display:none!important}`;
  // Our own parts stay as readable as ever: the way to unhide is among them.
  return `${placeSelector(patterns, 'root')}>:not([data-papersift]){opacity:.5}`;
}

function updateButton(button: HTMLButtonElement, { paper }: Card, hidden: boolean): void {
  const name = hidden ? 'show' : 'hide';
  if (button.dataset['icon'] !== name) button.replaceChildren(icon(button.ownerDocument, name));
  button.dataset['icon'] = name;
  setAttribute(button, 'aria-label', t(hidden ? 'unhide_label' : 'hide_label', plainText(paper.title)));
  setAttribute(button, 'title', t(hidden ? 'unhide' : 'hide'));
}

function neighborOf(page: Page, card: Card): Card | undefined {
  const shown = page.cards().filter(({ id, root }) => root === card.root || !page.marks.get(id).hidden);
  const at = shown.findIndex(({ root }) => root === card.root);
  return shown[at + 1] ?? shown[at - 1];
}

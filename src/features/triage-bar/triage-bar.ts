import { t } from '../../platform/i18n';
import { cellOfMainList } from '../../site/main-list';
import { markOwn, placeAboveList } from '../../site/places';
import type { Arrangement } from '../state/arrangement';
import type { Decisions } from '../state/decisions';
import { button, element, setAttribute } from '../parts/element';
import type { Feature, Page } from '../parts/feature';
import type { Folds } from '../state/folds';
import type { HiddenShown } from '../state/hidden-shown';
import { keepFocus } from '../parts/keep-focus';
import type { LiveLens } from '../state/live-lens';
import type { NewPapers } from '../state/new-papers';
import type { Sight } from '../state/sight';
import { triageBulk } from './triage-bulk';
import { setText, triageCounts } from './triage-counts';
import { countSet, isSet, triageFilters } from './triage-filters';
import { triageResult } from './triage-result';
import { triageTopics } from './triage-topics';

export interface TriageBarOptions {
  readonly lens: LiveLens;
  readonly sight: Sight;
  readonly arrangement: Arrangement;
  readonly decisions: Decisions;
  readonly hiddenShown: HiddenShown;
  readonly folds: Folds;
  readonly newPapers: NewPapers;
}

export interface TriageBar extends Feature {
  /** False when the bar is not on the page. */
  focusFilter(): boolean;
}

/** The bar above the cards: what there is and what is left of it, through what to look at it, and what to do with all of it. */
export function triageBar(options: TriageBarOptions): TriageBar {
  let box: HTMLElement | undefined;
  return {
    name: 'triage bar',
    focusFilter() {
      if (!box?.isConnected) return false;
      box.focus();
      return true;
    },
    start(page, signal) {
      const bar = makeBar(page, options, signal);
      box = bar.box;
      const refocus = keepFocus(bar.element);
      let isComplete = false;
      const update = () => isComplete && page.edit(bar.update);
      options.sight.onChanged(update, signal);
      options.lens.onChanged(update, signal);
      options.arrangement.onChanged(update, signal);
      options.hiddenShown.onChanged(update, signal);
      options.newPapers.onChanged(update, signal);
      page.marks.onChanged(update, signal);
      signal.addEventListener('abort', () => bar.element.remove());
      return {
        // It will be filled once, when all that changes with the card has changed.
        card: () => void (isComplete = false),
        settled(more) {
          const cell = cellOfMainList(page.cards());
          if (!cell) return bar.element.remove();
          // New on the page, or lost with the host's nodes: it is filled again.
          if (!bar.element.isConnected) bar.element.classList.add('papersift-waiting');
          placeAboveList(cell, bar.element, signal);
          // Its place is taken before the cards are painted; its words wait until they need not be moved any more.
          isComplete = !more;
          if (!isComplete) return;
          bar.update();
          bar.element.classList.remove('papersift-waiting');
          refocus();
        },
      };
    },
  };
}

function makeBar(page: Page, { lens, sight, arrangement, decisions, hiddenShown, folds, newPapers }: TriageBarOptions, signal: AbortSignal) {
  const { document } = page;
  const folded = () => arrangement.seen().map(({ id }) => id).filter((id) => sight.mutedBy(id) !== undefined && !folds.isUnfolded(id));
  const counts = triageCounts(document, { hiddenShown, folds, folded });
  const filters = triageFilters(document, lens);
  const topics = triageTopics(document, lens, signal);
  const result = triageResult(document, lens, () => filters.box.focus(), signal);
  const bulk = triageBulk(page, arrangement, sight, decisions);
  const more = disclosure(document, bulk.element, t('bar_more'), 'papersift-triage-more');
  const details = element(document, 'div', 'papersift-filters', {}, [filters.flags, filters.sort, topics.element]);
  const open = disclosure(document, details, '', 'papersift-open-filters');
  const find = element(document, 'div', 'papersift-find', {}, [filters.box, open, details]);
  const head = element(document, 'div', 'papersift-head', {}, [counts.line, more, bulk.element, result.line]);
  const parts = [head, counts.progress, find, result.empty, result.status];
  return {
    element: markOwn(element(document, 'section', 'papersift-triage papersift-waiting', { 'aria-label': t('bar_label') }, parts), 'triage'),
    box: filters.box,
    update() {
      const seen = new Set(page.cards().map(({ id }) => id));
      counts.update(sight.value, [...seen].filter((id) => newPapers.has(id)).length);
      filters.update(lens.value);
      topics.update(sight.value.topics);
      bulk.update();
      more.hidden = ![...bulk.element.children].some((each) => !(each as HTMLElement).hidden);
      result.update(lens.value, sight.value);
      setText(open, countSet(lens.value) > 0 ? t('bar_filters_set', countSet(lens.value)) : t('bar_filters'));
      setAttribute(head, 'data-set', String(isSet(lens.value)));
    },
  };
}

let ids = 0;

/** A button that shows and hides `content`. */
function disclosure(document: Document, content: HTMLElement, label: string, className: string): HTMLButtonElement {
  content.id = `papersift-part-${++ids}`;
  const made = button(document, `papersift-toggle ${className}`, label, () => {
    const isOpen = made.getAttribute('aria-expanded') !== 'true';
    setAttribute(made, 'aria-expanded', String(isOpen));
    content.classList.toggle('papersift-shown', isOpen);
  });
  setAttribute(made, 'aria-expanded', 'false');
  setAttribute(made, 'aria-controls', content.id);
  return made;
}

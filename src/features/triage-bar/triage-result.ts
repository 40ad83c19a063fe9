import { CLEAR_LENS, isFiltering, type Lens } from '../../domain/lens';
import type { FilterEffect, LensFilter, SightCounts } from '../../domain/sight';
import { t, tCount } from '../../platform/i18n';
import { button, element } from '../parts/element';
import type { LiveLens } from '../state/live-lens';
import { setText } from './triage-counts';
import { isSet } from './triage-filters';

/** Who types is told of what comes out, not of what each letter comes to. */
const QUIET_MS = 500;

export interface TriageResult {
  readonly line: HTMLElement;
  readonly empty: HTMLElement;
  readonly status: HTMLElement;
  update(lens: Lens, counts: SightCounts): void;
}

/** "7 of 28 shown" and the way back to all; when nothing is left, which filter is to blame. */
export function triageResult(document: Document, lens: LiveLens, focusBox: () => void, signal: AbortSignal): TriageResult {
  const text = element(document, 'span', 'papersift-result-text');
  // The button goes with what it clears: the focus stays in the bar.
  const clearing = (label: string, clear: () => void) =>
    button(document, 'papersift-line-toggle', label, () => {
      clear();
      focusBox();
    });
  const clearAll = clearing(t('bar_clear_all'), () => lens.set(CLEAR_LENS));
  const reason = element(document, 'span', '');
  let blamed: LensFilter | undefined;
  const clearOne = clearing('', () => blamed && lens.set(without(lens.value, blamed)));
  const empty = element(document, 'p', 'papersift-empty', {}, [reason, clearOne]);
  empty.hidden = true;
  // No role: the page's one status is the toast.
  const status = element(document, 'p', 'papersift-unseen', { 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  const announce = (words: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => setText(status, words), QUIET_MS);
  };

  return {
    line: element(document, 'div', 'papersift-result', {}, [text, clearAll]),
    empty,
    status,
    update(value, counts) {
      const isFiltered = isFiltering(value);
      setText(text, isFiltered ? tCount('bar_shown', counts.papers, counts.shown) : '');
      clearAll.hidden = !isSet(value);
      const effect = isFiltered && counts.shown === 0 ? toBlame(counts.filteredBy) : undefined;
      blamed = effect?.filter;
      empty.hidden = !effect;
      if (effect) {
        const name = nameOf(effect.filter, value, counts);
        setText(reason, effect.alone === 0 ? t('bar_empty_alone', name) : tCount('bar_empty_together', effect.without, name));
        setText(clearOne, t('bar_clear_one', name));
      }
      announce(isFiltered ? tCount('bar_shown_status', counts.papers, counts.shown) : '');
    },
  };
}

/** The filter that leaves nothing by itself, or else the one without which the most would be left. */
function toBlame(effects: readonly FilterEffect[]): FilterEffect | undefined {
  return effects.find(({ alone }) => alone === 0) ?? effects.toSorted((a, b) => b.without - a.without)[0];
}

function nameOf(filter: LensFilter, lens: Lens, { topics }: SightCounts): string {
  if (filter.kind === 'text') return t('quoted', lens.text.trim());
  if (filter.kind === 'flag') return t('quoted', t(`bar_flag_${filter.flag}`));
  const label = topics.find(({ topic }) => topic === filter.topic)?.label ?? filter.topic;
  return t('quoted', `${lens.topics[filter.topic] === 'excluded' ? '−' : '+'} ${label}`);
}

function without(lens: Lens, filter: LensFilter): Partial<Lens> {
  if (filter.kind === 'text') return { text: '' };
  if (filter.kind === 'flag') return { flags: lens.flags.filter((flag) => flag !== filter.flag) };
  const { [filter.topic]: _, ...topics } = lens.topics;
  return { topics };
}

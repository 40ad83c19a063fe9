import { CLEAR_LENS, isFiltering, LENS_FLAGS, SORTS, type Lens, type Sort } from '../../domain/lens';
import { t } from '../../platform/i18n';
import { button, element, setAttribute } from '../parts/element';
import type { LiveLens } from '../state/live-lens';

export interface TriageFilters {
  readonly box: HTMLInputElement;
  readonly flags: HTMLElement;
  readonly sort: HTMLElement;
  update(lens: Lens): void;
}

/** The filter box, a toggle for each flag of the lens, and the order. */
export function triageFilters(document: Document, lens: LiveLens): TriageFilters {
  const box = filterBox(document, lens);
  const toggles = LENS_FLAGS.map((flag) => ({
    flag,
    element: button(document, 'papersift-toggle', t(`bar_flag_${flag}`), () => {
      const { flags } = lens.value;
      lens.set({ flags: flags.includes(flag) ? flags.filter((each) => each !== flag) : [...flags, flag] });
    }),
  }));
  const options = SORTS.map((sort) => element(document, 'option', '', { value: sort }, [t(`bar_sort_${sort}`)]));
  const select = element(document, 'select', 'papersift-select', {}, options);
  select.addEventListener('change', () => lens.set({ sort: select.value as Sort }));
  const items = toggles.map((toggle) => toggle.element);
  return {
    box,
    flags: element(document, 'div', 'papersift-flags', { role: 'group', 'aria-label': t('bar_flags') }, items),
    sort: element(document, 'label', 'papersift-sort', {}, [t('bar_sort'), select]),
    update({ text, flags, sort }) {
      if (box.value !== text) box.value = text;
      for (const toggle of toggles) setAttribute(toggle.element, 'aria-pressed', String(flags.includes(toggle.flag)));
      select.value = sort;
    },
  };
}

function filterBox(document: Document, lens: LiveLens): HTMLInputElement {
  const box = element(document, 'input', 'papersift-filter-box', {
    type: 'search',
    placeholder: t('bar_filter'),
    'aria-label': t('bar_filter_label'),
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '1000',
  });
  box.addEventListener('input', () => lens.set({ text: box.value }));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // The first one clears, as Chromium does by itself and Firefox does not; the next one leaves.
    event.preventDefault();
    if (lens.value.text === '') box.blur();
    else lens.set({ text: '' });
  });
  return box;
}

/** Whether there is anything to clear. */
export function isSet(lens: Lens): boolean {
  return isFiltering(lens) || lens.sort !== CLEAR_LENS.sort;
}

/** How many filters are set beside the words, the order included. */
export function countSet({ flags, topics, sort }: Lens): number {
  return flags.length + Object.keys(topics).length + (sort === CLEAR_LENS.sort ? 0 : 1);
}

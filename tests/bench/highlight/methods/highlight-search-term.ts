import { highlightSearchTerm } from 'highlight-search-term';
import type { Method } from '../method';
import { HIGHLIGHT } from '../ranges';

/** It takes one term at a time, and each has a highlight of its own. It is given the elements that hold the texts. */
export const method: Method = {
  build: (terms) => () => {
    terms.forEach((search, index) => highlightSearchTerm({ search, selector: '.card a, .card p', customHighlightName: `${HIGHLIGHT}-${index}` }));
  },
};

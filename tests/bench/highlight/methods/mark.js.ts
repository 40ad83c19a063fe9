import Mark from 'mark.js';
import type { Method } from '../method';

/** As its README has it: an array of terms. */
export const method: Method = {
  build: (terms) => (cards) => new Mark(cards.map(({ root }) => root)).mark([...terms], { separateWordSearch: false, acrossElements: false }),
};

import type { Method } from '../method';
import { textNodes } from '../ranges';

/** The floor: looking at each character of each text once. */
export const method: Method = {
  build: () => (cards) => {
    let sum = 0;
    for (const node of cards.flatMap(({ root }) => textNodes(root))) {
      const { data } = node;
      for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
    }
    // Used, so that the engine cannot leave the loop out.
    document.documentElement.dataset['sum'] = String(sum);
  },
};

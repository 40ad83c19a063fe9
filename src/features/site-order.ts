import type { ArrangementSource } from './arrangement';
import type { Feature } from './feature';
import type { HiddenShown } from './hidden-shown';

/** The arrangement as the site has it: all cards that are not hidden. */
export function siteOrder(arrangement: ArrangementSource, hiddenShown: HiddenShown): Feature {
  return {
    name: 'site order',
    start(page, signal) {
      const update = () => {
        const ids = new Set<string>();
        const seen = page.cards().filter(({ id }) => (hiddenShown.value || !page.marks.get(id).hidden) && !ids.has(id) && ids.add(id));
        const inOrder = seen.sort((a, b) => (a.root.compareDocumentPosition(b.root) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
        arrangement.set(inOrder);
      };
      page.marks.onChanged(update, signal);
      hiddenShown.onChanged(update, signal);
      return { settled: update };
    },
  };
}

import type { PaperId } from '../domain/paper';
import type { Card } from '../site/card';
import type { Announcer } from './parts/announcer';
import type { Arrangement } from './state/arrangement';
import { focusBar } from './parts/card-bar';
import type { Undone } from './state/decisions';
import type { Feature, Page } from './parts/feature';
import { firstInSight, reveal } from './parts/reveal';

const CURRENT = 'data-papersift-current';

/** The card that keys act on. It is outlined from the first key on. */
export interface CurrentCard extends Feature {
  /** The card, for a key that is about to act on it; undefined when there is none that is seen. */
  take(): Card | undefined;
  /** Goes on to the card that is seen so many places later. False when no card is seen. */
  step(by: number): boolean;
  /** Goes to a paper, now or once its card is seen. */
  go(id: PaperId): void;
  /** Goes to what was taken back by a key, and stays where it is for a pointer. */
  undone(undone: Undone): void;
}

/** @param describe what a screen reader says of the card that has become the current one, by its place among so many */
export function currentCard(
  arrangement: Arrangement,
  announcer: Announcer,
  describe: (card: Card, index: number, total: number) => string,
): CurrentCard {
  let id: PaperId | undefined;
  /** Where it is seen, or was: the card that takes its place becomes the current one. */
  let index = 0;
  let wanted: PaperId | undefined;
  /** Whether a key was used at all, and whether it was used last: the page must not move under the pointer. */
  let isShown = false;
  let isByKey = false;
  let outlined: HTMLElement | undefined;
  let frame = 0;

  const placeOf = (paper: PaperId | undefined) => arrangement.seen().findIndex((card) => card.id === paper);
  const outline = (card: Card | undefined) => {
    const cell = isShown ? card?.cell : undefined;
    if (outlined !== cell) outlined?.removeAttribute(CURRENT);
    outlined = cell;
    if (cell && !cell.hasAttribute(CURRENT)) cell.setAttribute(CURRENT, '');
  };
  const become = (at: number) => {
    const card = arrangement.seen()[at];
    if (!card) return;
    ({ id } = card);
    index = at;
    outline(card);
    if (!isByKey) return;
    reveal(card.cell);
    const focused = card.root.ownerDocument.activeElement;
    // Whoever tabs on goes on from here, not from a card that was left by a key.
    if (!card.root.contains(focused) && arrangement.seen().some(({ root }) => root.contains(focused))) focusBar(card);
    // A card that was out of sight has its true height in the frame after the one that shows it. All that the key has
    // changed is done by then, too: it is said once, and true.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(tell);
    });
  };
  const tell = () => {
    const seen = arrangement.seen();
    const at = placeOf(id);
    if (!seen[at]) return;
    reveal(seen[at].cell);
    announcer.say(describe(seen[at], at, seen.length));
  };
  const noteKey = () => {
    isShown = true;
    isByKey = true;
  };
  const go = (paper: PaperId) => {
    const at = placeOf(paper);
    wanted = at < 0 ? paper : undefined;
    become(at);
  };
  const refresh = (cardsOf: Page['cardsOf']) => {
    const seen = arrangement.seen();
    if (placeOf(wanted) >= 0) {
      id = wanted;
      wanted = undefined;
      return become(placeOf(id));
    }
    const at = placeOf(id);
    outline(seen[at]);
    if (at >= 0) index = at;
    // One that has left the page may come again: the host makes its nodes anew at any time.
    else if (id !== undefined && cardsOf(id).length > 0) become(Math.min(index, seen.length - 1));
  };

  return {
    name: 'current card',
    take() {
      const card = arrangement.seen()[placeOf(id)];
      if (!card) return undefined;
      noteKey();
      outline(card);
      return card;
    },
    step(by) {
      const seen = arrangement.seen();
      if (seen.length === 0) return false;
      noteKey();
      wanted = undefined;
      const at = placeOf(id);
      become(at < 0 ? seen.indexOf(firstInSight(seen, ({ cell }) => cell)!) : Math.max(0, Math.min(at + by, seen.length - 1)));
      return true;
    },
    go,
    undone({ papers: [paper], byButton }) {
      if (!paper || byButton) return;
      noteKey();
      go(paper.id);
    },
    start({ document, cardsOf }, signal) {
      const goTo = ({ target }: Event) => {
        const at = arrangement.seen().findIndex(({ root }) => root.contains(target as Node));
        if (at < 0 || arrangement.seen()[at]!.id === id) return;
        wanted = undefined;
        become(at);
      };
      const onPointer = (event: Event) => {
        isByKey = false;
        goTo(event);
      };
      const onTab = (event: KeyboardEvent) => {
        const card = arrangement.seen()[placeOf(id)];
        if (event.key !== 'Tab' || event.shiftKey || event.defaultPrevented || !isByKey || !card) return;
        // The browser goes on from what has the focus by then: into the card.
        if (document.activeElement === document.body) focusBar(card);
      };
      document.addEventListener('pointerdown', onPointer, { capture: true, signal });
      document.addEventListener('focusin', goTo, { signal });
      document.addEventListener('keydown', onTab, { signal });
      arrangement.onChanged(() => refresh(cardsOf), signal);
      signal.addEventListener('abort', () => {
        cancelAnimationFrame(frame);
        outlined?.removeAttribute(CURRENT);
      });
      return {
        settled() {
          // A page without a card is left as it is.
          if (arrangement.seen().length > 0) announcer.prepare();
          refresh(cardsOf);
        },
      };
    },
  };
}

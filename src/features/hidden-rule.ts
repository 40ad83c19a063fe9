import type { PaperId } from '../domain/paper';
import type { Card } from '../site/card';
import { patternOf, placeSelector, type PlacePattern } from '../site/places';
import type { Page } from './parts/feature';
import type { HiddenShown } from './state/hidden-shown';
import { pageStyle } from './parts/page-style';

/** Keeps hidden papers out of sight, or dimmed. A rule, not an attribute: it holds for nodes that are yet to be made, so they are never painted. */
export function hiddenRule(page: Page, hiddenShown: HiddenShown, signal: AbortSignal): { update(): void } {
  const style = pageStyle(page.document, signal);
  // Where hidden papers have stood, on the page or not: the rule is there before the host makes their nodes anew.
  const places = new Map<PaperId, Map<string, PlacePattern>>();
  const note = (card: Card) => {
    const pattern = page.marks.get(card.id).hidden ? patternOf(card) : undefined;
    if (!pattern) return;
    const patterns = places.get(card.id) ?? new Map<string, PlacePattern>();
    places.set(card.id, patterns.set(pattern.cell + pattern.link, pattern));
  };
  return {
    update() {
      page.cards().forEach(note);
      for (const id of places.keys()) if (!page.marks.get(id).hidden) places.delete(id);
      const patterns = [...places.values()].flatMap((each) => [...each.values()]);
      style.set(ruleFor(patterns, hiddenShown.value));
      // With the last hidden paper its button goes: the next one is hidden, not dimmed.
      if (patterns.length === 0 && hiddenShown.value) hiddenShown.toggle();
    },
  };
}

function ruleFor(patterns: readonly PlacePattern[], shown: boolean): string {
  if (patterns.length === 0) return '';
  if (!shown) return `${placeSelector(patterns, 'cell')}{display:none!important}`;
  // Our own parts stay as readable as ever: the way to unhide is among them.
  return `${placeSelector(patterns, 'root', '>:not([data-papersift])')}{opacity:.5}`;
}

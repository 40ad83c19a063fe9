import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import type { Arrangement } from './state/arrangement';
import type { Decisions } from './state/decisions';
import type { Page } from './parts/feature';
import type { HiddenShown } from './state/hidden-shown';

/** Buttons that hide a card: in its bar, and on its line when it is folded. */
const HIDE_BUTTONS = '.papersift-hide, .papersift-muted-hide';

/** Hides a card because of a press on `button`; the keyboard goes on with the next card, not from the top of the page. */
export function cardHider(page: Page, decisions: Decisions, arrangement: Arrangement, hiddenShown: HiddenShown) {
  return async (card: Card, button: HTMLButtonElement): Promise<void> => {
    const hidden = !page.marks.get(card.id).hidden;
    const byKeyboard = button.matches(':focus-visible');
    const next = neighborOf(arrangement.seen(), card);
    const kept = await decisions.make([card.paper], { hidden }, hidden ? t('hidden_toast', plainText(card.paper.title)) : undefined);
    // Not before the key has done its work: it would press the next button too.
    if (kept && hidden && byKeyboard && !hiddenShown.value && next) focusHideButton(next);
  };
}

/** Of a folded card the button on its line, else the one in its bar: what is not seen takes no focus. */
export function focusHideButton({ root }: Card): void {
  root.querySelectorAll<HTMLElement>(HIDE_BUTTONS).forEach((button) => button.focus());
}

function neighborOf(seen: readonly Card[], { id }: Card): Card | undefined {
  const at = seen.findIndex((card) => card.id === id);
  return seen[at + 1] ?? seen[at - 1];
}

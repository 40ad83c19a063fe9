import { strokeOf, typed } from '../domain/key-strokes';
import { keysInEffect, type ActionId, type Keys } from '../domain/key-table';
import type { Feature } from './parts/feature';
import { isBehindDialog, isTyping } from './parts/typing';

/** What the keys do; false when there was nothing to do, and the key is left to the page. */
export type KeyActions = { readonly [A in ActionId]?: () => boolean | void };

/** What a held key may do again and again. All else would be done to ten papers where one was meant. */
const REPEATS: ReadonlySet<ActionId> = new Set(['next', 'previous']);

/** The reader has this long for the second of two strokes. */
const SECOND_STROKE_MS = 1500;

/** Does what the keys of the table say, unless they are the page's, a field's or another program's. */
export function keyboard(actions: KeyActions): Feature {
  return {
    name: 'keyboard',
    start({ document, settings }, signal) {
      let keys = keysInEffect();
      let waiting: Keys = '';
      let since = 0;
      const onKey = (event: KeyboardEvent) => {
        if (event.defaultPrevented || isTyping(event)) return;
        const stroke = strokeOf(event);
        if (stroke === undefined || isBehindDialog(document)) return;
        const { action, ...next } = typed(keys, event.timeStamp - since < SECOND_STROKE_MS ? waiting : '', stroke);
        ({ waiting } = next);
        since = event.timeStamp;
        const isIdle = event.repeat && action && !REPEATS.has(action);
        if (waiting === '' && !isIdle && (!action || (actions[action] ?? nothing)() === false)) return;
        event.preventDefault();
      };
      // The page's own listeners go first, those on the window and those that it adds later too: ours is put behind them for each key.
      const goLast = () => {
        window.removeEventListener('keydown', onKey);
        window.addEventListener('keydown', onKey, { signal });
      };
      let listening: AbortController | undefined;
      const apply = () => {
        keys = keysInEffect(settings.value.keys);
        const isOn = settings.value.keyboard !== false;
        if (isOn === (listening !== undefined)) return;
        listening?.abort();
        window.removeEventListener('keydown', onKey);
        listening = isOn ? new AbortController() : undefined;
        if (listening) window.addEventListener('keydown', goLast, { capture: true, signal: AbortSignal.any([signal, listening.signal]) });
      };
      apply();
      settings.onChanged(apply, signal);
      return {};
    },
  };
}

const nothing = () => false;

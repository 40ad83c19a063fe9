import { KEY_TABLE, keyCaps, keysInEffect, type KeyGroup, type Keys } from '../domain/key-table';
import { t } from '../platform/i18n';
import { markOwn } from '../site/places';
import { button, element } from './parts/element';
import type { Feature } from './parts/feature';

export interface HelpSheet extends Feature {
  open(): void;
}

/** A sheet before the page that says what the keys do, from the table that makes them do it. */
export function helpSheet(): HelpSheet {
  let open = () => {};
  return {
    name: 'help sheet',
    open: () => open(),
    start({ document, settings }, signal) {
      const sheet = markOwn(element(document, 'dialog', 'papersift-help', { 'aria-labelledby': 'papersift-help-title' }), 'help');
      signal.addEventListener('abort', () => sheet.remove());
      sheet.addEventListener('click', ({ target }) => target === sheet && sheet.close());
      sheet.addEventListener('keydown', (event) => {
        // The key that opens it closes it. None reaches the page behind.
        event.stopPropagation();
        if (event.key === '?') sheet.close();
      });
      sheet.addEventListener('close', () => sheet.remove());
      const fill = () => sheet.replaceChildren(contents(document, keysInEffect(settings.value.keys).of, settings.value.keyboard !== false, () => sheet.close()));
      settings.onChanged(() => sheet.open && fill(), signal);
      open = () => {
        if (signal.aborted || sheet.open) return;
        fill();
        document.body.append(sheet);
        sheet.showModal();
      };
      return {};
    },
  };
}

function contents(document: Document, keys: ReturnType<typeof keysInEffect>['of'], isOn: boolean, close: () => void): HTMLElement {
  const make = element.bind(undefined, document);
  const title = make('h2', 'papersift-help-title', { id: 'papersift-help-title' }, [t('key_help')]);
  const groups = [...new Set(KEY_TABLE.map(({ group }) => group))].map((group: KeyGroup) =>
    make('section', 'papersift-help-group', {}, [
      make('h3', 'papersift-help-heading', {}, [t(`keys_${group}`)]),
      make('dl', 'papersift-help-keys', {}, KEY_TABLE.filter((each) => each.group === group).map(({ id }) =>
        make('div', 'papersift-help-key', {}, [
          make('dt', '', {}, [t(`key_${id}`)]),
          make('dd', '', {}, keys[id].length === 0 ? [t('keys_none')] : keysText(document, keys[id])),
        ]),
      )),
    ]),
  );
  const closing = button(document, 'papersift-help-close', t('close'), close);
  const note = make('p', 'papersift-help-note', {}, [t(isOn ? 'keys_note' : 'keys_off_note')]);
  return make('div', 'papersift-help-sheet', {}, [title, closing, make('div', 'papersift-help-groups', {}, groups), note]);
}

/** Each stroke on keys as they look; two strokes one after the other, two ways apart. */
function keysText(document: Document, all: readonly Keys[]): (Node | string)[] {
  return all.flatMap((keys, index) => [
    ...(index > 0 ? [` ${t('keys_or')} `] : []),
    ...keyCaps(keys).flatMap((caps, stroke) => [
      ...(stroke > 0 ? [` ${t('keys_then')} `] : []),
      ...caps.flatMap((cap) => [' ', element(document, 'kbd', 'papersift-kbd', {}, [cap])]),
    ]),
  ]);
}

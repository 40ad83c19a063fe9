import { KEY_TABLE, keysInEffect, type ActionId } from '../../../domain/key-table';
import type { Settings } from '../../../domain/settings';
import { t } from '../../../platform/i18n';
import { KeyButton } from './key-button';
import { KeyCaps } from './key-caps';
import { chooseKeys } from './settings-edits';
import { SwitchRow } from '../parts/switch';

interface Props {
  readonly settings: Settings;
  readonly change: (edit: (settings: Settings) => Settings) => void;
}

/** What each key does, with a way to choose another. */
export function KeySettings({ settings, change }: Props) {
  const { keyboard = true, keys = {} } = settings;
  const { of, conflicts } = keysInEffect(keys);
  const nameOf = (id: ActionId) => t(`key_${id}`);
  const isChanged = KEY_TABLE.some(({ id }) => Object.hasOwn(keys, id));
  return (
    <>
      <h3>{t('popup_keys')}</h3>
      <SwitchRow on={keyboard} label={t('popup_keyboard')} onToggle={() => change((now) => ({ ...now, keyboard: !keyboard }))} />
      <p class="hint">{t('popup_keys_hint')}</p>
      <ul class="key-list">
        {KEY_TABLE.map(({ id }) => (
          <li key={id}>
            <div class="key-row">
              <span>{nameOf(id)}</span>
              {Object.hasOwn(keys, id) && (
                <button type="button" class="link" aria-label={t('popup_key_reset_of', nameOf(id))} onClick={() => change((now) => chooseKeys(now, id, undefined))}>
                  {t('popup_key_reset')}
                </button>
              )}
              <KeyButton name={nameOf(id)} keys={of[id]} choose={(chosen) => change((now) => chooseKeys(now, id, chosen))} />
            </div>
            {conflicts
              .filter(({ lostBy }) => lostBy === id)
              .map((lost) => (
                <p key={lost.keys} class="hint">
                  <KeyCaps keys={lost.keys} /> {t('popup_key_taken', nameOf(lost.to))}
                </p>
              ))}
          </li>
        ))}
      </ul>
      {isChanged && (
        <button type="button" class="button" onClick={() => change((now) => ({ ...now, keys: {} }))}>
          {t('popup_keys_reset')}
        </button>
      )}
    </>
  );
}

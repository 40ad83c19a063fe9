import type messages from '../_locales/en/messages.json';
import { browser } from './browser';
import { formatCount } from './format';

export type MessageKey = keyof typeof messages;

/** Keys that have a form for one and a form for all other numbers: `papers_one`, `papers_other`. */
type CountKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

let plurals: Intl.PluralRules | undefined;

/** The text for `key` in the browser's language; `$1` to `$9` are replaced by the substitutions. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** The text for `count` things: the plural form of the browser's language, the number as `$1`. */
export function tCount(stem: CountKey, count: number, ...substitutions: (string | number)[]): string {
  plurals ??= new Intl.PluralRules(browser.i18n.getUILanguage());
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return t(`${stem}_${form}` as MessageKey, formatCount(count), ...substitutions);
}

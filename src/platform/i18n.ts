import type messages from '../_locales/en/messages.json';
import { browser } from './browser';
import { formatCount, isEnglish } from './format';

export type MessageKey = keyof typeof messages;

/** Keys that have a form for one and a form for all other numbers: `papers_one`, `papers_other`. */
type CountKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

let plurals: Intl.PluralRules | undefined;

// Signs for private use, which no message has: the browser is asked for each message once, and not for each of a thousand labels.
const PLACES = Array.from({ length: 9 }, (_, i) => String.fromCharCode(0xe000 + i));
const PLACE = /([\uE000-\uE008])/;
const known = new Map<MessageKey, readonly string[]>();

/** The text for `key` in the browser's language; `$1` to `$9` are replaced by the substitutions. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  const parts = known.get(key) ?? browser.i18n.getMessage(key, PLACES).split(PLACE);
  known.set(key, parts);
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) text += `${substitutions[PLACES.indexOf(parts[i]!)] ?? ''}${parts[i + 1]}`;
  return text;
}

/** The text for `count` things: the plural form of the browser's language, the number as `$1`. */
export function tCount(stem: CountKey, count: number, ...substitutions: (string | number)[]): string {
  const form = isOne(count) ? 'one' : 'other';
  return t(`${stem}_${form}` as MessageKey, formatCount(count), ...substitutions);
}

function isOne(count: number): boolean {
  // Making the rules costs a cold page more than all its texts.
  if (isEnglish()) return count === 1;
  plurals ??= new Intl.PluralRules(browser.i18n.getUILanguage());
  return plurals.select(count) === 'one';
}

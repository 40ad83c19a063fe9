import { browser } from './browser';

// Made once: making an Intl object costs more than a thousand uses of it, and a list formats one count per row.
let numbers: Intl.NumberFormat | undefined;
let days: Intl.DateTimeFormat | undefined;

let language: string | undefined;

/** Whether the browser speaks English, whose numbers and plurals are simple. */
export function isEnglish(): boolean {
  language ??= browser.i18n.getUILanguage();
  return /^en\b/.test(language);
}

/** "1,000" in the browser's language. */
export function formatCount(count: number): string {
  if (count < 1000 && Number.isInteger(count) && count >= 0 && isEnglish()) return String(count);
  numbers ??= new Intl.NumberFormat(browser.i18n.getUILanguage());
  return numbers.format(count);
}

/** "12 added, 2 already there" in the browser's language. */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(browser.i18n.getUILanguage(), { type: 'unit', style: 'short' }).format(parts);
}

/** "Feb 18, 2024" for `2024-02-18`; undefined for what is no day. */
export function formatDay(day: string): string | undefined {
  const time = Date.parse(day);
  if (Number.isNaN(time)) return undefined;
  // A day has no time zone: read and shown in UTC it stays the same day everywhere.
  days ??= new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { dateStyle: 'medium', timeZone: 'UTC' });
  return days.format(time);
}

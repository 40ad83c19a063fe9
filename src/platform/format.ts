import type { Month } from '../domain/mark-codec/paper-number';
import { browser } from './browser';

// Made once: making an Intl object costs more than a thousand uses of it, and a list formats one count per row.
let numbers: Intl.NumberFormat | undefined;
let days: Intl.DateTimeFormat | undefined;
let times: Intl.DateTimeFormat | undefined;
let sizes: Intl.NumberFormat | undefined;

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

/** "Feb 18, 2024, 9:30 AM" for an ISO time, where the reader is; undefined for what is no time. */
export function formatTime(time: string): string | undefined {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return undefined;
  times ??= new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  return times.format(milliseconds);
}

/** "March 2023" for the arXiv month `2303`; undefined for what is none. */
export function formatMonth(month: Month): string | undefined {
  const time = /^\d{4}$/.test(month) ? Date.parse(`20${month.slice(0, 2)}-${month.slice(2)}-01`) : NaN;
  if (Number.isNaN(time)) return undefined;
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(time);
}

/** "12.4" for 12,700 bytes: thousands are of 1,024, as the browsers count their limits. */
export function formatKilobytes(bytes: number): string {
  sizes ??= new Intl.NumberFormat(browser.i18n.getUILanguage(), { maximumFractionDigits: 1 });
  return sizes.format(bytes / 1024);
}

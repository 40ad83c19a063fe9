import type { Month } from '../domain/mark-codec/paper-number';
import { browser } from './browser';

let times: Intl.DateTimeFormat | undefined;
let sizes: Intl.NumberFormat | undefined;

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

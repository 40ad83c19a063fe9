import type { PageStatus } from '../../domain/page-status';
import { t, tCount } from '../../platform/i18n';
import { formatCount, formatList } from '../../platform/format';

export interface PageView {
  readonly enabled: boolean;
  readonly access: boolean;
  /** `waiting` until the page has answered or was found to be none of ours. */
  readonly status: PageStatus | 'waiting' | undefined;
}

export interface PageLine {
  readonly tone: 'plain' | 'quiet' | 'warning';
  readonly text: string;
  /** What the reader can do about it. */
  readonly action?: 'open-papers' | 'ask-access';
}

const FAILURES: Readonly<Record<string, 'popup_no_title' | 'popup_no_id'>> = {
  'no-title': 'popup_no_title',
  'no-id': 'popup_no_id',
};

/** What the popup says of the page, most important first. */
export function pageLines({ enabled, access, status }: PageView): PageLine[] {
  if (!access) return [{ tone: 'warning', text: t('popup_no_access'), action: 'ask-access' }];
  if (!enabled) return [{ tone: 'warning', text: t('popup_switched_off') }];
  if (status === 'waiting') return [{ tone: 'quiet', text: t('popup_reading') }];
  if (!status) return [{ tone: 'quiet', text: t('popup_no_page'), action: 'open-papers' }];
  if (status.siteChanged) return [{ tone: 'warning', text: t('popup_site_changed') }];
  return statusLines(status);
}

function statusLines(status: PageStatus): PageLine[] {
  const lines: PageLine[] = [{ tone: 'plain', text: cardsRead(status) }];
  lines.push({ tone: 'quiet', text: `${tCount('popup_starred', status.starred)} · ${tCount('popup_hidden', status.hidden)}` });
  if (status.failures.length > 0) lines.push({ tone: 'warning', text: failureText(status.failures) });
  if (!status.canHighlight) lines.push({ tone: 'warning', text: t('popup_cannot_highlight') });
  return lines;
}

function cardsRead({ read, found }: PageStatus): string {
  if (found === 0) return t('popup_no_cards');
  return tCount('popup_cards_read', found, formatCount(read));
}

/** "2 cards could not be read: no title, no paper id". */
function failureText(failures: PageStatus['failures']): string {
  const reasons = new Set(failures.map(({ reason }) => reason));
  // A content script older or newer than this popup may know other reasons.
  const texts = [...reasons].map((reason) => (FAILURES[reason] ? t(FAILURES[reason]) : reason));
  return tCount('popup_failures', failures.length, formatList(texts));
}

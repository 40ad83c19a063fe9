import type { PageStatus } from '../../domain/page-status';
import { t, tCount } from '../../platform/i18n';
import { formatList } from '../../platform/format';

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

/** The page whose papers are counted; undefined while there is none, or none that can be read. */
export function countedPage({ enabled, access, status }: PageView): PageStatus | undefined {
  return enabled && access && typeof status === 'object' && !status.siteChanged && status.papers > 0 ? status : undefined;
}

/** "2 starred · 3 hidden · 5 read · 1 muted", as far as there are any. */
export function decidedText({ starred, hidden, read, muted }: PageStatus): string {
  const counts = [
    [starred, tCount('popup_starred', starred)],
    [hidden, tCount('popup_hidden', hidden)],
    [read, tCount('popup_read', read)],
    [muted, tCount('popup_muted', muted)],
  ] as const;
  return counts.filter(([count]) => count > 0).map(([, text]) => text).join(' · ');
}

function statusLines(status: PageStatus): PageLine[] {
  const lines: PageLine[] = [];
  if (status.found === 0) lines.push({ tone: 'plain', text: t('popup_no_cards') });
  if (status.failures.length > 0) lines.push({ tone: 'warning', text: failureText(status.failures) });
  if (!status.canHighlight) lines.push({ tone: 'warning', text: t('popup_cannot_highlight') });
  return lines;
}

/** "2 cards could not be read: no title, no paper id". */
function failureText(failures: PageStatus['failures']): string {
  const reasons = new Set(failures.map(({ reason }) => reason));
  // A content script older or newer than this popup may know other reasons.
  const texts = [...reasons].map((reason) => (FAILURES[reason] ? t(FAILURES[reason]) : reason));
  return tCount('popup_failures', failures.length, formatList(texts));
}

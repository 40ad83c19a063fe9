import { formatCount } from '../../../platform/format';
import { t, tCount } from '../../../platform/i18n';

/** What a keyword has found; undefined where it is not known. */
export interface Counts {
  /** Matches on the page. */
  readonly page: number | undefined;
  /** Papers of the last 30 days. */
  readonly month: number | undefined;
  /** Nothing was found, though digests were seen. */
  readonly isDead: boolean;
}

/** Two columns of numbers, each with its words for those who do not see the head of the list. */
export function KeywordCounts({ counts: { page, month } }: { readonly counts: Counts }) {
  return (
    <>
      {page !== undefined && <Count kind="count" value={page} text={tCount('popup_matches', page)} />}
      {month !== undefined && <Count kind="hits" value={month} text={tCount('popup_hits', month)} />}
    </>
  );
}

interface CountProps {
  readonly kind: 'count' | 'hits';
  readonly value: number;
  readonly text: string;
}

function Count({ kind, value, text }: CountProps) {
  return (
    <span class={`${kind}${value === 0 ? ' none' : ''}`} title={text}>
      <span aria-hidden="true">{formatCount(value)}</span>
      <span class="unseen">{text}</span>
    </span>
  );
}

/** The head of both columns, where there are any. */
export function CountsHead({ hasPage, hasMonth }: { readonly hasPage: boolean; readonly hasMonth: boolean }) {
  if (!hasPage && !hasMonth) return null;
  return (
    <p class="counts-head" aria-hidden="true">
      {hasPage && <span class="count">{t('popup_here')}</span>}
      {hasMonth && <span class="hits">{t('popup_month')}</span>}
    </p>
  );
}

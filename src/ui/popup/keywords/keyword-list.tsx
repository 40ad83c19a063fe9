import type { IsoDate } from '../../../domain/iso-date';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { fold } from '../../../domain/matching/fold';
import type { Keyword } from '../../../domain/keyword';
import type { PageStatus } from '../../../domain/page-status';
import { formatCount } from '../../../platform/format';
import { t } from '../../../platform/i18n';
import type { Hits } from './hits';
import { CountsHead, type Counts } from './keyword-counts';
import { KeywordRow, type RowActions } from './keyword-row';

/** A list that is longer can be searched. */
const LONG = 15;

interface Props {
  readonly kind: 'keywords' | 'mutes';
  readonly keywords: readonly Keyword[];
  /** Ids of those that are edited, which have to fit into `fitInto`. */
  readonly editing: readonly string[];
  readonly fitInto: readonly Keyword[];
  readonly page: PageStatus | undefined;
  readonly hits: Hits;
  readonly today: IsoDate;
  readonly actions: RowActions;
  /** What stands between the title and the rows. */
  readonly children: ComponentChildren;
  readonly foot?: ComponentChildren;
}

/** Those keywords that highlight, or those that mute, with what they have found. */
export function KeywordList({ kind, keywords, editing, fitInto, page, hits, today, actions, children, foot }: Props) {
  const [wanted, setWanted] = useState('');
  const isLong = keywords.length > LONG;
  const words = isLong ? fold(wanted.trim()) : '';
  const isWanted = ({ id, source }: Keyword) => words === '' || editing.includes(id) || fold(source).includes(words);
  const rows = keywords.filter(isWanted);
  const titleId = `${kind}-title`;
  return (
    <section class={kind} aria-labelledby={titleId}>
      <h2 id={titleId}>
        {t(kind === 'mutes' ? 'popup_mutes' : 'popup_keywords')} {keywords.length > 0 && <span class="total">{formatCount(keywords.length)}</span>}
      </h2>
      {children}
      {isLong && (
        <input
          type="search"
          class="field"
          aria-label={t('popup_find_keyword')}
          placeholder={t('popup_find_keyword')}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {rows.length > 0 && <CountsHead hasPage={page !== undefined} hasMonth={hits !== undefined} />}
      {isLong && rows.length === 0 && <p class="empty">{t('popup_none_found')}</p>}
      <ul class="keyword-list">
        {rows.map((keyword) => (
          <KeywordRow
            key={keyword.id}
            keyword={keyword}
            counts={countsOf(keyword, page, hits)}
            editedIn={editing.includes(keyword.id) ? fitInto : undefined}
            today={today}
            actions={actions}
          />
        ))}
      </ul>
      {foot}
    </section>
  );
}

function countsOf({ id }: Keyword, status: PageStatus | undefined, hits: Hits): Counts {
  const page = status ? (status.matches[id] ?? 0) : undefined;
  const month = hits ? (hits.get(id) ?? 0) : undefined;
  // Where no keyword was found at all, no digest may have been seen.
  return { page, month, isDead: month === 0 && hits!.size > 0 && !page };
}

import { useState } from 'preact/hooks';
import { formatCount, formatDay } from '../../platform/format';
import { t, tCount } from '../../platform/i18n';
import type { SavedPaper } from '../../storage/repair-saved-paper';
import { useSource, type Source } from './source';
import { TabLink } from './tab-link';

const SHOWN_AT_FIRST = 5;

/** The starred papers, last starred first. */
export function Starred({ papers: source }: { readonly papers: Source<readonly SavedPaper[]> }) {
  const papers = useSource(source);
  const [all, setAll] = useState(false);
  return (
    <section class="starred" aria-labelledby="starred-title">
      <h2 id="starred-title">
        {t('popup_starred_papers')} {papers.length > 0 && <span class="total">{formatCount(papers.length)}</span>}
      </h2>
      {papers.length === 0 && <p class="empty">{t('popup_no_starred')}</p>}
      <ul class="paper-list">
        {papers.slice(0, all ? undefined : SHOWN_AT_FIRST).map((paper) => (
          <li key={paper.id}>
            <TabLink class="paper-title" href={`https://huggingface.co/papers/${paper.id}`}>
              {paper.title ?? paper.id}
            </TabLink>
            <p class="hint">{paper.title === undefined ? t('popup_no_facts') : byline(paper)}</p>
          </li>
        ))}
      </ul>
      {papers.length > SHOWN_AT_FIRST && (
        <button type="button" class="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup_show_fewer') : t('popup_show_all', formatCount(papers.length))}
        </button>
      )}
    </section>
  );
}

/** "ByteDance · 12 authors · Feb 18, 2024", as much of it as is known. */
export function byline({ organization, authors, authorCount, publishedAt }: SavedPaper): string {
  const count = authorCount ?? authors?.length;
  const parts = [
    organization?.fullname,
    count === undefined ? undefined : tCount('popup_authors', count),
    publishedAt === undefined ? undefined : formatDay(publishedAt),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

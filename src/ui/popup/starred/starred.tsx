import { useEffect, useState } from 'preact/hooks';
import { formatCount, formatDay } from '../../../platform/format';
import { t, tCount } from '../../../platform/i18n';
import type { SavedPaper } from '../../../storage/repair-saved-paper';
import { errorText } from '../parts/error-text';
import { focusSoon } from '../parts/focus';
import { useSource } from '../parts/source';
import type { Findings, StarSearch } from './star-search';
import { SHOWN_AT_FIRST, type StarredModel } from './starred-model';
import { TabLink } from '../parts/tab-link';

const MORE = 100;
const MORE_ID = 'starred-more';
const FEWER_ID = 'starred-fewer';

/** The starred papers, last starred first. */
export function Starred({ model, search }: { readonly model: StarredModel; readonly search: StarSearch }) {
  const view = useSource(model.view);
  const [wanted, setWanted] = useState('');
  const findings = useSource(search.findings);
  // Also when what is starred has changed meanwhile.
  useEffect(() => search.search(wanted), [wanted, view]);
  // What is typed is searched for all the same, and tells of a failure.
  const prepare = () => void search.prepare().catch(() => undefined);
  const { total, papers } = view === undefined || view instanceof Error ? { total: 0, papers: [] } : view;
  return (
    <section class="starred" aria-labelledby="starred-title" aria-busy={view === undefined}>
      <h2 id="starred-title">
        {t('popup_starred_papers')} {total > 0 && <span class="total">{formatCount(total)}</span>}
      </h2>
      {view === undefined && <p class="hint">{t('popup_starred_reading')}</p>}
      {view instanceof Error && <p class="hint">{t('popup_starred_not_read', errorText(view))}</p>}
      {view !== undefined && !(view instanceof Error) && total === 0 && <p class="empty">{t('popup_no_starred')}</p>}
      {total > SHOWN_AT_FIRST && (
        <input
          type="search"
          class="field"
          aria-label={t('popup_find_starred')}
          placeholder={t('popup_find_starred')}
          value={wanted}
          onFocus={prepare}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <p class="hint" role="status">
        {findings && findingsText(findings)}
      </p>
      <PaperList papers={findings === undefined ? papers : findings instanceof Error ? [] : findings.papers} />
      {findings === undefined && <MoreOrFewer total={total} show={model.show} />}
    </section>
  );
}

function PaperList({ papers }: { readonly papers: readonly SavedPaper[] }) {
  return (
    <ul class="paper-list">
      {papers.map((paper) => (
        <li key={paper.id}>
          <TabLink class="paper-title" href={`https://huggingface.co/papers/${paper.id}`}>
            {paper.title ?? paper.id}
          </TabLink>
          <p class="hint">{paper.title === undefined ? t('popup_no_facts') : byline(paper)}</p>
        </li>
      ))}
    </ul>
  );
}

function findingsText(findings: Findings | Error): string {
  if (findings instanceof Error) return t('popup_starred_not_read', errorText(findings));
  const { papers, state } = findings;
  if (state === 'searching') return t('popup_searching');
  return state === 'done' ? tCount('popup_found', papers.length) : t('popup_found_most', formatCount(papers.length));
}

/** Both stay in sight while the list is long, so that nobody has to scroll past what was unfolded. */
function MoreOrFewer({ total, show }: { readonly total: number; readonly show: (count: number) => void }) {
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const isLast = total <= shown + MORE;
  const change = (count: number, focus?: string) => {
    setShown(count);
    show(count);
    // The button that was pressed goes.
    if (focus) focusSoon(focus);
  };
  if (total <= SHOWN_AT_FIRST) return null;
  return (
    <div class="more-or-fewer">
      {total > shown && (
        <button type="button" class="button" id={MORE_ID} onClick={() => change(shown + MORE, isLast ? FEWER_ID : undefined)}>
          {isLast ? t('popup_show_all', formatCount(total)) : t('popup_show_more', formatCount(MORE))}
        </button>
      )}
      {shown > SHOWN_AT_FIRST && (
        <button type="button" class="button" id={FEWER_ID} onClick={() => change(SHOWN_AT_FIRST, MORE_ID)}>
          {t('popup_show_fewer')}
        </button>
      )}
    </div>
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

import type { PageStatus } from '../../domain/page-status';
import { formatCount } from '../../platform/format';
import { t, tCount } from '../../platform/i18n';
import { decidedText } from './page-lines';

/** How many papers of the page are left, and what was decided of the others. */
export function PageProgress({ status }: { readonly status: PageStatus | undefined }) {
  if (!status) return null;
  const { papers, left } = status;
  const done = papers - left;
  const decided = decidedText(status);
  return (
    <div class="progress">
      <p class="progress-counts">
        <strong>{left === 0 ? t('popup_all_done') : tCount('popup_left', left)}</strong>
        <span>{tCount('papers', papers)}</span>
      </p>
      <div
        role="progressbar"
        class="progress-bar"
        aria-label={t('popup_progress')}
        aria-valuemin={0}
        aria-valuemax={papers}
        aria-valuenow={done}
        aria-valuetext={t('popup_progress_text', formatCount(done), formatCount(papers))}
      >
        <span style={{ width: `${(100 * done) / papers}%` }} />
      </div>
      {decided && <p class="hint">{decided}</p>}
      <p class="hint">{tCount('popup_cards_recognized', status.found, formatCount(papers))}</p>
    </div>
  );
}

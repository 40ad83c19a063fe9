import type { SightCounts } from '../../domain/sight';
import { t, tCount } from '../../platform/i18n';
import { previousDigest } from '../../site/previous-digest';
import { button, element, setAttribute } from '../parts/element';
import type { Folds } from '../state/folds';
import type { HiddenShown } from '../state/hidden-shown';

export interface CountsOptions {
  readonly hiddenShown: HiddenShown;
  readonly folds: Folds;
  /** The muted papers that are folded. */
  folded(): Parameters<Folds['unfold']>[0];
}

export interface TriageCounts {
  readonly line: HTMLElement;
  readonly progress: HTMLElement;
  /** @param fresh how many papers are new since the last visit */
  update(counts: SightCounts, fresh: number): void;
}

/** "28 papers · 9 new · 2 starred · 3 hidden · 12 left", with the way to what is hidden or folded, and how far the reader is. */
export function triageCounts(document: Document, { hiddenShown, folds, folded }: CountsOptions): TriageCounts {
  const text = () => element(document, 'span', 'papersift-line-text');
  const [all, muted, left] = [text(), text(), text()];
  const showHidden = button(document, 'papersift-line-toggle', '', () => hiddenShown.toggle());
  const showMuted = button(document, 'papersift-line-toggle', t('bar_show_muted'), () => folds.unfold(folded()));
  setAttribute(showMuted, 'aria-label', t('bar_show_muted_label'));
  const done = element(document, 'span', 'papersift-done', {}, [t('bar_done')]);
  const next = element(document, 'a', 'papersift-next');
  const fill = element(document, 'div', 'papersift-progress-fill');
  const progress = element(document, 'div', 'papersift-progress', { role: 'progressbar', 'aria-label': t('bar_progress'), 'aria-valuemin': '0' }, [fill]);

  return {
    line: element(document, 'div', 'papersift-line', {}, [all, showHidden, muted, showMuted, left, done, next]),
    progress,
    update(counts, fresh) {
      const isDone = counts.papers > 0 && counts.left === 0;
      const { papers, starred, hidden } = counts;
      setText(all, [tCount('papers', papers), ...some('new_count', fresh), ...some('starred_count', starred), ...some('hidden_count', hidden)].join(' · '));
      setText(showHidden, t(hiddenShown.value ? 'hide_again' : 'show'));
      setAttribute(showHidden, 'aria-label', t(hiddenShown.value ? 'hide_again_label' : 'show_label'));
      showHidden.hidden = hidden === 0;
      setText(muted, counts.muted > 0 ? `· ${tCount('muted_count', counts.muted)}` : '');
      showMuted.hidden = counts.folded === 0;
      setText(left, isDone ? '·' : `· ${tCount('left_count', counts.left)}`);
      done.hidden = !isDone;
      showNext(next, isDone);
      showProgress(progress, fill, papers - counts.left, papers);
    },
  };
}

function some(stem: 'new_count' | 'starred_count' | 'hidden_count', count: number): string[] {
  return count > 0 ? [tCount(stem, count)] : [];
}

function showNext(link: HTMLAnchorElement, isDone: boolean): void {
  const next = isDone ? previousDigest(link.ownerDocument) : undefined;
  link.hidden = !next;
  if (!next) return;
  setAttribute(link, 'href', next.href);
  setText(link, t(`bar_next_${next.kind}`));
}

function showProgress(progress: HTMLElement, fill: HTMLElement, decided: number, papers: number): void {
  setAttribute(progress, 'aria-valuemax', String(papers));
  setAttribute(progress, 'aria-valuenow', String(decided));
  setAttribute(progress, 'aria-valuetext', tCount('bar_progress_text', papers, decided));
  fill.style.transform = `scaleX(${papers > 0 ? decided / papers : 0})`;
}

/** Texts that stay the same stay the same nodes: a selection in them is kept, and nothing is read out again. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

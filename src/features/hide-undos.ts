import type { Paper } from '../domain/paper';
import { t } from '../platform/i18n';
import type { Decide } from './decide';
import type { Page } from './feature';
import type { Toaster } from './toast';

/** As many as a reader may want back. */
const MAX_UNDOS = 50;

export interface HideUndos {
  /** Says that the paper was hidden, with a way to take it back. */
  add(paper: Paper): void;
  /** To be called when marks have changed: what is hidden no more needs no undo. */
  update(): void;
}

/** The papers hidden on this page, last first: each undo brings back one and offers the one before it. */
export function hideUndos(page: Page, decide: Decide, toaster: Toaster): HideUndos {
  let hidden: Paper[] = [];
  let offered: Paper | undefined;
  const offer = (paper: Paper) => {
    offered = paper;
    toaster.show(t('hidden_toast', paper.title), { label: t('undo'), run: () => void undo(paper) });
  };
  const undo = async (paper: Paper) => {
    if (!(await decide(paper, { hidden: false }))) return;
    const before = hidden.at(-1);
    if (before) offer(before);
    // The button that had the focus has gone with its message.
    if (page.document.activeElement !== page.document.body) return;
    page.cardsOf(paper.id)[0]?.root.querySelector<HTMLElement>('.papersift-hide')?.focus();
  };
  return {
    add(paper) {
      hidden = [...hidden.filter(({ id }) => id !== paper.id), paper].slice(-MAX_UNDOS);
      offer(paper);
    },
    update() {
      hidden = hidden.filter(({ id }) => page.marks.get(id).hidden);
      if (!offered || page.marks.get(offered.id).hidden) return;
      offered = undefined;
      toaster.dismiss();
    },
  };
}

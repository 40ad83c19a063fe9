import type { MarkChange } from '../domain/mark';
import type { Paper } from '../domain/paper';
import { t } from '../platform/i18n';
import type { MarkStore } from '../storage/marks';
import type { Toaster } from './toast';

/** Changes a mark: the page shows it at once, and takes it back with a message when it cannot be kept. */
export type Decide = (paper: Paper, change: MarkChange) => Promise<boolean>;

/** @param isAlive says whether the extension is still there; where it has gone there is nobody left to tell */
export function makeDecide(marks: MarkStore, toaster: Toaster, isAlive: () => boolean): Decide {
  return async (paper, change) => {
    try {
      await marks.change(paper, change);
      return true;
    } catch (error) {
      if (!isAlive()) return false;
      const reason = error instanceof Error ? error.message : String(error);
      toaster.show(t('mark_failed', paper.title, reason));
      return false;
    }
  };
}

import { listeners } from '../../domain/listeners';
import type { Mark, MarkChange } from '../../domain/mark';
import type { Paper } from '../../domain/paper';
import { plainText } from '../../domain/plain-text/plain-text';
import { t, tCount } from '../../platform/i18n';
import type { MarkStore } from '../../storage/marks';
import type { Toaster } from '../parts/toast';

type Flag = keyof MarkChange;

/** One thing decided: what a step changed was the other way before. */
export type Decision = { readonly [F in Flag]-?: { readonly [K in F]-?: boolean } }[Flag];

/** As many as a reader may want back. */
const MAX_STEPS = 100;

/** What was decided in one go, with what it changed of each paper. */
interface Step {
  readonly change: Decision;
  readonly papers: readonly Paper[];
  /** What the step says of itself, with a way to take it back. */
  readonly told: string | undefined;
}

export interface Undone {
  readonly papers: readonly Paper[];
  /** By the button of the message that told of the step, and not by a key. */
  readonly byButton: boolean;
}

export interface Decisions {
  /**
   * Decides about papers: the page shows it at once, and takes it back with a message when it cannot be kept. Papers that are so
   * already are passed over. One call is one step to undo.
   * @param told what the toast says, with an Undo; without it nothing is said
   * @returns whether it was kept
   */
  make(papers: readonly Paper[], change: Decision, told?: string): Promise<boolean>;
  /** Takes back the last step that still stands, and says which. False when there is none, or it could not be taken back. */
  undo(): Promise<boolean>;
  /** Hears of steps that were taken back. */
  onUndone(listener: (undone: Undone) => void, signal: AbortSignal): void;
  /** To be called when marks have changed: what was taken back elsewhere needs no undo. */
  update(): void;
}

/** @param isAlive says whether the extension is still there; where it has gone there is nobody left to tell */
export function makeDecisions(marks: MarkStore, toaster: Toaster, isAlive: () => boolean): Decisions {
  let steps: Step[] = [];
  let offered: Step | undefined;
  const undone = listeners<Undone>();

  const write = async (papers: readonly Paper[], change: Decision) => {
    try {
      await marks.change(papers, change);
      return true;
    } catch (error) {
      if (!isAlive()) return false;
      const reason = error instanceof Error ? error.message : String(error);
      toaster.show(papers.length === 1 ? t('mark_failed', plainText(papers[0]!.title), reason) : tCount('marks_failed', papers.length, reason));
      return false;
    }
  };
  /** The papers of which what the step decided is still so. */
  const standing = ({ papers, change }: Step) => papers.filter(({ id }) => !changes(marks.get(id), change));
  const stands = (step: Step) => standing(step).length > 0;
  const lastStanding = () => steps.findLast(stands);
  const offer = (step: Step) => {
    if (step.told === undefined) return;
    offered = step;
    toaster.show(step.told, { label: t('undo'), run: () => void takeBackOffered(step) });
  };
  const takeBack = async (step: Step, byButton: boolean) => {
    const papers = standing(step);
    steps = steps.filter((each) => each !== step);
    if (!(await write(papers, inverse(step.change)))) {
      steps = [...steps, step];
      return false;
    }
    undone.tell({ papers, byButton });
    return true;
  };
  /** What the message told of, whatever was decided since. */
  const takeBackOffered = async (step: Step) => {
    if (!(await takeBack(step, true))) return;
    const before = lastStanding();
    if (before) offer(before);
  };
  return {
    async make(papers, change, told) {
      const changed = papers.filter(({ id }) => changes(marks.get(id), change));
      if (changed.length === 0) return true;
      const step: Step = { change, papers: changed, told };
      // At once: undo may be asked for before storage has answered.
      steps = [...steps, step].slice(-MAX_STEPS);
      const kept = await write(changed, change);
      // Another tab may have decided otherwise by then.
      if (kept && steps.includes(step) && stands(step)) offer(step);
      if (!kept) steps = steps.filter((each) => each !== step);
      return kept;
    },
    async undo() {
      const step = lastStanding();
      if (!step) return false;
      const told = step.told ?? decisionText(step.change, standing(step));
      if (!(await takeBack(step, false))) return false;
      toaster.show(t('undone', told));
      return true;
    },
    onUndone: undone.add,
    update() {
      if (!offered || stands(offered)) return;
      offered = undefined;
      toaster.dismiss();
    },
  };
}

function changes(mark: Mark, change: Decision): boolean {
  return Object.entries(change).some(([flag, value]) => mark[flag as Flag] !== value);
}

function inverse(change: Decision): Decision {
  return Object.fromEntries(Object.entries(change).map(([flag, value]) => [flag, !value])) as unknown as Decision;
}

/** What was decided about which papers, in words. */
export function decisionText({ starred, hidden, read }: MarkChange, papers: readonly Paper[]): string {
  const what = papers.length === 1 ? plainText(papers[0]!.title) : tCount('papers', papers.length);
  if (starred !== undefined) return t(starred ? 'done_starred' : 'done_unstarred', what);
  if (hidden !== undefined) return t(hidden ? 'hidden_toast' : 'done_unhidden', what);
  return t(read ? 'done_read' : 'done_unread', what);
}

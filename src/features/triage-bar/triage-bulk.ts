import type { Paper } from '../../domain/paper';
import { tCount } from '../../platform/i18n';
import type { Arrangement } from '../state/arrangement';
import type { Decision, Decisions } from '../state/decisions';
import { button, element } from '../parts/element';
import type { Page } from '../parts/feature';
import type { Sight } from '../state/sight';
import { setText } from './triage-counts';

export interface TriageBulk {
  readonly element: HTMLElement;
  update(): void;
}

const STEPS = ['hide_left', 'hide_muted', 'mark_read'] as const;
type Step = (typeof STEPS)[number];

/** Decides about all papers that are seen, in one go and with one step to undo. */
export function triageBulk(page: Page, arrangement: Arrangement, sight: Sight, decisions: Decisions): TriageBulk {
  const { document } = page;
  /** Which of the papers that are seen each step would change. */
  const papersBy = (): Readonly<Record<Step, readonly Paper[]>> => {
    const papers = { hide_left: [] as Paper[], hide_muted: [] as Paper[], mark_read: [] as Paper[] };
    for (const { id, paper } of arrangement.seen()) {
      const { hidden, starred, read } = page.marks.get(id);
      if (hidden) continue;
      if (!read) papers.mark_read.push(paper);
      if (!read && !starred) papers.hide_left.push(paper);
      if (sight.mutedBy(id) !== undefined) papers.hide_muted.push(paper);
    }
    return papers;
  };
  const make = (step: Step) => {
    const papers = papersBy()[step];
    const change: Decision = step === 'mark_read' ? { read: true } : { hidden: true };
    void decisions.make(papers, change, tCount(step === 'mark_read' ? 'bar_read_toast' : 'bar_hidden_toast', papers.length));
  };
  const buttons = STEPS.map((step) => ({ step, element: button(document, 'papersift-toggle', '', () => make(step)) }));
  return {
    element: element(document, 'div', 'papersift-bulk', {}, buttons.map((each) => each.element)),
    update() {
      const papers = papersBy();
      for (const each of buttons) {
        const { length } = papers[each.step];
        each.element.hidden = length === 0;
        setText(each.element, tCount(`bar_${each.step}`, length));
      }
    },
  };
}

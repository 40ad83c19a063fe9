import type { Paper } from '../domain/paper';
import { tCount } from '../platform/i18n';
import type { Arrangement } from './arrangement';
import type { Decision, Decisions } from './decisions';
import { button, element } from './element';
import type { Page } from './feature';
import type { Sight } from './sight';
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
  /** Which of the papers that are seen a step would change. */
  const papersOf = (step: Step): readonly Paper[] => {
    const seen = arrangement.seen().map((card) => ({ paper: card.paper, mark: page.marks.get(card.id) }));
    const fits = seen.filter(({ paper, mark }) => {
      if (mark.hidden) return false;
      if (step === 'mark_read') return !mark.read;
      return step === 'hide_muted' ? sight.mutedBy(paper.id) !== undefined : !mark.starred && !mark.read;
    });
    return fits.map(({ paper }) => paper);
  };
  const make = (step: Step) => {
    const papers = papersOf(step);
    const change: Decision = step === 'mark_read' ? { read: true } : { hidden: true };
    void decisions.make(papers, change, tCount(step === 'mark_read' ? 'bar_read_toast' : 'bar_hidden_toast', papers.length));
  };
  const buttons = STEPS.map((step) => ({ step, element: button(document, 'papersift-toggle', '', () => make(step)) }));
  return {
    element: element(document, 'div', 'papersift-bulk', {}, buttons.map((each) => each.element)),
    update() {
      for (const each of buttons) {
        const { length } = papersOf(each.step);
        each.element.hidden = length === 0;
        setText(each.element, tCount(`bar_${each.step}`, length));
      }
    },
  };
}

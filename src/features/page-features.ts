import type { Keyword } from '../domain/keyword';
import type { StorageArea } from '../platform/storage-area';
import type { Card } from '../site/card';
import { requestKeywords } from '../storage/keyword-requests';
import type { MarkStore } from '../storage/marks';
import { abstractPeek } from './abstract-peek';
import { createAnnouncer } from './parts/announcer';
import { arrange } from './arrange';
import { arrangementSource } from './state/arrangement';
import { cardWords } from './card-words';
import { copyCitation } from './copy-citation';
import { currentCard } from './current-card';
import { makeDecisions } from './state/decisions';
import type { Feature } from './parts/feature';
import { fillInFacts } from './fill-in-facts';
import { cardFolds } from './state/folds';
import { helpSheet } from './help-sheet';
import { hiddenShownSwitch } from './state/hidden-shown';
import { hide } from './hide';
import { keepLens } from './keep-lens';
import { keyActions } from './key-actions';
import { keyboard } from './keyboard';
import { makeKeywordActions } from './state/keyword-actions';
import { keywordHighlights, type MatchCounts } from './keyword-highlights';
import { liveLens } from './state/live-lens';
import { newDot } from './new-dot';
import { newPapersSource } from './state/new-papers';
import { noteDigest } from './note-digest';
import { paperLinks } from './paper-links';
import { read } from './read';
import { sightSource } from './state/sight';
import { star } from './star';
import { createToaster } from './parts/toast';
import { topicChips } from './topic-chips';
import { triageBar } from './triage-bar/triage-bar';
import { visit } from './visit';
import { why } from './why';

/** What the features of a page are made of. */
export interface PageSetup {
  readonly document: Document;
  readonly area: StorageArea;
  readonly marks: MarkStore;
  readonly counts: MatchCounts;
  readonly keywords: () => readonly Keyword[];
  /** Says whether the extension is still there: what fails because it has gone is nobody's business. */
  readonly isAlive: () => boolean;
}

/** All that a listing of papers gets, in the order in which a card is worked on, with what it tells of itself. */
export function digestFeatures(setup: PageSetup, signal: AbortSignal) {
  const { document, area, marks, counts, isAlive } = setup;
  const { toaster, decisions, keywordActions } = decisionMakers(setup, signal);
  const [lens, sight, arrangement, folds] = [liveLens(), sightSource(), arrangementSource(), cardFolds()];
  const [hiddenShown, newPapers, peek, help] = [hiddenShownSwitch(), newPapersSource(), abstractPeek(), helpSheet()];
  const announcer = createAnnouncer(document, signal);
  const current = currentCard(arrangement, announcer, cardWords(marks, counts, sight.mutedBy));
  const bar = triageBar({ lens, sight, arrangement, decisions, hiddenShown, folds, newPapers });
  const keys = {
    toggleAbstract: ({ id }: Card) => peek.toggle(id),
    toggleAbstracts: peek.toggleAll,
    copy: ({ paper }: Card) => void copyCitation(paper, 'bibtex', toaster),
    focusFilter: bar.focusFilter,
    help: help.open,
  };
  decisions.onUndone(current.undone, signal);
  const features: Feature[] = [
    keepLens(lens),
    peek,
    keywordHighlights(counts, peek),
    topicChips,
    star(decisions),
    hide(decisions, toaster, hiddenShown, arrangement),
    read(decisions, isAlive),
    paperLinks(toaster),
    why(counts, keywordActions, lens),
    arrange({ counts, lens, hiddenShown, folds, decisions, arrangement, sight, unmute: keywordActions.unmute }),
    newDot(newPapers),
    bar,
    current,
    help,
    keyboard(keyActions({ marks, arrangement, current, decisions, announcer, lens, ...keys })),
    noteDigest(area, counts, newPapers, isAlive),
    fillInFacts(area, isAlive),
  ];
  return { features, lens, sight, arrangement, folds };
}

/** All that a paper's own page gets. */
export function paperFeatures(setup: PageSetup, signal: AbortSignal): Feature[] {
  const { area, counts, isAlive } = setup;
  const { toaster, decisions, keywordActions } = decisionMakers(setup, signal);
  return [
    keywordHighlights(counts),
    topicChips,
    star(decisions),
    read(decisions, isAlive),
    paperLinks(toaster, true),
    why(counts, keywordActions),
    visit(isAlive),
    fillInFacts(area, isAlive),
  ];
}

function decisionMakers({ document, area, marks, keywords, isAlive }: PageSetup, signal: AbortSignal) {
  const toaster = createToaster(document, signal);
  const decisions = makeDecisions(marks, toaster, isAlive);
  const keywordActions = makeKeywordActions({ request: (change) => requestKeywords(area, change), keywords, toaster, isAlive });
  return { toaster, decisions, keywordActions };
}

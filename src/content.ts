import { abstractPeek } from './features/abstract-peek';
import { createAnnouncer } from './features/announcer';
import { arrange } from './features/arrange';
import { arrangementSource } from './features/arrangement';
import { cardWords } from './features/card-words';
import { copyCitation } from './features/copy-citation';
import { currentCard } from './features/current-card';
import { fillInFacts } from './features/fill-in-facts';
import { cardFolds } from './features/folds';
import { helpSheet } from './features/help-sheet';
import { hide } from './features/hide';
import { hiddenShownSwitch } from './features/hidden-shown';
import { keyActions } from './features/key-actions';
import { keyboard } from './features/keyboard';
import { makeKeywordActions } from './features/keyword-actions';
import { keepLens } from './features/keep-lens';
import { keywordHighlights, type MatchCounts } from './features/keyword-highlights';
import { makeDecisions } from './features/decisions';
import { liveItem } from './features/live';
import { liveLens } from './features/live-lens';
import { noteDigest } from './features/note-digest';
import { newDot } from './features/new-dot';
import { newPapersSource } from './features/new-papers';
import { pageStatus } from './features/page-status';
import { paperLinks } from './features/paper-links';
import { read } from './features/read';
import { runFeatures, type Run } from './features/run';
import { sightSource } from './features/sight';
import { star } from './features/star';
import { createToaster } from './features/toast';
import { topicChips } from './features/topic-chips';
import { triageBar } from './features/triage-bar';
import { visit } from './features/visit';
import { watchedKeywords } from './features/watched-keywords';
import { why } from './features/why';
import { watchExtensionLife } from './platform/extension-life';
import { publishStatus } from './platform/page-port';
import { localArea } from './platform/storage-area';
import type { Card } from './site/card';
import { paperOfPage, watchPaper } from './site/paper-page';
import { removeOwnNodes } from './site/places';
import { viewOf } from './site/view';
import { requestKeywords } from './storage/keyword-requests';
import { markStore } from './storage/marks';
import { draftKeywordItem, keywordsItem, settingsItem } from './storage/preferences';

const life = watchExtensionLife(document);
// Firefox runs a new version on the pages that are open: what the old one left there is not ours to keep.
removeOwnNodes(document);

const counts: MatchCounts = new Map();
const preferences = Promise.all([
  liveItem(settingsItem(localArea), life.signal),
  watchedKeywords(keywordsItem(localArea), draftKeywordItem(localArea), life.signal),
]).then(([settings, keywords]) => ({ settings, keywords }));

let kind: 'digest' | 'paper' | undefined;
let run: Run | undefined;
let running = new AbortController();
const publisher = publishStatus(() => run?.page && pageStatus(run.page, run.failures(), counts), life.signal);

function start(): void {
  kind = kindOfPage();
  if (!kind) return;
  running = new AbortController();
  const signal = AbortSignal.any([running.signal, life.signal]);
  const marks = markStore(localArea, signal);
  const toaster = createToaster(document, signal);
  const hiddenShown = hiddenShownSwitch();
  const decisions = makeDecisions(marks, toaster, life.check);
  const lens = liveLens();
  const sight = sightSource();
  const arrangement = arrangementSource();
  const folds = cardFolds();
  const newPapers = newPapersSource();
  const bar = triageBar({ lens, sight, arrangement, decisions, hiddenShown, folds, newPapers });
  const announcer = createAnnouncer(document, signal);
  const current = currentCard(arrangement, announcer, cardWords(marks, counts, sight.mutedBy));
  decisions.onUndone(current.undone, signal);
  const help = helpSheet();
  const peek = abstractPeek();
  const keys = {
    toggleAbstract: ({ id }: Card) => peek.toggle(id),
    toggleAbstracts: peek.toggleAll,
    copy: ({ paper }: Card) => void copyCitation(paper, 'bibtex', toaster),
    focusFilter: bar.focusFilter,
    help: help.open,
  };
  const keywordActions = makeKeywordActions({
    request: (change) => requestKeywords(localArea, change),
    keywords: () => run?.page?.keywords.value ?? [],
    toaster,
    isAlive: life.check,
  });
  const features = [
    keepLens(lens),
    peek,
    keywordHighlights(counts, peek),
    topicChips,
    star(decisions),
    hide(decisions, toaster, hiddenShown, arrangement),
    read(decisions, life.check),
    paperLinks(toaster),
    why(counts, keywordActions, lens),
    arrange({ counts, lens, hiddenShown, folds, decisions, arrangement, sight }),
    newDot(newPapers),
    bar,
    current,
    help,
    keyboard(keyActions({ marks, arrangement, current, decisions, announcer, lens, ...keys })),
    noteDigest(localArea, counts, newPapers, life.check),
    fillInFacts(localArea, life.check),
  ];
  const ofPaper = [keywordHighlights(counts), topicChips, star(decisions), read(decisions, life.check), paperLinks(toaster, true), why(counts, keywordActions), visit(life.check), fillInFacts(localArea, life.check)];
  const parts = kind === 'paper' ? { features: ofPaper, watch: watchPaper } : { features };
  run = runFeatures({ document, marks, preferences, ...parts, onSettled, isAlive: life.check }, signal);
  marks.onChanged(publisher.update, signal);
}

/** A paper's own page, too, has headings that lead to papers, in its comments: it is watched in another way. */
function kindOfPage(): 'digest' | 'paper' | undefined {
  const url = new URL(document.URL);
  return viewOf(url) ? 'digest' : paperOfPage(url) && 'paper';
}

function onSettled(): void {
  publisher.update();
  if (!run || kind === kindOfPage()) return;
  // The host has gone from a listing to a paper, or back, without loading a page.
  stop();
  start();
}

function stop(): void {
  running.abort();
  run = undefined;
  counts.clear();
}

// At once, not when the settings are known: cards are kept from being painted from the first one on.
start();
preferences.then(
  ({ settings, keywords }) => {
    const apply = () => {
      if (!settings.value.enabled) stop();
      else if (running.signal.aborted) start();
      publisher.update();
    };
    apply();
    settings.onChanged(apply, life.signal);
    keywords.onChanged(publisher.update, life.signal);
    window.addEventListener('pageshow', (event) => event.persisted && void catchUp(), { signal: life.signal });

    /** A page in the back/forward cache hears nothing of what changes elsewhere. */
    async function catchUp(): Promise<void> {
      if (!life.check()) return;
      try {
        await Promise.all([settings.reload(), keywords.reload(), run?.page?.marks.reload()]);
      } catch (error) {
        if (life.check()) console.warn('Papersift could not read what changed while this page was away:', error);
      }
    }
  },
  (error: unknown) => {
    stop();
    if (life.check()) console.error('Papersift could not read its settings and leaves this page as it is.', error);
  },
);

window.addEventListener('popstate', onSettled, { signal: life.signal });
// A page without a card never settles, but a popup wants to know that it has none.
for (const event of ['DOMContentLoaded', 'load']) window.addEventListener(event, publisher.update, { signal: life.signal });

import { localDay } from './domain/local-day';
import type { MatchCounts } from './features/keyword-highlights';
import { liveItem } from './features/parts/live';
import { digestFeatures, paperFeatures, type PageSetup } from './features/page-features';
import { pageStatus } from './features/page-status';
import { removeOldStyles } from './features/parts/page-style';
import { runFeatures, type Run } from './features/run/run';
import type { Sight } from './features/state/sight';
import { watchedKeywords } from './features/state/watched-keywords';
import { watchExtensionLife } from './platform/extension-life';
import { publishStatus } from './platform/page-port';
import { localArea } from './platform/storage-area';
import { paperOfPage, watchPaper } from './site/paper-page';
import { removeOldParts } from './site/places';
import { viewOf } from './site/view';
import { markStore } from './storage/marks';
import { draftKeywordItem, keywordsItem, settingsItem } from './storage/preferences';

const life = watchExtensionLife(document);
// Firefox runs a new version on the pages that are open: what the old one left there is not ours to keep.
removeOldParts(document);
removeOldStyles(document);

const counts: MatchCounts = new Map();
const preferences = Promise.all([
  liveItem(settingsItem(localArea), life.signal),
  watchedKeywords(keywordsItem(localArea), draftKeywordItem(localArea), life.signal),
]).then(([settings, keywords]) => ({ settings, keywords }));

let kind: 'digest' | 'paper' | undefined;
let run: Run | undefined;
let sight: Sight | undefined;
let running = new AbortController();
const publisher = publishStatus(() => run?.page && pageStatus(run.page, run.failures(), counts, sight?.value.muted ?? 0), life.signal);

function start(): void {
  kind = kindOfPage();
  running = new AbortController();
  const signal = AbortSignal.any([running.signal, life.signal]);
  if (!kind) return followAddress(signal);
  const marks = markStore(localArea, signal);
  const setup = { document, area: localArea, marks, counts, keywords: () => run?.page?.keywords.value ?? [], isAlive: life.check };
  const parts = kind === 'paper' ? { features: paperFeatures(setup, signal), watch: watchPaper } : startDigest(setup, signal);
  run = runFeatures({ document, marks, preferences, ...parts, onSettled, isAlive: life.check }, signal);
  marks.onChanged(publisher.update, signal);
}

function startDigest(setup: PageSetup, signal: AbortSignal) {
  const digest = digestFeatures(setup, signal);
  ({ sight } = digest);
  return { features: digest.features };
}

/** A paper's own page, too, has headings that lead to papers, in its comments: it is watched in another way. */
function kindOfPage(): 'digest' | 'paper' | undefined {
  const url = new URL(document.URL);
  return viewOf(url) ? 'digest' : paperOfPage(url) && 'paper';
}

function onSettled(): void {
  publisher.update();
  if (!running.signal.aborted) follow();
}

/** The host may go from a listing to a paper, or to a page that we have no part in, and back, without loading a page. */
function follow(): void {
  if (kind === kindOfPage()) return;
  stop();
  start();
}

/** Where nothing of ours is at work, nothing else tells of another address. */
function followAddress(signal: AbortSignal): void {
  const observer = new MutationObserver(follow);
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
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
    // Mutes end with a day, also on a page that was left open.
    let day = localDay(new Date());
    document.addEventListener('visibilitychange', () => {
      const today = localDay(new Date());
      if (document.hidden || today === day) return;
      day = today;
      void catchUp();
    }, { signal: life.signal });
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

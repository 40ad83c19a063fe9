import { arrange } from '../../../src/features/arrange';
import { arrangementSource } from '../../../src/features/arrangement';
import { abstractPeek } from '../../../src/features/abstract-peek';
import { makeDecisions } from '../../../src/features/decisions';
import type { Feature } from '../../../src/features/feature';
import { fillInFacts } from '../../../src/features/fill-in-facts';
import { cardFolds } from '../../../src/features/folds';
import { hiddenShownSwitch } from '../../../src/features/hidden-shown';
import { hide } from '../../../src/features/hide';
import { keywordHighlights, type MatchCounts } from '../../../src/features/keyword-highlights';
import { liveItem } from '../../../src/features/live';
import { paperLinks } from '../../../src/features/paper-links';
import { newPapersSource } from '../../../src/features/new-papers';
import { read } from '../../../src/features/read';
import { liveLens } from '../../../src/features/live-lens';
import { runFeatures, type Preferences } from '../../../src/features/run';
import { sightSource } from '../../../src/features/sight';
import { star } from '../../../src/features/star';
import { createToaster } from '../../../src/features/toast';
import { topicChips } from '../../../src/features/topic-chips';
import { triageBar } from '../../../src/features/triage-bar';
import { markStore } from '../../../src/storage/marks';
import { keywordsItem, settingsItem } from '../../../src/storage/preferences';
import { slowArea } from '../storage/slow-area';

export interface RunSetup {
  readonly area?: ReturnType<typeof slowArea>;
  /** All features of the product when left out. */
  readonly features?: readonly Feature[];
  readonly preferences?: Promise<Preferences>;
  readonly isAlive?: () => boolean;
}

/** Runs features on jsdom's document as the content script does. */
export function startRun({ area = slowArea(), features, preferences, isAlive = () => true }: RunSetup = {}) {
  const life = new AbortController();
  const { signal } = life;
  const marks = markStore(area, signal);
  const toaster = createToaster(document, signal);
  const hiddenShown = hiddenShownSwitch();
  const decisions = makeDecisions(marks, toaster, isAlive);
  const counts: MatchCounts = new Map();
  const known = preferences ?? readPreferences(area, signal);
  const peek = abstractPeek();
  const [lens, sight, arrangement, folds, newPapers] = [liveLens(), sightSource(), arrangementSource(), cardFolds(), newPapersSource()];
  const product = [
    peek,
    keywordHighlights(counts, peek),
    topicChips,
    star(decisions),
    hide(decisions, toaster, hiddenShown, arrangement),
    read(decisions, isAlive),
    arrange({ counts, lens, hiddenShown, folds, decisions, arrangement, sight }),
    paperLinks(toaster),
    triageBar({ lens, sight, arrangement, decisions, hiddenShown, folds, newPapers }),
    fillInFacts(area, isAlive),
  ];
  const run = runFeatures({ document, marks, preferences: known, features: features ?? product, onSettled: () => undefined, isAlive }, signal);
  return { area, marks, counts, lens, folds, arrangement, sight, run, stop: () => life.abort() };
}

async function readPreferences(area: ReturnType<typeof slowArea>, signal: AbortSignal): Promise<Preferences> {
  const [settings, keywords] = await Promise.all([liveItem(settingsItem(area), signal), liveItem(keywordsItem(area), signal)]);
  return { settings, keywords };
}

/** A feature that notes what it is called for: `card 2609.10001`, `gone`, `settled`. */
export function recorder(name = 'recorder') {
  const calls: string[] = [];
  const feature: Feature = {
    name,
    start: () => ({
      card: ({ id }) => void calls.push(`card ${id}`),
      gone: () => void calls.push('gone'),
      settled: () => void calls.push('settled'),
    }),
  };
  return { feature, calls, cards: () => calls.filter((call) => call.startsWith('card')) };
}

/** Waits for so many frames to be painted. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

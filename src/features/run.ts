import type { Keyword } from '../domain/keyword';
import type { PaperId } from '../domain/paper';
import type { Settings } from '../domain/settings';
import type { Card, CardFailure, CardPlace } from '../site/card';
import { hold, holdNewList, release, releaseAll, removeOwnNodes } from '../site/places';
import { watchCards, type CardWatcher } from '../site/watch-cards';
import type { MarkStore } from '../storage/marks';
import { removeBar } from './card-bar';
import type { Feature, Page } from './feature';
import { keepHolding } from './keep-holding';
import type { Live } from './live';
import { startFeature, type RunningFeature } from './quarantine';
import { workInSlices } from './work-slices';

export interface Preferences {
  readonly settings: Live<Settings>;
  readonly keywords: Live<readonly Keyword[]>;
}

export interface RunOptions {
  readonly document: Document;
  readonly marks: MarkStore;
  /** Cards are found and kept from being painted while these are being read. */
  readonly preferences: Promise<Preferences>;
  readonly features: readonly Feature[];
  /** Called when the cards of the page have changed. */
  onSettled(): void;
  /** Whether the extension is still there: what fails because it has gone is nobody's business. */
  isAlive(): boolean;
}

export interface Run {
  readonly page: Page | undefined;
  failures(): readonly CardFailure[];
}

// A host that makes a card anew whenever we touch it would go on for ever: so many readings in so many milliseconds, more
// than any typing or scrolling causes, and the card is left to the host.
const FIGHT = { readings: 60, milliseconds: 5000 };

// The cards of a row are as high as the highest: the last ones wait for those beside them. The site has three columns.
const ROW = 3;

/** Runs the features on the page until `signal` aborts; then the page is as it came. */
export function runFeatures({ document, marks, preferences, features, onSettled, isAlive }: RunOptions, signal: AbortSignal): Run {
  const cards = new Map<HTMLElement, Card>();
  const failures = new Map<HTMLElement, CardFailure>();
  const fights = new Map<PaperId, { since: number; readings: number }>();
  const ready: CardPlace[] = [];
  const heldLists: (() => void)[] = [];
  let running: RunningFeature[] | undefined;
  let page: Page | undefined;
  let loading = 1;

  const isFight = (id: PaperId): boolean => {
    const now = performance.now();
    const known = fights.get(id);
    const fight = known && now - known.since < FIGHT.milliseconds ? known : { since: now, readings: 0 };
    fights.set(id, fight);
    if (++fight.readings === FIGHT.readings) console.warn(`Papersift leaves the card of ${id} alone: the page keeps making it anew.`);
    return fight.readings >= FIGHT.readings;
  };
  const readOne = (): boolean => {
    // Cards may come while others are worked on: they too wait for their marks.
    if (loading > 0) return false;
    const reading = watcher.readNext();
    if (!reading) return false;
    const place = 'card' in reading ? reading.card : reading.place;
    cards.delete(place.root);
    failures.delete(place.root);
    if ('failure' in reading) failures.set(place.root, reading.failure);
    else if (!isFight(place.id)) {
      cards.set(place.root, reading.card);
      for (const feature of running ?? []) feature.call('card', reading.card);
    }
    ready.push(place);
    return true;
  };
  // Before the cards of a slice can be painted: those that are hidden are hidden by then, and all above them is there.
  const settle = (isMoreToCome: boolean) => {
    const more = isMoreToCome || loading > 0 || document.readyState === 'loading';
    if (more) holding.wake();
    for (const feature of running ?? []) feature.call('settled', more);
    const done = ready.splice(0, more ? Math.max(0, ready.length - ROW) : ready.length);
    const lists = heldLists.splice(0);
    afterNextLayout(document, () => {
      done.forEach(release);
      for (const releaseList of lists) releaseList();
    });
    watcher.forgetOwnChanges();
    onSettled();
  };
  const holding = keepHolding(document, signal);
  const work = workInSlices(document, { next: readOne, afterSlice: settle }, signal);
  const wakeWhenLoaded = (load: Promise<unknown> | undefined) => {
    if (!load) return;
    loading++;
    // Marks that cannot be read hide nothing; the reader is told when they are to be written.
    load.catch((error: unknown) => isAlive() && console.warn('Papersift could not read its marks:', error)).finally(loaded);
  };
  const loaded = () => {
    if (--loading === 0 && !signal.aborted) work.wake();
  };
  const watcher: CardWatcher = watchCards(
    document,
    {
      onFound(places) {
        for (const place of places) {
          hold(place);
          const releaseList = holdNewList(place);
          if (releaseList) heldLists.push(releaseList);
        }
        holding.wake();
        wakeWhenLoaded(marks.load(places.map(({ id }) => id)));
      },
      onWaiting: () => loading === 0 && work.wake(),
      onGone: (gone) => {
        for (const place of gone) {
          cards.delete(place.root);
          failures.delete(place.root);
          for (const feature of running ?? []) feature.call('gone', place.root);
          // Its nodes may stay: a list that looked like a card, or nodes that the host keeps for later.
          removeBar(place);
          release(place);
        }
        if (loading === 0) work.wake();
      },
    },
    today,
    signal,
  );
  document.addEventListener('DOMContentLoaded', () => loading === 0 && work.wake(), { signal });
  const startAll = (known: Preferences) => {
    if (signal.aborted) return;
    page = makePage(document, marks, known, cards, watcher);
    running = features.map((feature) => startFeature(feature, page!, isAlive, signal));
    loaded();
  };
  // Whoever asked for them hears that they cannot be read.
  preferences.then(startAll, () => undefined);

  signal.addEventListener('abort', () => {
    // Cards that could not be read, or not again, may have a bar too.
    for (const place of watcher.places()) removeBar(place);
    removeOwnNodes(document);
    releaseAll(document);
  });
  return {
    get page() {
      return page;
    },
    failures: () => [...failures.values()],
  };
}

function makePage(document: Document, marks: MarkStore, preferences: Preferences, cards: ReadonlyMap<HTMLElement, Card>, watcher: CardWatcher): Page {
  return {
    document,
    marks,
    ...preferences,
    cards: () => [...cards.values()],
    cardsOf: (id) => [...cards.values()].filter((card) => card.id === id),
    edit(change) {
      change();
      watcher.forgetOwnChanges();
    },
  };
}

/**
 * Runs `work` when the page has been laid out as it is now: what is shown in the same frame in which it has moved counts
 * as a layout shift.
 */
function afterNextLayout(document: Document, work: () => void): void {
  if (document.hidden) work();
  else requestAnimationFrame(() => requestAnimationFrame(work));
}

/** The reader's day, in the reader's time zone. */
function today(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

import type { Keyword } from '../../domain/keyword';
import { localDay } from '../../domain/local-day';
import type { Settings } from '../../domain/settings';
import type { Card, CardFailure, CardPlace } from '../../site/card';
import { release, releaseAll, removeOwnNodes, watchLayouts } from '../../site/places';
import { watchCards, type CardWatcher } from '../../site/watch-cards';
import type { MarkStore } from '../../storage/marks';
import { barsWaiting, dropKeptBars, holdBar, isBare, keepBar, placeBars, removeBar } from '../parts/card-bar';
import { cardHold } from './card-hold';
import type { Feature, Page } from '../parts/feature';
import { fightGuard } from './fight-guard';
import { firstScreen } from './first-screen';
import type { Live } from '../parts/live';
import { loading } from './loading';
import { marksLoader } from './marks-loader';
import { startFeature, type RunningFeature } from './quarantine';
import { workInSlices } from '../parts/work-slices';

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
  /** The cards of a listing when left out. */
  readonly watch?: typeof watchCards;
  /** Called when the cards of the page have changed. */
  onSettled(): void;
  /** Whether the extension is still there: what fails because it has gone is nobody's business. */
  isAlive(): boolean;
}

export interface Run {
  readonly page: Page | undefined;
  failures(): readonly CardFailure[];
}

/** So many cards get their bars at one go, which a frame has room for. */
const BATCH = 100;

/** Runs the features on the page until `signal` aborts; then the page is as it came. */
export function runFeatures({ document, marks, preferences, features, watch = watchCards, onSettled, isAlive }: RunOptions, signal: AbortSignal): Run {
  const cards = new Map<HTMLElement, Card>();
  let list: readonly Card[] | undefined;
  const failures = new Map<HTMLElement, CardFailure>();
  const restOf = fightGuard();
  const held = cardHold(document, signal);
  let running: readonly RunningFeature[] = [];
  let page: Page | undefined;
  let isSomeShown = false;
  let hasNews = false;
  /** Cards that change too often to be read each time. */
  const resting = new Map<HTMLElement, ReturnType<typeof setTimeout>>();

  const forget = ({ root }: CardPlace) => {
    cards.delete(root);
    list = undefined;
    if (cards.size === 0) isSomeShown = false;
    failures.delete(root);
  };
  const readOne = (): boolean => {
    // Cards may come while others are worked on: they too wait for their marks.
    const reading = known.isDone && cards.size < first.cards ? watcher.readNext() : undefined;
    if (!reading) return false;
    const place = 'card' in reading ? reading.card : reading.place;
    const rest = 'card' in reading ? restOf(place.id, isBare(place)) : 0;
    if (rest > 0 && rest < Infinity) readAfter(rest, place);
    else {
      hasNews = true;
      if ('failure' in reading) fail(place, reading.failure);
      else if (rest === 0) show(reading.card);
      else leave(place);
    }
    held.done(place);
    return true;
  };
  const fail = (place: CardPlace, failure: CardFailure) => {
    forget(place);
    failures.set(place.root, failure);
  };
  const show = (card: Card) => {
    failures.delete(card.root);
    cards.set(card.root, card);
    list = undefined;
    holdBar(card);
    for (const feature of running) feature.call('card', card);
  };
  const drop = (place: CardPlace) => {
    forget(place);
    for (const feature of running) feature.call('gone', place.root);
  };
  const leave = (place: CardPlace) => {
    drop(place);
    removeBar(place);
  };
  const readAfter = (rest: number, place: CardPlace) => {
    const { root } = place;
    if (resting.has(root)) return;
    const end = () => {
      resting.delete(root);
      watcher.readAgain(place);
      wake();
    };
    resting.set(root, setTimeout(end, rest));
  };
  // Before the cards of a slice can be painted: those that are hidden are hidden by then, and all above them is there.
  const settle = (isMoreToCome: boolean) => {
    // More cards came meanwhile: nothing was read, and nothing is to be shown before their marks are known.
    if (!known.isDone) return;
    // All that there was is a card that rests.
    if (resting.size > 0 && !hasNews) return;
    const isFirst = !isSomeShown && cards.size > 0;
    // After the first ones each batch costs the page a layout: there are few.
    if (isMoreToCome && !isFirst && barsWaiting() < BATCH) return watcher.forgetOwnChanges();
    isSomeShown ||= isFirst;
    hasNews = false;
    placeBars();
    const more = isMoreToCome || watcher.isMoreToCome;
    for (const feature of running) feature.call('settled', more);
    held.show(more);
    if (!more) dropKeptBars();
    watcher.forgetOwnChanges();
    onSettled();
  };
  const work = workInSlices(document, { next: readOne, afterSlice: settle }, signal);
  const known = loading(work.wake, signal);
  const wake = () => {
    if (known.isDone) work.wake();
  };
  const startAll = (loaded: Preferences) => {
    if (signal.aborted) return;
    page = makePage(document, marks, loaded, () => (list ??= [...cards.values()]), watcher);
    running = features.map((feature) => startFeature(feature, page!, isAlive, signal));
  };
  const first = firstScreen(document, wake, signal);
  const loadMarks = marksLoader(document, marks, known, isAlive);
  // First, so that no card is worked on before it is known how. Whoever asked for them hears that they cannot be read.
  known.add(preferences.then(startAll, () => undefined));
  const askLayouts = watchLayouts(document, signal);
  let isStarting = true;
  const watcher: CardWatcher = watch(
    document,
    {
      onFound(places) {
        // What is there already has been painted: it would go out of sight and come again.
        if (!isStarting) held.found(places);
        askLayouts(places);
        loadMarks(places);
      },
      onWaiting: wake,
      onGone(gone) {
        hasNews = true;
        if (gone.some(({ root }) => !root.isConnected)) first.remade();
        for (const place of gone) {
          drop(place);
          // Its nodes may stay: a list that looked like a card, or nodes that the host keeps for later.
          keepBar(place);
          release(place);
        }
        wake();
      },
    },
    () => localDay(new Date()),
    signal,
  );
  isStarting = false;
  document.addEventListener('DOMContentLoaded', wake, { signal });
  signal.addEventListener('abort', () => {
    resting.forEach((timer) => clearTimeout(timer));
    // Cards that could not be read, or not again, may have a bar too.
    for (const place of watcher.places()) removeBar(place);
    dropKeptBars();
    removeOwnNodes(document);
    releaseAll();
  });
  return {
    get page() {
      return page;
    },
    failures: () => [...failures.values()],
  };
}

function makePage(document: Document, marks: MarkStore, preferences: Preferences, cards: Page['cards'], watcher: CardWatcher): Page {
  return {
    document,
    marks,
    ...preferences,
    cards,
    cardsOf: (id) => cards().filter((card) => card.id === id),
    edit(change) {
      change();
      watcher.forgetOwnChanges();
    },
  };
}

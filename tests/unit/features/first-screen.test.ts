// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstCards, PATIENCE_MS, REMAKING_MS } from '../../../src/features/run/first-screen';
import type { Feature } from '../../../src/features/parts/feature';
import { eventually } from '../eventually';
import { dayCard } from '../site/support/cards';
import { showPage } from '../site/support/page';
import { frames, startRun } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';

vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const CARDS = 30;
// Of the window that jsdom has.
const FIRST_SCREEN = 9;
let state: DocumentReadyState;
let run: ReturnType<typeof startRun>;
let read: Set<string>;
let isMoreToCome: boolean | undefined;
/** What is to happen when the page's scripts have had their time, which a busy machine may take for the rest of a test. */
let lateScripts: (() => void)[];
let slowRemaking: (() => void)[];

/** A page that is loading, with the server's cards. */
function open(count: number): void {
  state = 'loading';
  document.body.replaceChildren();
  read = new Set();
  isMoreToCome = undefined;
  const feature: Feature = {
    name: 'recorder',
    start: () => ({ card: ({ id }) => void read.add(id), settled: (more) => void (isMoreToCome = more) }),
  };
  run = startRun({ features: [feature] });
  showPapers(10_000, count);
}

function showPapers(first: number, count = CARDS): void {
  showPage(Array.from({ length: count }, (_, n) => dayCard({ id: `2609.${first + n}`, title: `Paper ${n}`, upvotes: '1' })));
}

function endLoading(): void {
  state = 'interactive';
  document.dispatchEvent(new Event('readystatechange'));
  document.dispatchEvent(new Event('DOMContentLoaded'));
}

async function expectAll(): Promise<void> {
  await eventually(() => expect(read.size).toBe(CARDS));
}

it.each([[0, 6], [600, 6], [768, 9], [1000, 9], [1440, 12], [2160, 18]])('a window %i pixels high has room for %i cards, with those of a row beyond', (height, cards) => {
  expect(firstCards(height)).toBe(cards);
});

describe('while a page loads', () => {
  beforeEach(async () => {
    addWhatJsdomLacks();
    lateScripts = [];
    slowRemaking = [];
    const later = globalThis.setTimeout;
    vi.stubGlobal('setTimeout', (work: () => void, ms?: number) => {
      if (ms === REMAKING_MS) return slowRemaking.push(work);
      return ms === PATIENCE_MS ? lateScripts.push(work) : later(work, ms);
    });
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => state });
    open(CARDS);
    await eventually(() => expect(read.size).toBe(FIRST_SCREEN));
    await frames(6);
  });
  afterEach(() => {
    run.stop();
    vi.unstubAllGlobals();
    Reflect.deleteProperty(document, 'readyState');
  });

  it('the first screen alone is worked on, and more is known to come, also when the parser is done', async () => {
    state = 'interactive';
    document.dispatchEvent(new Event('readystatechange'));
    await frames(6);
    expect(read.size).toBe(FIRST_SCREEN);
    expect(isMoreToCome).toBe(true);
  });

  it('also when the document is whole and the host has yet to make its cards anew', async () => {
    endLoading();
    await frames(6);
    expect(read.size).toBe(FIRST_SCREEN);
  });

  it.each([5, FIRST_SCREEN])('no more are waited for where the document is whole and has %i', async (count) => {
    run.stop();
    open(count);
    await eventually(() => expect(read.size).toBe(count));
    await frames(6);
    expect(isMoreToCome).toBe(true);
    endLoading();
    await eventually(() => expect(isMoreToCome).toBe(false));
  });

  it.each(['loading', 'interactive'] as const)('all are once the host has made its cards anew, %s', async (at) => {
    if (at === 'interactive') endLoading();
    showPapers(20_000);
    await eventually(() => expect(read.size).toBe(FIRST_SCREEN + CARDS));
  });

  it('all are a while after it is loaded, where the host keeps its cards', async () => {
    endLoading();
    for (const work of slowRemaking) work();
    await expectAll();
    await eventually(() => expect(isMoreToCome).toBe(false));
  });

  it('all are once it is scrolled', async () => {
    document.dispatchEvent(new Event('scroll'));
    await expectAll();
  });

  it('all are when its scripts take their time', async () => {
    for (const work of lateScripts) work();
    await expectAll();
  });
});

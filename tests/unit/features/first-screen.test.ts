// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FIRST_SCREEN, PATIENCE_MS } from '../../../src/features/first-screen';
import type { Feature } from '../../../src/features/feature';
import { eventually } from '../eventually';
import { dayCard } from '../site/support/cards';
import { showPage } from '../site/support/page';
import { frames, startRun } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';

vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const CARDS = 30;
let state: DocumentReadyState;
let run: ReturnType<typeof startRun>;
let read: Set<string>;
let isMoreToCome: boolean | undefined;
/** What is to happen when the page's scripts have had their time, which a busy machine may take for the rest of a test. */
let lateScripts: (() => void)[];

beforeEach(async () => {
  addWhatJsdomLacks();
  lateScripts = [];
  const later = globalThis.setTimeout;
  vi.stubGlobal('setTimeout', (work: () => void, ms?: number) => (ms && ms >= PATIENCE_MS ? lateScripts.push(work) : later(work, ms)));
  state = 'loading';
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => state });
  document.body.replaceChildren();
  read = new Set();
  isMoreToCome = undefined;
  const feature: Feature = {
    name: 'recorder',
    start: () => ({ card: ({ id }) => void read.add(id), settled: (more) => void (isMoreToCome = more) }),
  };
  run = startRun({ features: [feature] });
  showPage(Array.from({ length: CARDS }, (_, n) => dayCard({ id: `2609.${10_000 + n}`, title: `Paper ${n}`, upvotes: '1' })));
  await eventually(() => expect(read.size).toBe(FIRST_SCREEN));
  await frames(6);
});
afterEach(() => {
  run.stop();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'readyState');
});

async function expectAll(): Promise<void> {
  await eventually(() => expect(read.size).toBe(CARDS));
}

describe('while a page loads', () => {
  it('the first screen alone is worked on, and more is known to come, also when the parser is done', async () => {
    state = 'interactive';
    document.dispatchEvent(new Event('readystatechange'));
    await frames(6);
    expect(read.size).toBe(FIRST_SCREEN);
    expect(isMoreToCome).toBe(true);
  });

  it('what the host makes anew meanwhile is of the first screen again', async () => {
    showPage(Array.from({ length: CARDS }, (_, n) => dayCard({ id: `2609.${20_000 + n}`, title: `Paper ${n}`, upvotes: '1' })));
    await eventually(() => expect(read).toContain('2609.20000'));
    await frames(6);
    expect(read.size).toBe(2 * FIRST_SCREEN);
  });

  it('all are once it is loaded', async () => {
    state = 'interactive';
    document.dispatchEvent(new Event('readystatechange'));
    document.dispatchEvent(new Event('DOMContentLoaded'));
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

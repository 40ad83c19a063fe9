// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Feature } from '../../../src/features/parts/feature';
import { barSlot } from '../../../src/features/parts/card-bar';
import { dayCard, type CardSource } from '../site/support/cards';
import { h } from '../site/support/html';
import { showPage } from '../site/support/page';
import { settled, slowArea } from '../storage/slow-area';
import { frames, recorder, startRun, type RunSetup } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';
import { eventually } from '../eventually';

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const source = (n: number): CardSource => ({ id: `2609.${String(10_000 + n)}`, title: `Diffusion transformer ${n}`, upvotes: '1' });
const idOf = (n: number) => source(n).id;
const day = (n: number) => dayCard(source(n));
const MARK = '[data-papersift], [data-papersift-hold]';
const held = () => [...document.querySelectorAll('article[data-papersift-hold]')];

let lacks: ReturnType<typeof addWhatJsdomLacks>;
let runs: ReturnType<typeof startRun>[] = [];
const errors = vi.spyOn(console, 'error');
const warnings = vi.spyOn(console, 'warn');

beforeEach(() => {
  lacks = addWhatJsdomLacks();
  errors.mockReset().mockImplementation(() => undefined);
  warnings.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(performance.now).mockRestore?.();
  for (const run of runs) run.stop();
  runs = [];
  expect(document.querySelector(MARK)).toBeNull();
});

function start(setup?: RunSetup) {
  const run = startRun(setup);
  runs.push(run);
  return run;
}

/** Gives each card a bar. */
const barred: Feature = { name: 'barred', start: () => ({ card: (card) => void barSlot(card, 'chips') }) };

/** Until the cards have been worked on and are shown. */
async function shown(): Promise<void> {
  await eventually(() => expect(document.querySelectorAll('.papersift-star').length).toBeGreaterThan(0));
  await frames(4);
}

describe('a feature that throws', () => {
  const throwing = (parts: Partial<Record<'start' | 'card' | 'settled' | 'gone', true>>): Feature => {
    const fail = (part: keyof typeof parts) => () => {
      if (parts[part]) throw new Error(part);
    };
    return {
      name: 'broken',
      start(_, signal) {
        signal.addEventListener('abort', () => ended.push('broken'));
        fail('start')();
        return { card: fail('card'), settled: fail('settled'), gone: fail('gone') };
      },
    };
  };
  const ended: string[] = [];
  beforeEach(() => void (ended.length = 0));

  it.each(['start', 'card', 'settled'] as const)('in %s is off, with its name in the console once; the others go on', async (part) => {
    const grid = showPage([day(1), day(2)]);
    const other = recorder();
    start({ features: [throwing({ [part]: true }), other.feature] });
    await eventually(() => expect(other.cards()).toHaveLength(2));
    grid.append(day(3));
    await eventually(() => expect(other.cards()).toHaveLength(3));
    // A busy machine settles in a task of its own.
    await eventually(() => expect(ended).toEqual(['broken']));
    await frames(4);
    expect(errors).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"broken"'), new Error(part));
  });

  it('when a card leaves is off too', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    const other = recorder();
    start({ features: [throwing({ gone: true }), other.feature] });
    await eventually(() => expect(other.cards()).toHaveLength(2));
    card.remove();
    await eventually(() => expect(other.calls).toContain('gone'));
    expect(errors).toHaveBeenCalledOnce();
  });

  it.each(['marks', 'settings', 'keywords'] as const)('when it hears of %s is off too, and the change goes on', async (what) => {
    showPage([day(1), day(2)]);
    const area = slowArea();
    const heard: string[] = [];
    const listening = (name: string, then: () => void): Feature => ({
      name,
      start(page, signal) {
        page[what].onChanged(() => {
          heard.push(name);
          then();
        }, signal);
        return {};
      },
    });
    const fail = () => {
      throw new Error(what);
    };
    const { marks } = start({ area, features: [listening('broken', fail), listening('whole', () => undefined)] });
    await settled();
    const write = (n: number) =>
      area.memory.set({
        [`mark:${idOf(1)}`]: { version: n, starred: n % 2 === 1, hidden: false, read: false },
        settings: { enabled: true, topicsOff: [String(n)] },
        keywords: [{ id: String(n), source: 'transformer' }],
      });
    await write(1);
    await write(2);
    expect(heard).toEqual(['broken', 'whole', 'whole']);
    expect(errors).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"broken"'), new Error(what));
    expect(marks.get(idOf(1) as never).version).toBe(2);
  });

  it('because the extension has gone says nothing', async () => {
    showPage([day(1)]);
    const other = recorder();
    start({ features: [throwing({ card: true }), other.feature], isAlive: () => false });
    await eventually(() => expect(other.cards()).toHaveLength(1));
    expect(errors).not.toHaveBeenCalled();
  });
});

describe('cards are kept from being painted', () => {
  it('until their marks are known, and shown when all above them has been laid out', async () => {
    const area = slowArea({ [`mark:${idOf(2)}`]: { version: 1, starred: false, hidden: true, read: false } });
    area.holdBack('get');
    start({ area });
    showPage([day(1), day(2)]);
    await settled();
    expect(held()).toHaveLength(2);
    await frames(4);
    expect(held()).toHaveLength(2);
    expect(document.querySelector('.papersift-bar')).toBeNull();
    area.letGo('get');
    await shown();
    expect(held()).toHaveLength(0);
    expect(lacks.sheets().join('')).toContain(idOf(2).replace('.', '\\.'));
  });

  it('but not those that stand there already: they would go out of sight and come again', async () => {
    showPage([day(1), day(2)]);
    start();
    expect(held()).toHaveLength(0);
    await shown();
    expect(document.querySelectorAll('.papersift-bar')).toHaveLength(2);
  });

  it('also those that come while others are worked on', async () => {
    const grid = showPage([1, 2, 3].map(day));
    const area = slowArea();
    const seen = recorder();
    const comeMeanwhile = () => {
      area.holdBack('get');
      grid.append(day(7));
    };
    // One card a slice: each takes longer than a slice may take. The host acts between the first and the second.
    const slow: Feature = {
      name: 'slow',
      start: () => ({
        card({ id }) {
          const end = performance.now() + 10;
          while (performance.now() < end);
          if (id === idOf(1)) setTimeout(comeMeanwhile);
        },
      }),
    };
    start({ area, features: [slow, seen.feature] });
    await eventually(() => expect(grid.children).toHaveLength(4));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen.cards()).not.toContain(`card ${idOf(7)}`);
    expect(held()).toContain(grid.lastElementChild);
    area.letGo('get');
    await eventually(() => expect(seen.cards()).toContain(`card ${idOf(7)}`));
    await frames(4);
    expect(held()).toHaveLength(0);
  });

  it('and shown, with their buttons, when marks cannot be read: the reader is told in the console', async () => {
    showPage([day(1)]);
    const area = slowArea();
    const get = area.get;
    area.get = (keys) => (keys[0]?.startsWith('mark:') ? Promise.reject(new Error('disk')) : get(keys));
    start({ area });
    await shown();
    expect(held()).toHaveLength(0);
    expect(warnings).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('marks'), new Error('disk'));
  });

  it('no longer when preferences cannot be read and the run is stopped; nothing is left unhandled', async () => {
    showPage([day(1)]);
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const preferences = Promise.reject(new Error('disk'));
    const { stop } = start({ preferences });
    preferences.catch(stop);
    await settled();
    await settled();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(document.querySelector(MARK)).toBeNull();
  });
});

describe('what is left', () => {
  const keywords = [{ id: 'k', source: 'transformer', color: 'yellow', on: true }];

  it('of a run that is stopped: nothing', async () => {
    showPage([day(1), day(2)], { props: { dailyPapers: [{ paper: { id: idOf(1), summary: 'A transformer with reinforcement learning.' } }] } });
    const asItCame = document.documentElement.outerHTML;
    const area = slowArea({ keywords, [`mark:${idOf(2)}`]: { version: 1, starred: true, hidden: true, read: false } });
    const { stop, counts } = start({ area });
    await shown();
    expect(document.querySelectorAll('.papersift-bar')).toHaveLength(2);
    expect(lacks.sheets().join('')).toContain('display:none');
    expect(lacks.highlights.get('papersift-yellow')?.size).toBe(2);
    stop();
    expect(document.documentElement.outerHTML).toBe(asItCame);
    expect(lacks.sheets()).toEqual([]);
    expect([...lacks.highlights.keys()]).toEqual([]);
    expect(counts.size).toBe(0);
    await area.memory.set({ [`mark:${idOf(1)}`]: { version: 1, starred: true, hidden: true, read: false }, keywords: [] });
    document.querySelector('h3 a')!.textContent = 'Another';
    await frames(4);
    expect(document.querySelector(MARK)).toBeNull();
  });

  it('of a card that could be read once and cannot be any more: no part of an ended run comes back', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    const first = start();
    await shown();
    const link = card.querySelector('h3 a')!;
    link.textContent = '';
    await eventually(() => expect(first.run.failures()).toHaveLength(1));
    first.stop();
    link.textContent = 'A title again';
    start();
    await shown();
    expect(card.querySelectorAll('.papersift-star')).toHaveLength(1);
    expect(card.querySelectorAll('.papersift-hide')).toHaveLength(1);
  });

  it('of a list that looked like a card: no bar, and it is not held', async () => {
    const asDiv = (n: number) => h('div', {}, ...day(n).childNodes);
    const first = asDiv(1);
    const grid = showPage([first]);
    start();
    await shown();
    grid.append(asDiv(2), asDiv(3));
    await eventually(() => expect(document.querySelectorAll('.papersift-bar')).toHaveLength(3));
    await frames(4);
    expect([...document.querySelectorAll('.papersift-bar')].map((bar) => bar.parentElement)).toEqual([...grid.children]);
    expect(document.querySelector('[data-papersift-hold]')).toBeNull();
  });

  it('of a list that looked like a card until its marks were known: it is not held', async () => {
    const asDiv = (n: number) => h('div', {}, ...day(n).childNodes);
    const area = slowArea();
    area.holdBack('get');
    start({ area });
    const grid = showPage([asDiv(1)]);
    await settled();
    const lone = document.querySelector('[data-papersift-hold] h3')!.closest('[data-papersift-hold]')!;
    grid.append(asDiv(2));
    await settled();
    area.letGo('get');
    await eventually(() => expect(document.querySelectorAll('.papersift-bar')).toHaveLength(2));
    await frames(4);
    expect(lone.hasAttribute('data-papersift-hold')).toBe(false);
    expect(document.querySelector('[data-papersift-hold]')).toBeNull();
  });

  it('of a card that the host keeps for later: it comes back with one bar, and without one when we are off', async () => {
    const card = day(1);
    const grid = showPage([card, day(2)]);
    const { stop } = start();
    await shown();
    card.remove();
    await frames(2);
    expect(card.querySelector(MARK)).toBeNull();
    grid.append(card);
    await eventually(() => expect(card.querySelectorAll('.papersift-star')).toHaveLength(1));
    card.remove();
    await frames(2);
    stop();
    grid.append(card);
    await frames(2);
    expect(card.querySelector(MARK)).toBeNull();
  });
});

describe('a host that fights', () => {
  it('over one card is let have it, is told of in the console once, and keeps the help on the others', async () => {
    const card = day(1);
    const grid = showPage([card, day(2)]);
    const seen = recorder();
    start({ features: [barred, seen.feature] });
    await eventually(() => expect(seen.cards()).toHaveLength(2));
    for (let i = 0; i < 80; i++) {
      card.querySelector('.papersift-bar')?.remove();
      card.querySelector('h3 a')!.textContent = `Title ${i}`;
      await frames(1);
    }
    const readings = seen.cards().filter((call) => call.endsWith(idOf(1)));
    expect(readings).toHaveLength(59);
    expect(warnings).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(idOf(1)));
    expect(card.querySelector(MARK)).toBeNull();
    grid.append(day(3));
    await eventually(() => expect(seen.cards()).toContain(`card ${idOf(3)}`));
    await frames(4);
    expect(held()).toHaveLength(0);
  });
});

it('follows a card whose text never rests, and neither loses it nor reads it each time', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  const card = day(1);
  showPage([card, day(2)]);
  const seen = recorder();
  start({ features: [barred, seen.feature] });
  await vi.advanceTimersByTimeAsync(500);
  const readings = () => seen.cards().filter((call) => call === `card ${idOf(1)}`).length;
  const tick = async (ticks: number) => {
    for (let i = 0; i < ticks; i++) {
      card.querySelector('h3 a')!.textContent = `Title ${i}`;
      await vi.advanceTimersByTimeAsync(20);
    }
  };
  await tick(200);
  expect(readings()).toBeLessThanOrEqual(60);
  await vi.advanceTimersByTimeAsync(5000);
  const before = readings();
  await tick(3);
  expect(readings()).toBeGreaterThan(before);
  expect(seen.cards().filter((call) => call.startsWith('gone'))).toEqual([]);
  expect(warnings).not.toHaveBeenCalled();
});

it('keeps the bar above the list of the page when another list of a few is read again or stands before it', async () => {
  const grid = showPage([day(1), day(2), day(3)]);
  const aside = h('aside', {}, day(4));
  document.body.prepend(aside);
  start();
  await shown();
  const above = () => document.querySelector('.papersift-triage')?.nextElementSibling;
  expect(above()).toBe(grid);
  for (const card of grid.children) card.querySelector('h3 a')!.textContent += ' again';
  await frames(4);
  aside.querySelector('h3 a')!.textContent += ' again';
  await frames(4);
  expect(above()).toBe(grid);
});

it('asks storage once for the marks of all papers that the page tells of, and for others when they come', async () => {
  const area = slowArea();
  const get = vi.spyOn(area, 'get');
  const asked = () => get.mock.calls.map(([keys]) => keys.filter((key) => key.startsWith('mark:'))).filter((keys) => keys.length > 0);
  const keyOf = (n: number) => `mark:${idOf(n)}`;
  const props = { dailyPapers: [1, 2, 3].map((n) => ({ paper: { id: idOf(n), title: source(n).title } })) };
  const grid = showPage([day(1)], { props });
  start({ area, features: [recorder().feature] });
  expect(asked()).toEqual([[1, 2, 3].map(keyOf)]);
  grid.append(day(2), day(4));
  await eventually(() => expect(asked()).toEqual([[1, 2, 3].map(keyOf), [keyOf(4)]]));
});

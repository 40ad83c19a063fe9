// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardPlace } from '../../../src/site/card';
import { watchCards, type CardWatcher } from '../../../src/site/watch-cards';
import { h } from './support/html';
import { TODAY } from './support/page';

const idOf = (n: number) => `2609.${String(10_000 + n)}`;
const link = (n: number) => h('a', { href: `/papers/${idOf(n)}` }, `Paper ${n}`);
const card = (n: number) => h('article', {}, h('h3', {}, link(n)));
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

let state: DocumentReadyState;
let life: AbortController;
let watcher: CardWatcher;
let found: string[];
let gone: string[];

beforeEach(() => {
  state = 'loading';
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => state });
  document.body.replaceChildren();
  [found, gone] = [[], []];
  life = new AbortController();
  const watch = {
    onFound: (places: readonly CardPlace[]) => void found.push(...places.map(({ id }) => id)),
    onGone: (places: readonly CardPlace[]) => void gone.push(...places.map(({ id }) => id)),
    onWaiting: () => undefined,
  };
  watcher = watchCards(document, watch, () => TODAY, life.signal);
});
afterEach(() => {
  life.abort();
  Reflect.deleteProperty(document, 'readyState');
});

function parsed(): void {
  state = 'interactive';
  document.dispatchEvent(new Event('readystatechange'));
}

function readAll(): string[] {
  const read: string[] = [];
  for (let reading = watcher.readNext(); reading; reading = watcher.readNext()) if ('card' in reading) read.push(reading.card.paper.title);
  return read;
}

describe('while the page is parsed', () => {
  it('a card is found before the frame in which its title came is painted', async () => {
    await frame();
    const list = h('div', {}, card(1), card(2));
    document.body.append(list);
    await frame();
    expect(found).toEqual([idOf(1), idOf(2)]);
    list.append(card(3));
    await frame();
    expect(found).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  it('a card that was half there is found with the next frame', async () => {
    const [heading, started] = [h('h3', {}), h('article', {})];
    started.append(heading);
    document.body.append(h('div', {}, card(1), started));
    await frame();
    expect(found).toEqual([idOf(1)]);
    heading.append(link(2));
    await frame();
    expect(found).toEqual([idOf(1), idOf(2)]);
  });

  it('what comes into a card that is known has it read again', async () => {
    const started = card(1);
    document.body.append(h('div', {}, started, card(2)));
    await frame();
    expect(readAll()).toEqual(['Paper 1', 'Paper 2']);
    started.querySelector('a')!.append(' and more');
    await Promise.resolve();
    expect(readAll()).toEqual(['Paper 1 and more']);
  });

  // Its script may come before the page is whole, and between two frames. Papers of before stayed known, and the bar stood above them.
  it('a host that makes its list anew before the first frame is followed', async () => {
    const section = h('section', {}, h('div', {}, card(1), card(2)));
    document.body.append(section);
    await Promise.resolve();
    expect(found).toEqual([idOf(1), idOf(2)]);
    section.replaceChildren(h('div', {}, card(1), card(2)));
    await Promise.resolve();
    parsed();
    expect(gone).toEqual([idOf(1), idOf(2)]);
    expect(watcher.places().map(({ root }) => root.isConnected)).toEqual([true, true]);
  });

  it('a host that makes its cards anew by then is followed', async () => {
    const list = h('div', {}, card(1), card(2));
    document.body.append(list);
    await frame();
    list.replaceChildren(card(1), card(2), card(3));
    await frame();
    expect(gone).toEqual([idOf(1), idOf(2)]);
    expect(watcher.places().map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
    list.append(card(4));
    await Promise.resolve();
    expect(found.at(-1)).toBe(idOf(4));
  });
});

describe('once the page is parsed', () => {
  it('nothing is missed of what came since the last frame, nor of what comes', async () => {
    const list = h('div', {}, card(1));
    document.body.append(list);
    await frame();
    list.append(card(2));
    parsed();
    expect(found).toEqual([idOf(1), idOf(2)]);
    list.append(card(3));
    await Promise.resolve();
    expect(found).toEqual([idOf(1), idOf(2), idOf(3)]);
  });
});

// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers" }
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/site/card';
import { watchPaper } from '../../../src/site/paper-page';
import { dayCard } from './support/cards';
import { h } from './support/html';
import { showPage, TODAY } from './support/page';

const ID = '2609.31620';
const OTHER = '2609.00002';
let life: AbortController;
let watcher: ReturnType<typeof watchPaper>;

beforeEach(() => {
  life = new AbortController();
  history.replaceState(null, '', `/papers/${ID}`);
});
afterEach(() => life.abort());

/** A paper's own page, as the host's server sends it. */
function showPaper(title: string, props?: unknown): HTMLElement {
  const heading = h('h1', {}, title);
  const island = h('div', { 'data-target': 'PaperContent' }, h('section', {}, heading, h('h2', {}, 'Abstract'), h('p', {}, 'We show a thing.')));
  if (props !== undefined) island.setAttribute('data-props', JSON.stringify(props));
  document.body.replaceChildren(h('main', {}, island));
  return heading;
}

function watch(): void {
  watcher = watchPaper(document, { onFound: () => undefined, onWaiting: () => undefined, onGone: () => undefined }, () => TODAY, life.signal);
}

function readNext(): Card['paper'] | string | undefined {
  const reading = watcher.readNext();
  return reading && ('card' in reading ? reading.card.paper : reading.failure.reason);
}

/** Lets the observer report. */
const changed = () => new Promise((resolve) => setTimeout(resolve));

describe("a paper's own page", () => {
  it('is read, with or without data', () => {
    showPaper('A Title');
    watch();
    expect(readNext()).toEqual({ id: ID, title: 'A Title', abstract: 'We show a thing.' });
  });

  it('has the title of its data: the heading may be translated, or hold a badge', () => {
    const heading = showPaper('Ein Titel', { paper: { id: ID, title: 'A Title', summary: 'Whole.' } });
    heading.append(h('span', {}, '#1 Paper of the day'));
    watch();
    expect(readNext()).toEqual({ id: ID, title: 'A Title', abstract: 'Whole.' });
    expect(watcher.places().map(({ root }) => root)).toEqual([heading]);
  });

  it('has the title of its heading where the data is of another paper', () => {
    showPaper('A Title', { paper: { id: OTHER, title: 'Another', summary: 'Of another.' } });
    watch();
    expect(readNext()).toEqual({ id: ID, title: 'A Title', abstract: 'We show a thing.' });
  });

  it('has its heading in another island, or in none, where the host renames it', () => {
    document.body.replaceChildren(h('main', {}, h('h1', {}, 'A Title')));
    watch();
    expect(readNext()).toEqual({ id: ID, title: 'A Title' });
  });
});

describe('while the host changes the page in place', () => {
  it('the heading of the listing is no title, whatever the address says', async () => {
    showPage([dayCard({ id: ID, title: 'A Title' })]);
    watch();
    expect(watcher.places()).toEqual([]);
    expect(readNext()).toBeUndefined();
    // Something of the listing changes, as before its end.
    document.querySelector('h1')!.append('!');
    await changed();
    expect(watcher.places()).toEqual([]);
    showPaper('A Title');
    await changed();
    expect(readNext()).toMatchObject({ id: ID, title: 'A Title' });
  });

  it('the paper is read where the listing has not been taken out yet', () => {
    showPaper('A Title');
    document.querySelector('main')!.prepend(h('div', { 'data-target': 'DailyPapers' }, h('h1', {}, 'Daily Papers')));
    watch();
    expect(readNext()).toMatchObject({ id: ID, title: 'A Title' });
  });

  it('the heading of the paper before is no title of this one', async () => {
    const heading = showPaper('Another', { paper: { id: OTHER, title: 'Another' } });
    watch();
    expect(readNext()).toBe('no-title');
    heading.textContent = 'A Title';
    await changed();
    expect(readNext()).toMatchObject({ id: ID, title: 'A Title' });
  });
});

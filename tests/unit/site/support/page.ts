import { toPaperId, type PaperId } from '../../../../src/domain/paper';
import type { Card } from '../../../../src/site/card';
import { findCardPlaces } from '../../../../src/site/card-places';
import { readDigestData } from '../../../../src/site/digest-data';
import { readCard } from '../../../../src/site/read-card';
import { h } from './html';

export const TODAY = '2025-12-10';

export function paperId(text: string): PaperId {
  const id = toPaperId(text);
  if (!id) throw new Error(`${text} is no arXiv id`);
  return id;
}

export interface PageOptions {
  /** The island's JSON: a string is taken as it is. */
  readonly props?: unknown;
  /** What stands in the grid after the cards. */
  readonly after?: readonly Node[];
}

export function pager(): HTMLElement {
  return h('div', {}, h('a', { href: '/papers/date/2026-09-25' }, 'Previous'));
}

/** Fills the document with a listing of `cards`; gives the grid. */
export function showPage(cards: readonly HTMLElement[], { props, after = [] }: PageOptions = {}): HTMLElement {
  const grid = h('div', {}, ...cards, ...after);
  const header = h('div', {},
    h('h1', {}, 'Daily Papers'),
    h('h2', {}, 'by', h('a', { href: '/akhaliq' }, h('img', { alt: '', src: '/by.png' }), h('span', {}, 'AK'))),
    h('input', { type: 'search' }),
    h('a', { href: '/papers/date/2026-09-25' }), h('div', {}, 'Sep 28'));
  const island = h('div', { 'data-target': 'DailyPapers' }, h('section', {}, header, grid));
  if (props !== undefined) island.setAttribute('data-props', typeof props === 'string' ? props : JSON.stringify(props));
  document.body.replaceChildren(h('main', {}, island));
  return grid;
}

/** The only card of the document, read. Throws when there is not one or it cannot be read. */
export function readOnlyCard(today = TODAY): Card {
  const [place, ...others] = findCardPlaces(document);
  if (!place || others.length > 0) throw new Error(`${others.length + (place ? 1 : 0)} cards, not one`);
  const result = readCard(place, readDigestData(document), today);
  if ('failure' in result) throw new Error(result.failure.reason);
  return result.card;
}

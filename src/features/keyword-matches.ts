import { foldSpace } from '../domain/fold-space';
import { isAtWork, type Keyword, type KeywordColor } from '../domain/keyword';
import { compilePatterns, type Match, type Matcher } from '../domain/matching/matcher';
import { paintedSpans } from '../domain/matching/paint';
import type { IsoDate, Paper } from '../domain/paper';
import { plainText } from '../domain/plain-text/plain-text';
import type { ColoredRange } from '../platform/highlights';
import type { Card, TextField } from '../site/card';
import { readTextFlow, visibleLength } from '../site/text-flow';

/** The keywords that are at work, ready to be looked for. */
export interface KeywordMatcher {
  readonly matcher: Matcher;
  readonly byId: ReadonlyMap<string, Keyword>;
}

/** A match in a text that the card does not show. */
export interface UnseenMatch {
  readonly keyword: Keyword;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface CardMatches {
  /** Number of matches by keyword id, of those that mute too; each text of the paper counted once. */
  readonly counts: ReadonlyMap<string, number>;
  readonly ranges: readonly ColoredRange[];
  /** The first one of each keyword that no text of the card shows. */
  readonly unseen: readonly UnseenMatch[];
}

/** @param today the reader's day: a mute may have ended */
export function compileKeywords(keywords: readonly Keyword[], today: IsoDate): KeywordMatcher | undefined {
  const atWork = keywords.filter((keyword) => isAtWork(keyword, today));
  if (atWork.length === 0) return undefined;
  return { matcher: compilePatterns(atWork), byId: new Map(atWork.map((keyword) => [keyword.id, keyword])) };
}

/** What to paint in a text of ours. */
function findSpans({ matcher, byId }: KeywordMatcher, text: string): { color: KeywordColor; start: number; end: number }[] {
  const spans = paintedSpans(highlightsAmong(matcher.find(text), byId));
  return spans.map((span) => ({ color: colorOf(byId, span), start: span.start, end: span.end }));
}

/** What to paint in a text node of ours. */
export function rangesIn(node: Text, keywords: KeywordMatcher): readonly ColoredRange[] {
  return findSpans(keywords, node.data).map(({ color, start, end }) => ({
    color,
    range: { startContainer: node, startOffset: start, endContainer: node, endOffset: end },
  }));
}

/** Looks for keywords in all that is known of the paper, and for the places of those that its card shows. */
export function matchCard(card: Card, { matcher, byId }: KeywordMatcher): CardMatches {
  const counts = new Map<string, number>();
  const ranges: ColoredRange[] = [];
  const unseen = new Map<string, UnseenMatch>();
  const shown = new Set<string>();
  const read = new Set<TextField>();
  const known = fieldTexts(card.paper);

  for (const { field, element } of card.texts) {
    const flow = readTextFlow(element);
    const matches = matcher.find(flow.text);
    const highlighted = highlightsAmong(matches, byId);
    for (const span of paintedSpans(highlighted)) {
      ranges.push({ color: colorOf(byId, span), range: flow.rangeOf(span.start, span.end) });
    }
    const visible = visibleLength(card, field);
    for (const { id, end } of highlighted) if (end <= visible) shown.add(id);
    // The trending view shows each text twice, and a summary in place of the abstract.
    if (read.has(field) || !isWholeField(known.get(field), flow.text)) continue;
    read.add(field);
    // What is counted and quoted is the text as a reader would write it, in every view.
    const text = plainText(flow.text);
    const inText = text === flow.text ? matches : matcher.find(text);
    count(counts, field, inText, byId);
    note(unseen, text, highlightsAmong(inText, byId), byId);
  }
  for (const [field, source] of known) {
    if (read.has(field)) continue;
    const text = plainText(source);
    const matches = matcher.find(text);
    count(counts, field, matches, byId);
    note(unseen, text, highlightsAmong(matches, byId), byId);
  }
  return { counts, ranges, unseen: [...unseen.values()].filter(({ keyword }) => !shown.has(keyword.id)) };
}

/** In which texts of a paper each keyword is found, by its id. */
export function matchedFields(paper: Paper, keywords: KeywordMatcher | undefined): ReadonlyMap<string, ReadonlySet<TextField>> {
  const found = new Map<string, Set<TextField>>();
  if (!keywords) return found;
  for (const [field, text] of fieldTexts(paper)) {
    for (const { id } of keywords.matcher.find(text)) {
      if (!looksAt(keywords.byId.get(id)!, field)) continue;
      found.set(id, (found.get(id) ?? new Set()).add(field));
    }
  }
  return found;
}

function note(unseen: Map<string, UnseenMatch>, text: string, matches: readonly Match[], byId: ReadonlyMap<string, Keyword>): void {
  for (const { id, start, end } of matches) {
    if (!unseen.has(id)) unseen.set(id, { keyword: byId.get(id)!, text, start, end });
  }
}

function colorOf(byId: ReadonlyMap<string, Keyword>, { id }: Match): KeywordColor {
  return byId.get(id)!.color;
}

function count(counts: Map<string, number>, field: TextField, matches: readonly Match[], byId: ReadonlyMap<string, Keyword>): void {
  for (const { id } of matches) {
    if (!looksAt(byId.get(id)!, field)) continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}

/** A mute can be for titles alone. */
function looksAt({ mute }: Keyword, field: TextField): boolean {
  return field === 'title' || !mute?.titleOnly;
}

/** What mutes is looked for, and never painted or quoted. */
function highlightsAmong(matches: readonly Match[], byId: ReadonlyMap<string, Keyword>): readonly Match[] {
  return matches.filter(({ id }) => !byId.get(id)!.mute);
}

/** Whether the card shows all of the field, so that matches there need not be looked for in the page's data. */
function isWholeField(known: string | undefined, shown: string): boolean {
  return known === undefined || known === foldSpace(shown);
}

/** All that is known of the paper's words, by field. */
export function fieldTexts({ title, abstract, authors, organization }: Paper): ReadonlyMap<TextField, string> {
  const texts: [TextField, string | undefined][] = [
    ['title', title],
    ['abstract', abstract],
    ['authors', authors?.join(', ')],
    ['organization', organization?.fullname],
  ];
  return new Map(texts.filter((each): each is [TextField, string] => each[1] !== undefined));
}

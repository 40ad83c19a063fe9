import { foldSpace } from '../../domain/fold-space';
import type { IsoDate } from '../../domain/iso-date';
import { isAtWork, type Keyword } from '../../domain/keyword';
import { compilePatterns, type Matcher } from '../../domain/matching/matcher';
import { paintedSpans } from '../../domain/matching/paint';
import type { Match } from '../../domain/matching/pattern';
import type { Paper } from '../../domain/paper';
import { plainText } from '../../domain/plain-text/plain-text';
import type { ColoredRange } from '../../platform/highlights';
import type { Card, TextField } from '../../site/card';
import { flowOf, readTextFlow, visibleLength, type TextFlow } from '../../site/text-flow';

/** The keywords that are at work, ready to be looked for. */
export interface KeywordMatcher {
  readonly matcher: Matcher<Keyword>;
  readonly keywords: readonly Keyword[];
  readonly isMuting: boolean;
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

/** What stands in a text of the card, of which so many characters are seen. */
interface Shown {
  readonly matches: readonly Match<Keyword>[];
  readonly visible: number;
}

/** @param today the reader's day: a mute may have ended */
export function compileKeywords(keywords: readonly Keyword[], today: IsoDate): KeywordMatcher | undefined {
  const atWork = keywords.filter((keyword) => isAtWork(keyword, today));
  if (atWork.length === 0) return undefined;
  return { matcher: compilePatterns(atWork), keywords: atWork, isMuting: atWork.some(({ mute }) => mute) };
}

/** What to paint in a text node of ours. */
export function rangesIn(node: Text, keywords: KeywordMatcher): readonly ColoredRange[] {
  const flow = flowOf(node);
  const ranges: ColoredRange[] = [];
  addRanges(ranges, flow, highlightsAmong(keywords.matcher.find(flow.text), keywords));
  return ranges;
}

function addRanges(ranges: ColoredRange[], flow: TextFlow, matches: readonly Match<Keyword>[]): void {
  const spans = paintedSpans(matches);
  for (let i = 0; i < spans.length; i++) {
    const { pattern, start, end } = spans[i]!;
    ranges.push({ color: pattern.color, range: flow.rangeOf(start, end) });
  }
}

/** Looks for keywords in all that is known of the paper, and for the places of those that its card shows. */
export function matchCard(card: Card, keywords: KeywordMatcher): CardMatches {
  const { matcher } = keywords;
  const counts = new Map<string, number>();
  const ranges: ColoredRange[] = [];
  const unseen = new Map<Keyword, UnseenMatch>();
  const shown: Shown[] = [];
  const read = new Set<TextField>();
  const known = fieldTexts(card.paper);

  for (const { field, element } of card.texts) {
    const flow = readTextFlow(element);
    const matches = matcher.find(flow.text);
    const highlighted = highlightsAmong(matches, keywords);
    addRanges(ranges, flow, highlighted);
    const visible = visibleLength(card, field);
    shown.push({ matches: highlighted, visible });
    // The trending view shows each text twice, and a summary in place of the abstract.
    if (read.has(field) || !isWholeField(known.get(field), flow.text)) continue;
    read.add(field);
    // What is counted and quoted is the text as a reader would write it, in every view.
    const text = plainText(flow.text);
    const inText = text === flow.text ? matches : matcher.find(text);
    count(counts, field, inText);
    if (visible < Infinity || text !== flow.text) note(unseen, text, highlightsAmong(inText, keywords));
  }
  for (const [field, source] of known) {
    if (read.has(field)) continue;
    const text = plainText(source);
    const matches = matcher.find(text);
    count(counts, field, matches);
    note(unseen, text, highlightsAmong(matches, keywords));
  }
  return { counts, ranges, unseen: unseen.size === 0 ? [] : notShown([...unseen.values()], shown) };
}

function notShown(unseen: readonly UnseenMatch[], texts: readonly Shown[]): readonly UnseenMatch[] {
  const shown = new Set<Keyword>();
  for (const { matches, visible } of texts) {
    for (const { pattern, end } of matches) if (end <= visible) shown.add(pattern);
  }
  return unseen.filter(({ keyword }) => !shown.has(keyword));
}

/** In which texts of a paper each keyword is found, by its id. */
export function matchedFields(paper: Paper, keywords: KeywordMatcher | undefined): ReadonlyMap<string, ReadonlySet<TextField>> {
  const found = new Map<string, Set<TextField>>();
  if (!keywords) return found;
  for (const [field, text] of fieldTexts(paper)) {
    for (const { pattern } of keywords.matcher.find(text)) {
      if (looksAt(pattern, field)) found.set(pattern.id, (found.get(pattern.id) ?? new Set()).add(field));
    }
  }
  return found;
}

function note(unseen: Map<Keyword, UnseenMatch>, text: string, matches: readonly Match<Keyword>[]): void {
  for (const { pattern, start, end } of matches) {
    if (!unseen.has(pattern)) unseen.set(pattern, { keyword: pattern, text, start, end });
  }
}

function count(counts: Map<string, number>, field: TextField, matches: readonly Match<Keyword>[]): void {
  for (let i = 0; i < matches.length; i++) {
    const { pattern } = matches[i]!;
    if (pattern.mute === undefined || looksAt(pattern, field)) counts.set(pattern.id, (counts.get(pattern.id) ?? 0) + 1);
  }
}

/** A mute can be for titles alone. */
function looksAt({ mute }: Keyword, field: TextField): boolean {
  return field === 'title' || !mute?.titleOnly;
}

/** What mutes is looked for, and never painted or quoted. */
function highlightsAmong(matches: readonly Match<Keyword>[], { isMuting }: KeywordMatcher): readonly Match<Keyword>[] {
  return isMuting ? matches.filter(({ pattern }) => !pattern.mute) : matches;
}

/** Whether the card shows all of the field, so that matches there need not be looked for in the page's data. */
function isWholeField(known: string | undefined, shown: string): boolean {
  return known === undefined || known === shown || known === foldSpace(shown);
}

/** All that is known of the paper's words, by field. */
export function fieldTexts({ title, abstract, authors, organization }: Paper): ReadonlyMap<TextField, string> {
  const texts = new Map<TextField, string>([['title', title]]);
  if (abstract !== undefined) texts.set('abstract', abstract);
  if (authors) texts.set('authors', authors.join(', '));
  if (organization) texts.set('organization', organization.fullname);
  return texts;
}

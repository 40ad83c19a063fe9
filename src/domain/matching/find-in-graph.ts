import { exactForm } from './keyword-syntax';
import { MIN_SPLIT, MIN_SPLIT_PART, type PhraseGraph, type State, type Terminal } from './phrase-graph';
import { isAcronymInS, singulars } from './plurals';
import { foldGap, foldPunctuation, tokenize, type Tokens } from './tokens';

/** A match of the pattern with this index. */
export interface Found {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/** The search for what begins at word `first`. */
interface Search {
  readonly tokens: Tokens;
  /** Folded gap after each word, as far as it was asked for. */
  readonly gaps: (string | undefined)[];
  first: number;
  found: Found[];
  /** States gone on from, by the word gone on with. A text can be parted in ways that meet again: once is enough. */
  readonly visited: Map<number, Set<State>>;
}

// A word typed as one is also found hyphenated ("e-commerce"), unless it is so short that chance would write it ("of-a").
const MIN_HYPHENATED = 5;
const LETTER_S = 's'.charCodeAt(0);
// Words of one hyphenated compound that are tried as one.
const MAX_COMPOUND = 4;

/** All matches in `text` by start, longest first; of one pattern the leftmost longest ones, which do not overlap. */
export function findInGraph(graph: PhraseGraph, text: string): Found[] {
  const search: Search = { tokens: tokenize(text), gaps: [], first: 0, found: [], visited: new Map() };
  const lastEnd: number[] = [];
  const kept: Found[] = [];
  let ordered = true;
  for (; search.first < search.tokens.words.length; search.first++) {
    if (!mayBegin(graph, search.tokens, search.first)) continue;
    step(search, graph.root, search.first, '');
    if (search.visited.size > 0) search.visited.clear();
    if (search.found.length === 0) continue;
    if (search.found.length > 1) search.found.sort(byStart);
    for (const match of search.found) {
      if (match.start < (lastEnd[match.pattern] ?? 0)) continue;
      lastEnd[match.pattern] = match.end;
      // Punctuation before a word can begin earlier than a match that was found before.
      if (kept.length > 0 && kept.at(-1)!.start > match.start) ordered = false;
      kept.push(match);
    }
    search.found = [];
  }
  return ordered ? kept : kept.sort(byStart);
}

/**
 * Whether any phrase can begin with word `at`: few words of a text are worth a search, and one look-up tells most of the
 * others.
 */
function mayBegin({ root }: PhraseGraph, tokens: Tokens, at: number): boolean {
  const word = tokens.words[at]!;
  if (root.edges.has(word) || root.splitHeads.has(word) || isForm(root, word)) return true;
  let joined = word;
  for (let last = at + 1; last < at + MAX_COMPOUND && isHyphen(tokens, last - 1); last++) {
    joined += tokens.words[last]!;
    if (root.edges.has(joined) || isForm(root, joined)) return true;
  }
  return false;
}

/** Whether `label` is a plural of what goes on from `state`, or goes on itself from an open beginning. */
function isForm({ edges, openEdges }: State, label: string): boolean {
  if (label.charCodeAt(label.length - 1) === LETTER_S && singulars(label).some((singular) => edges.has(singular))) return true;
  for (const [length, targets] of openEdges) if (length <= label.length && targets.has(label.slice(0, length))) return true;
  return false;
}

function byStart(a: Found, b: Found): number {
  return a.start - b.start || b.end - a.end;
}

/** Reads word `at`, alone or with what the text wrote apart from it. */
function step(search: Search, state: State, at: number, gap: string): void {
  const { words } = search.tokens;
  const label = gap + words[at]!;
  follow(search, state, at, label);
  if (at + 1 >= words.length) return;
  if (isHyphen(search.tokens, at)) followCompound(search, state, at, label);
  else if (state.splitHeads.has(label) && gapAfter(search, at) === '') follow(search, state, at + 1, label + words[at + 1]!);
}

function followCompound(search: Search, state: State, at: number, label: string): void {
  const { words } = search.tokens;
  let joined = label;
  for (let last = at + 1; last < Math.min(words.length, at + MAX_COMPOUND); last++) {
    if (!isHyphen(search.tokens, last - 1)) return;
    joined += words[last]!;
    follow(search, state, last, joined);
  }
}

/** Goes on from `state` over `label`, which ends with word `last`, and over each beginning of it that may go on. */
function follow(search: Search, state: State, last: number, label: string): void {
  const target = state.edges.get(label);
  if (target) enter(search, target, last);
  if (state.openEdges.size > 0) followOpen(search, state, last, label);
  if (label.charCodeAt(label.length - 1) === LETTER_S) followSingulars(search, state, last, label);
}

function followOpen(search: Search, state: State, last: number, label: string): void {
  for (const [length, targets] of state.openEdges) {
    const open = length <= label.length ? targets.get(label.slice(0, length)) : undefined;
    if (open) enter(search, open, last);
  }
}

function followSingulars(search: Search, state: State, last: number, label: string): void {
  for (const singular of singulars(label)) {
    const ending = state.edges.get(singular);
    if (!ending) continue;
    const { text, starts, ends } = search.tokens;
    if (isAcronymInS(text.slice(starts[last], ends[last]))) return;
    report(search, ending, last);
  }
}

function enter(search: Search, state: State, last: number): void {
  report(search, state, last);
  const next = last + 1;
  if (next >= search.tokens.words.length) return;
  if (state.edges.size === 0 && state.openEdges.size === 0) return;
  const visited = search.visited.get(next);
  if (visited?.has(state)) return;
  if (visited) visited.add(state);
  else search.visited.set(next, new Set([state]));
  step(search, state, next, gapAfter(search, last));
}

function report(search: Search, state: State, last: number): void {
  for (const terminal of state.terminals) {
    if (last > search.first && !isPartedLike(search, terminal, last)) continue;
    const match = matchAt(search.tokens, terminal, search.first, last);
    if (match) search.found.push(match);
  }
}

/** Whether the text parts the phrase only at its joints, or inside a word that is long enough to be written in two. */
function isPartedLike(search: Search, { joints }: Terminal, last: number): boolean {
  const { words } = search.tokens;
  let length = 0;
  let splits = 0;
  for (let at = search.first; at < last; at++) {
    if (at > search.first) length += gapAfter(search, at - 1).length;
    length += words[at]!.length;
    if (joints.includes(length)) continue;
    const end = joints.findIndex((joint) => joint > length);
    const [from, to] = [joints[end - 1] ?? 0, joints[end] ?? Infinity];
    if (isHyphen(search.tokens, at) ? to - from >= MIN_HYPHENATED : isSplit(length - from, to - length) && splits++ === 0) continue;
    return false;
  }
  return true;
}

function isSplit(before: number, after: number): boolean {
  return before >= MIN_SPLIT_PART && after >= MIN_SPLIT_PART && before + after >= MIN_SPLIT;
}

function matchAt({ text, starts, ends }: Tokens, terminal: Terminal, first: number, last: number): Found | undefined {
  const { pattern, head, tail, exact } = terminal;
  const start = starts[first]! - head.length;
  const end = ends[last]! + tail.length;
  if (head && foldPunctuation(text.slice(Math.max(0, start), starts[first])) !== head) return undefined;
  if (tail && foldPunctuation(text.slice(ends[last], end)) !== tail) return undefined;
  if (exact !== undefined && !exactForm(text.slice(start, end)).startsWith(exact)) return undefined;
  return { pattern, start, end };
}

function gapAfter({ tokens, gaps }: Search, at: number): string {
  return (gaps[at] ??= foldGap(tokens.text.slice(tokens.ends[at], tokens.starts[at + 1])));
}

/** Whether a hyphen alone stands between word `at` and the next. */
function isHyphen({ text, starts, ends }: Tokens, at: number): boolean {
  const end = ends[at]!;
  if (starts[at + 1] !== end + 1) return false;
  const char = text.charCodeAt(end);
  return char === 0x2d || char === 0x2010 || char === 0x2011;
}

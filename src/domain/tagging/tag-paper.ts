import { compilePatterns, type Matcher } from '../matching/matcher';
import type { Match } from '../matching/pattern';
import { passingSpans, readSentences, type Span } from './sentences';
import { weights } from './weights';
import { topics, type Topic, type TopicId } from '../topics';

/** A topic that a paper was found to be about. */
export interface Tag {
  readonly topic: TopicId;
  readonly label: string;
  /** How much speaks for it: a title's word is 4, what the paper first proposes 2 (see `tagging/weights.ts`). */
  readonly score: number;
  /** The words that earned it, as they stand in the text, weightiest first. */
  readonly reasons: string[];
}

export interface TaggedText {
  readonly title: string;
  readonly abstract?: string;
  readonly siteKeywords?: readonly string[];
}

export interface TagOptions {
  /** Topics that the reader has switched off: never given, and they hold nothing else back. */
  readonly off?: ReadonlySet<TopicId>;
}

type Strength = (typeof STRENGTHS)[number];

/** Also the pattern that is looked for. */
interface Rule {
  readonly source: string;
  readonly topic: Topic & { readonly id: TopicId };
  readonly strength: Strength;
}

/** A stretch of text in which everything counts the same. */
interface Part extends Span {
  readonly weight: number;
  readonly isTitle?: boolean;
}

interface Evidence {
  score: number;
  /** By folded form, so that "LLM" and "LLMs" are one reason. */
  readonly words: Map<string, { readonly text: string; readonly weight: number }>;
}

const MAX_REASONS = 4;
const STRENGTHS = ['aliases', 'title', 'weak', 'not'] as const;
const URL = /\b(?:https?:|www\.)\S+/g;

let compiled: Matcher<Rule> | undefined;

/** Compiles the topics, once: 10 ms that need not fall on the first card. */
export function prepareTagging(): void {
  rulebook();
}

function rulebook(): Matcher<Rule> {
  return (compiled ??= compilePatterns(topics.flatMap(rulesOf)));
}

function rulesOf(topic: Rule['topic']): Rule[] {
  return STRENGTHS.flatMap((strength) => {
    const source = topic[strength];
    return source === undefined ? [] : [{ source, topic, strength }];
  });
}

/**
 * What `paper` is about, best first: from its title, from what its abstract proposes rather than mentions in passing, and
 * from the site's own keywords. Never throws.
 */
export function tagPaper(paper: TaggedText, { off }: TagOptions = {}): Tag[] {
  const evidence = new Map<Rule['topic'], Evidence>();
  const { title, abstract = '', siteKeywords = [] } = paper;
  weigh(title, [{ start: 0, end: title.length, weight: weights.title, isTitle: true }], evidence);
  const text = abstract.replace(URL, (url) => ' '.repeat(url.length));
  weigh(text, readSentences(text).map(({ start, end, role }) => ({ start, end, weight: weights[role] })), evidence);
  for (const keyword of siteKeywords) {
    weigh(keyword, [{ start: 0, end: keyword.length, weight: weights.siteKeyword }], evidence);
  }
  return rank(evidence, off);
}

/** Adds what `text` says to `evidence`. A topic is credited once a part, for its weightiest word there. */
function weigh(text: string, parts: readonly Part[], evidence: Map<Rule['topic'], Evidence>): void {
  const found = rulebook().find(text);
  if (found.length === 0) return;
  const passing = passingSpans(text);
  const denied = found.filter(({ pattern }) => pattern.strength === 'not');
  const credit = new Map<Rule['topic'], number>();
  let current = 0;
  for (const match of found) {
    while (match.start >= parts[current]!.end && current < parts.length - 1) {
      current++;
      credit.clear();
    }
    const { topic, strength } = match.pattern;
    const weight = weightOf(strength, parts[current]!);
    if (weight === 0 || within(match, passing)) continue;
    if (within(match, denied.filter(({ pattern }) => pattern.topic === topic))) continue;
    const before = credit.get(topic) ?? 0;
    credit.set(topic, Math.max(before, weight));
    note(evidence, match, Math.max(0, weight - before), weight, text);
  }
}

function weightOf(strength: Strength, { weight, isTitle }: Part): number {
  if (strength === 'not') return 0;
  if (strength === 'title') return isTitle ? weight : 0;
  return strength === 'weak' ? weight * weights.weak : weight;
}

function within(match: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= match.start && match.end <= end);
}

function note(evidence: Map<Rule['topic'], Evidence>, match: Match<Rule>, gain: number, weight: number, text: string): void {
  const { topic } = match.pattern;
  const entry = evidence.get(topic) ?? { score: 0, words: new Map() };
  evidence.set(topic, entry);
  entry.score += gain;
  const words = text.slice(match.start, match.end);
  const key = words.toLowerCase().replace(/[\s-]+|s$/g, '');
  if ((entry.words.get(key)?.weight ?? 0) < weight) entry.words.set(key, { text: words, weight });
}

function rank(evidence: ReadonlyMap<Rule['topic'], Evidence>, off: ReadonlySet<TopicId> | undefined): Tag[] {
  const earned = [...evidence]
    .filter(([{ id, bar = weights.bar }, { score }]) => score >= bar && !off?.has(id))
    .sort(([, a], [, b]) => b.score - a.score);
  const present = new Set<string>(earned.map(([{ id }]) => id));
  return earned
    .filter(([{ yields }, { score }]) => score >= weights.title || !yields?.split(' ').some((id) => present.has(id)))
    .map(([{ id, label }, { score, words }]) => ({ topic: id, label, score, reasons: reasonsOf(words) }));
}

function reasonsOf(words: Evidence['words']): string[] {
  return [...words.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_REASONS)
    .map(({ text }) => text.replace(/\s+/g, ' '));
}

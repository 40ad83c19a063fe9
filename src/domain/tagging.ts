import { compilePatterns, type Match, type Matcher } from './matching/matcher';
import { passingSpans, readSentences, type Span } from './tagging/sentences';
import { weights } from './tagging/weights';
import { topics, type Topic, type TopicId } from './topics';

/** A topic that a paper was found to be about. */
export interface Tag {
  readonly topic: TopicId;
  readonly label: string;
  /** How much speaks for it; comparable within one paper and between papers. */
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

type Strength = 'aliases' | 'title' | 'weak' | 'not';

interface Rule {
  readonly topic: number;
  readonly strength: Strength;
}

/** A stretch of text in which everything counts the same. */
interface Part extends Span {
  readonly weight: number;
  readonly isTitle: boolean;
}

interface Evidence {
  score: number;
  readonly words: Map<string, { text: string; weight: number }>;
}

const MAX_REASONS = 4;
const STRENGTHS = ['aliases', 'title', 'weak', 'not'] as const;
const URL_OR_PATH = /\bhttps?:\S+|\bwww\.\S+/g;

let compiled: { matcher: Matcher; rules: Map<string, Rule> } | undefined;

/** Compiled on first use: a page without cards never pays for it. */
function rulebook(): { matcher: Matcher; rules: Map<string, Rule> } {
  if (compiled) return compiled;
  const rules = new Map<string, Rule>();
  const patterns = topics.flatMap((topic: Topic, index) =>
    STRENGTHS.flatMap((strength) => {
      const source = topic[strength];
      if (source === undefined) return [];
      const id = `${topic.id}/${strength}`;
      rules.set(id, { topic: index, strength });
      return [{ id, source }];
    }),
  );
  compiled = { matcher: compilePatterns(patterns), rules };
  return compiled;
}

/**
 * What `paper` is about, best first: from its title, from what its abstract proposes rather than mentions in passing, and
 * from the site's own keywords. Never throws.
 */
export function tagPaper(paper: TaggedText, { off }: TagOptions = {}): Tag[] {
  const evidence = new Map<number, Evidence>();
  const { title, abstract = '', siteKeywords = [] } = paper;
  weigh(title, [{ start: 0, end: title.length, weight: weights.title, isTitle: true }], evidence);
  const text = abstract.replace(URL_OR_PATH, (url) => ' '.repeat(url.length));
  const parts = readSentences(text).map(({ start, end, role }) => ({ start, end, weight: weights[role], isTitle: false }));
  weigh(text, parts, evidence);
  for (const keyword of siteKeywords) {
    weigh(keyword, [{ start: 0, end: keyword.length, weight: weights.siteKeyword, isTitle: false }], evidence);
  }
  return rank(evidence, off);
}

/** Adds what `text` says to `evidence`. A topic is credited once a part, for its weightiest word there. */
function weigh(text: string, parts: readonly Part[], evidence: Map<number, Evidence>): void {
  const { matcher, rules } = rulebook();
  const found = matcher.find(text).map((match) => ({ ...match, ...rules.get(match.id)! }));
  if (found.length === 0) return;
  const passing = passingSpans(text);
  const denied = found.filter(({ strength }) => strength === 'not');
  const credit = new Map<number, number>();
  let current = 0;
  for (const match of found) {
    if (match.strength === 'not' || within(match, passing)) continue;
    if (denied.some((phrase) => phrase.topic === match.topic && within(match, [phrase]))) continue;
    while (match.start >= parts[current]!.end && current < parts.length - 1) {
      current++;
      credit.clear();
    }
    const weight = weightOf(match.strength, parts[current]!);
    if (weight === 0) continue;
    const before = credit.get(match.topic) ?? 0;
    credit.set(match.topic, Math.max(before, weight));
    note(evidence, match, Math.max(0, weight - before), weight, text);
  }
}

function weightOf(strength: Strength, part: Part): number {
  if (strength === 'aliases') return part.weight;
  return strength === 'title' ? (part.isTitle ? part.weight : 0) : part.weight * weights.weak;
}

function within(match: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= match.start && match.end <= end);
}

function note(evidence: Map<number, Evidence>, match: Match & Rule, gain: number, weight: number, text: string): void {
  const entry = evidence.get(match.topic) ?? { score: 0, words: new Map() };
  evidence.set(match.topic, entry);
  entry.score += gain;
  const words = text.slice(match.start, match.end);
  const key = words.toLowerCase().replace(/[\s-]+/g, ' ').replace(/s$/, '');
  if ((entry.words.get(key)?.weight ?? 0) < weight) entry.words.set(key, { text: words, weight });
}

function rank(evidence: ReadonlyMap<number, Evidence>, off: ReadonlySet<TopicId> | undefined): Tag[] {
  const tags: Tag[] = [];
  for (const [index, { score, words }] of evidence) {
    const { id, label, bar = weights.bar }: Topic & { id: TopicId } = topics[index]!;
    if (score < bar || off?.has(id)) continue;
    const reasons = [...words.values()].sort((a, b) => b.weight - a.weight).slice(0, MAX_REASONS);
    tags.push({ topic: id, label, score, reasons: reasons.map(({ text }) => text) });
  }
  tags.sort((a, b) => b.score - a.score);
  return tags.filter((tag) => !isSuperfluous(tag, tags));
}

function isSuperfluous(tag: Tag, tags: readonly Tag[]): boolean {
  if (tag.score >= weights.title) return false;
  const { yields } = topics.find(({ id }) => id === tag.topic) as Topic;
  return yields !== undefined && tags.some(({ topic }) => yields.split(' ').includes(topic));
}

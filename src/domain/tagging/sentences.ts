/** What a sentence of an abstract does; what it mentions counts accordingly. */
export type Role = 'opening' | 'background' | 'proposal' | 'further' | 'method' | 'result';

/** Offsets are UTF-16 units in the text as given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Span {
  readonly role: Role;
}

// A capital, digit or bracket after the space: "e.g. a robot" and "et al. show" go on.
const BOUNDARY = /(?<!\b(?:e\.g|i\.e|et al|vs|cf|Fig))[.!?]['"”)]*\s+(?=[A-Z0-9(\\$"“])/g;

const PROPOSAL = new RegExp(
  String.raw`\b(?:(?:we|this (?:paper|work|report|survey|study|article)|in this (?:paper|work|report|survey|study|article))\b.{0,60}?\b` +
    String.raw`(?:propos|introduc|present|develop|design|build|construct|releas|creat|stud(?:y|ies)|investigat|explor|formaliz|formulat|survey|review|conduct|address|analy[sz]|ask|revisit|describ|offer|provid|contribut|train))` +
    String.raw`|\bour (?:\w+ )?(?:contribution|framework|approach|method|model|benchmark|dataset|system)s?\b`,
  'i',
);

const RESULT =
  /\b(?:experiment(?:s|al|ally)?|evaluations|results|outperform\w*|surpass\w*|ablations?|state-of-the-art|SOTA|available (?:at|on)|publicly)\b|\d ?%|\d\s*[x×]\s/i;

/** The sentences of an abstract in order; together they cover it. */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let proposed = false;
  for (const end of sentenceEnds(text)) {
    const role = roleOf(text.slice(start, end), sentences.length, proposed);
    proposed ||= role === 'proposal';
    sentences.push({ start, end, role });
    start = end;
  }
  return sentences;
}

function sentenceEnds(text: string): number[] {
  const ends = Array.from(text.matchAll(BOUNDARY), (match) => match.index + match[0].length);
  return [...ends, text.length];
}

function roleOf(sentence: string, index: number, proposed: boolean): Role {
  if (PROPOSAL.test(sentence)) return proposed ? 'further' : 'proposal';
  if (index === 0) return 'opening';
  if (RESULT.test(sentence)) return 'result';
  return proposed ? 'method' : 'background';
}

// What is only compared with, left out, or named as a place of use, up to the next comma …
const CONTRAST =
  String.raw`\b(?:unlike|in contrast to|contrary to|as opposed to|rather than|instead of|compared (?:to|with)|comparable to|` +
  String.raw`inspired by|similar to|analogous to|outperform\w*|surpass\w*|exceed\w*|without|beyond|than|compatible with|` +
  String.raw`(?:can|could|may|might) (?:also |further )?be (?:applied|extended|used|adapted|useful)|implications for|downstream)\b[^,;.:()]*`;
// … and what is one of many, up to the end of the list.
const LIST = String.raw`(?:\b(?:such as|including|for example|for instance|ranging from|spanning)\b|\be\.g\.)[^.;:)]*`;
const PASSING = new RegExp(`${CONTRAST}|${LIST}`, 'gi');

/** Where a text mentions things in passing. */
export function passingSpans(text: string): Span[] {
  return Array.from(text.matchAll(PASSING), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

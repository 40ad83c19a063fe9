import { foldSpace } from './fold-space';
import { parseKeyword } from './matching/keyword-syntax';
import { KEYWORD_LIMITS, nextColor, type Keyword } from './keyword';

export type RejectReason = 'empty' | 'too-long' | 'too-many' | 'duplicate';

export interface Rejected {
  /** As typed. */
  readonly source: string;
  readonly reason: RejectReason;
}

export interface Addition {
  readonly keywords: readonly Keyword[];
  readonly added: readonly Keyword[];
  readonly rejected: readonly Rejected[];
}

const meanings = new Map<string, string>();
const MAX_REMEMBERED = 5000;

/** The same for two sources that find the same: RL and rl, pre-training and pre training. Remembered: a list is compared often. */
export function meaningOf(source: string): string {
  const known = meanings.get(source);
  if (known !== undefined) return known;
  if (meanings.size >= MAX_REMEMBERED) meanings.clear();
  const phrases = parseKeyword(source).map(({ text, joints, opens, isCompound, head, tail, exact }) => JSON.stringify([text, joints, opens, isCompound, head, tail, exact]));
  const meaning = phrases.sort().join('\n');
  meanings.set(source, meaning);
  return meaning;
}

/** Why `source` cannot be a keyword of this list, or undefined when it can. `except` is the keyword being edited. */
export function whyRejected(source: string, keywords: readonly Keyword[], except?: string): RejectReason | undefined {
  const tidy = foldSpace(source);
  if (!/[\p{L}\p{N}]/u.test(tidy)) return 'empty';
  if (tidy.length > KEYWORD_LIMITS.length) return 'too-long';
  const others = keywords.filter((keyword) => keyword.id !== except);
  const meaning = meaningOf(tidy);
  if (others.some((keyword) => meaningOf(keyword.source) === meaning)) return 'duplicate';
  return others.length >= KEYWORD_LIMITS.count ? 'too-many' : undefined;
}

/**
 * Adds each line as a keyword at the end, in order. Blank lines are passed over; a line that cannot be added is
 * reported and costs no other line.
 * @param newId gives a fresh id at each call
 */
export function addKeywords(keywords: readonly Keyword[], lines: readonly string[], newId: () => string): Addition {
  const list = [...keywords];
  const rejected: Rejected[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const reason = whyRejected(line, list);
    if (reason) rejected.push({ source: line, reason });
    else list.push({ id: newId(), source: foldSpace(line), color: nextColor(list), on: true });
  }
  return { keywords: list, added: list.slice(keywords.length), rejected };
}

import { excerptAround } from '../domain/excerpt';
import type { ColoredRange } from '../platform/highlights';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { barSlot, clearSlot } from './parts/card-bar';
import { element } from './parts/element';
import { rangesIn, type KeywordMatcher, type UnseenMatch } from './state/keyword-matches';

/** More names would push the sentence out of sight. */
const MAX_OTHERS = 2;

interface Reason {
  readonly unseen: readonly UnseenMatch[];
  readonly words: string;
  readonly ranges: readonly ColoredRange[];
}

const reasons = new WeakMap<HTMLElement, Reason>();

const wordsOf = new WeakMap<KeywordMatcher, string>();

/** All that keywords say, as a text to compare by: made once for all cards. */
function wordsIn(keywords: KeywordMatcher): string {
  const words = wordsOf.get(keywords) ?? JSON.stringify(keywords.keywords);
  wordsOf.set(keywords, words);
  return words;
}

/**
 * A small line on the card: which keywords match in what it does not show, with the sentence around the first.
 * @returns what to paint in that line: all that matches there
 */
export function showMatchReason(card: Card, unseen: readonly UnseenMatch[], keywords: KeywordMatcher): readonly ColoredRange[] {
  const first = unseen[0];
  if (!first) {
    clearSlot(card, 'reason');
    return [];
  }
  const slot = barSlot(card, 'reason');
  // The other keywords too: they may match in the sentence.
  const words = wordsIn(keywords);
  const known = reasons.get(slot);
  // The same line made anew would be read out again and would lose a selection.
  if (known?.words === words && areSame(known.unseen, unseen) && slot.hasChildNodes()) return known.ranges;
  const ranges = fillLine(slot, first, unseen.slice(1), keywords);
  reasons.set(slot, { unseen, words, ranges });
  return ranges;
}

function areSame(a: readonly UnseenMatch[], b: readonly UnseenMatch[]): boolean {
  const isSame = (each: UnseenMatch, other: UnseenMatch) =>
    each.keyword.id === other.keyword.id && each.start === other.start && each.end === other.end && each.text === other.text;
  return a.length === b.length && a.every((each, i) => isSame(each, b[i]!));
}

function fillLine(slot: HTMLElement, first: UnseenMatch, others: readonly UnseenMatch[], keywords: KeywordMatcher): readonly ColoredRange[] {
  const document = slot.ownerDocument;
  const { text } = excerptAround(first.text, first.start, first.end);
  const quote = element(document, 'q', 'papersift-reason-text', {}, [text]);
  const names = [first, ...others.slice(0, MAX_OTHERS)].map(({ keyword }) => keyword.source).join(', ');
  const more = others.length > MAX_OTHERS ? ` +${others.length - MAX_OTHERS}` : '';
  const label = element(document, 'button', 'papersift-reason-label', { type: 'button' }, [t('reason_label', names + more)]);
  slot.replaceChildren(label, ' ', quote);
  return rangesIn(quote.firstChild as Text, keywords);
}

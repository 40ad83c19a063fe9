import { KEYWORD_LIMITS, nextColor, type DraftKeyword, type Keyword } from '../../../domain/keyword';
import { foldSpace } from '../../../domain/fold-space';
import { whyRejected, type Addition, type RejectReason } from '../../../domain/keyword-list';
import { formatCount, formatList } from '../../../platform/format';
import { t, tCount } from '../../../platform/i18n';

const REASONS: readonly RejectReason[] = ['duplicate', 'too-long', 'too-many', 'empty'];

/** Lines that say something. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).filter((line) => line.trim() !== '');
}

/** The keyword that the field's text would be; undefined when it would be none, or several. */
export function draftOf(text: string, keywords: readonly Keyword[]): DraftKeyword | undefined {
  const lines = linesOf(text);
  if (lines.length !== 1 || whyRejected(text, keywords)) return undefined;
  return { source: foldSpace(text), color: nextColor(keywords) };
}

/** What has become of each line: "12 added, 2 already there, 1 too long (limit 200 characters)". */
export function additionReport({ added, rejected }: Addition): string {
  const parts = added.length > 0 || rejected.length === 0 ? [tCount('popup_added', added.length)] : [];
  for (const reason of REASONS) {
    const count = rejected.filter((line) => line.reason === reason).length;
    if (count > 0) parts.push(rejectedCount(reason, count));
  }
  return formatList(parts);
}

function rejectedCount(reason: RejectReason, count: number): string {
  switch (reason) {
    case 'duplicate':
      return tCount('popup_already_there', count);
    case 'too-long':
      return tCount('popup_too_long', count, formatCount(KEYWORD_LIMITS.length));
    case 'too-many':
      return tCount('popup_too_many', count, formatCount(KEYWORD_LIMITS.count));
    case 'empty':
      return tCount('popup_without_letters', count);
  }
}

/** What stays in the field after adding, so that nothing typed is lost: the lines that are not in the list now. */
export function leftover({ rejected }: Addition): string {
  return rejected
    .filter(({ reason }) => reason !== 'duplicate')
    .map(({ source }) => source)
    .join('\n');
}

/** Why this text cannot be a keyword, with what to do. */
export function rejection(source: string, reason: RejectReason): string {
  switch (reason) {
    case 'duplicate':
      return t('popup_is_duplicate');
    case 'too-long':
      return t('popup_is_too_long', formatCount(foldSpace(source).length), formatCount(KEYWORD_LIMITS.length));
    case 'too-many':
      return t('popup_is_too_many', formatCount(KEYWORD_LIMITS.count));
    case 'empty':
      return t('popup_is_without_letters');
  }
}

/** What the field says of its text before Enter; empty when there is nothing to say. */
export function fieldHint(text: string, keywords: readonly Keyword[]): string {
  const lines = linesOf(text);
  if (lines.length > 1) return tCount('popup_enter_adds', lines.length);
  const reason = lines.length === 1 ? whyRejected(text, keywords) : undefined;
  return reason ? rejection(text, reason) : '';
}

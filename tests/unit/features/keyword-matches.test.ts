// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers" }
import { expect, it } from 'vitest';
import type { Keyword } from '../../../src/domain/keyword';
import { compileKeywords, matchCard } from '../../../src/features/state/keyword-matches';
import { dayCard } from '../site/support/cards';
import { readOnlyCard, showPage, TODAY } from '../site/support/page';

const ID = '2609.31620';
const keyword = (source: string): Keyword => ({ id: source, source, color: 'blue', on: true });

it('on a translated page keywords are looked for in the original title, quoted where it is not shown, and painted where they are', () => {
  showPage([dayCard({ id: ID, title: 'Sprachmodelle mit LoRA' })], { props: { dailyPapers: [{ paper: { id: ID, title: 'Language Models with LoRA' } }] } });
  const { counts, ranges, unseen } = matchCard(readOnlyCard(), compileKeywords([keyword('language model'), keyword('LoRA')], TODAY)!);
  expect([...counts]).toEqual([['language model', 1], ['LoRA', 1]]);
  expect(unseen.map(({ keyword: { source }, text }) => [source, text])).toEqual([['language model', 'Language Models with LoRA']]);
  expect(ranges.map(({ range }) => range.startContainer.textContent!.slice(range.startOffset, range.endOffset))).toEqual(['LoRA']);
});

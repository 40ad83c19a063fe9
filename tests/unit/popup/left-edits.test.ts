import { expect, it } from 'vitest';
import type { Keyword } from '../../../src/domain/keyword';
import { leftEdits } from '../../../src/ui/popup/keywords/left-edits';
import { fakeMemory } from './fakes';

const list: Keyword[] = ['a', 'b'].map((source) => ({ id: `id-${source}`, source, color: 'yellow', on: true }));

it('applies in the next popup what one popup left, and only there', () => {
  const memory = fakeMemory();
  leftEdits(memory, fakeMemory()).begin('id-b', 'bee');
  const next = leftEdits(memory, fakeMemory());
  expect(next.apply(list)).toEqual([list[0], { ...list[1], source: 'bee' }]);
  expect(next.apply(next.apply(list))).toEqual(next.apply(list));
  expect(leftEdits(memory, fakeMemory()).apply(list)).toBe(list);
});

it('forgets an edit that is stored, but not a later one of the same keyword', () => {
  const memory = fakeMemory();
  const edits = leftEdits(memory, fakeMemory());
  edits.begin('id-b', 'be');
  edits.begin('id-b', 'bee');
  edits.stored('id-b', 'be');
  expect(memory.get()).toBe('{"id-b":"bee"}');
  edits.stored('id-b', 'bee');
  expect(memory.get()).toBeUndefined();
});

it.each(['{"id-b":"a"}', '{"id-b":""}', '{"gone":"x"}', '{"id-b":"b"}', '{"id-b":7}', 'null', '[1]', '{', undefined])(
  'changes nothing for %s',
  (text) => expect(leftEdits(fakeMemory(text), fakeMemory()).apply(list)).toBe(list),
);

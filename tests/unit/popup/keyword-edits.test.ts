import { describe, expect, it } from 'vitest';
import { KEYWORD_LIMITS, type Keyword } from '../../../src/domain/keyword';
import * as edits from '../../../src/ui/popup/keywords/keyword-edits';

const keyword = (id: string, source = id): Keyword => ({ id, source, color: 'yellow', on: true });
const list = [keyword('a'), keyword('b'), keyword('c')];
const ids = (keywords: readonly Keyword[]) => keywords.map(({ id }) => id).join('');
const placeB = { keyword: list[1]!, index: 1 };

describe('undo of a removal', () => {
  const without = edits.removeKeyword(list, 'b');

  it('puts the keyword back where it stood, with its old id', () => {
    expect(ids(without)).toBe('ac');
    expect(edits.restoreKeyword(without, placeB)).toEqual(list);
  });

  it('puts it at the end when the list has become shorter', () => {
    expect(ids(edits.restoreKeyword([], placeB))).toBe('b');
  });

  it('does not bring it twice, by id or by text', () => {
    expect(edits.restoreKeyword(list, placeB)).toBe(list);
    const again = [...without, keyword('new', 'b')];
    expect(edits.restoreKeyword(again, placeB)).toBe(again);
  });

  it('leaves a full list as it is', () => {
    const full = Array.from({ length: KEYWORD_LIMITS.count }, (_, index) => keyword(`k${index}`));
    expect(edits.restoreKeyword(full, placeB)).toBe(full);
  });
});

describe('changing a keyword', () => {
  it('changes what is said and nothing else', () => {
    const changed = edits.changeKeyword(list, placeB, { color: 'red' });
    expect(changed).toEqual([list[0], { ...list[1], color: 'red' }, list[2]]);
  });

  it('takes the rest from the list, not from when the edit began', () => {
    const off = list.map((one) => ({ ...one, on: false }));
    expect(edits.changeKeyword(off, placeB, { source: 'x' })[1]).toEqual({ ...placeB.keyword, source: 'x', on: false });
  });

  it('brings back one that another window removed, with the edit', () => {
    const without = edits.removeKeyword(list, 'b');
    expect(edits.changeKeyword(without, placeB, { source: 'x' })).toEqual([list[0], keyword('b', 'x'), list[2]]);
  });

  it('gives the same list when nothing changes, so that nothing is written', () => {
    expect(edits.changeKeyword(list, placeB, { source: 'b' })).toBe(list);
    expect(edits.removeKeyword(list, 'gone')).toBe(list);
    expect(edits.appendKeywords(list, list)).toBe(list);
  });
});

it('appends what is not there yet', () => {
  expect(ids(edits.appendKeywords(list, [keyword('c'), keyword('d')]))).toBe('abcd');
});

import { expect, it } from 'vitest';
import { isKeywordId } from '../../../src/domain/keyword';
import { randomId } from '../../../src/platform/random-id';

it('gives ids of six letters and digits, each another, that use all of them', () => {
  const ids = Array.from({ length: 2000 }, randomId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9A-Za-z]{6}$/.test(id) && isKeywordId(id))).toBe(true);
  expect(new Set(ids.join('')).size).toBe(62);
});

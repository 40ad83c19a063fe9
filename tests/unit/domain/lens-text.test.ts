import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLEAR_LENS, LENS_FLAGS, SORTS, type Lens } from '../../../src/domain/lens';
import { lensText, readLensText } from '../../../src/domain/lens-text';
import { topics } from '../../../src/domain/topics';

const DAY = '2025-12-10';

const lens: fc.Arbitrary<Lens> = fc.record({
  text: fc.string({ maxLength: 200 }),
  flags: fc.subarray([...LENS_FLAGS]),
  topics: fc.dictionary(fc.constantFrom(...topics.map(({ id }) => id as string)), fc.constantFrom('required' as const, 'excluded' as const), { noNullPrototype: true }),
  sort: fc.constantFrom(...SORTS),
});

it('is the same when read again on the same day, and clear on another', () => {
  fc.assert(
    fc.property(lens, (each) => {
      expect(readLensText(lensText(each, DAY), DAY)).toEqual(each);
      expect(readLensText(lensText(each, DAY), '2025-12-11')).toEqual(CLEAR_LENS);
    }),
  );
});

describe('garbage', () => {
  const isLens = ({ text, flags, topics: wanted, sort }: Lens) =>
    typeof text === 'string' &&
    flags.every((flag) => LENS_FLAGS.includes(flag)) &&
    new Set(flags).size === flags.length &&
    Object.entries(wanted).every(([id, wish]) => topics.some((topic) => topic.id === id) && ['required', 'excluded'].includes(wish)) &&
    SORTS.includes(sort);

  it('gives a lens, whatever it is', () => {
    const day = fc.constantFrom<unknown>(DAY, 7, undefined);
    const fields = fc.record({ text: fc.anything(), flags: fc.anything(), topics: fc.anything(), sort: fc.anything(), day }, { requiredKeys: [] });
    const texts = fc.oneof(fc.constant(undefined), fc.string(), fc.json(), fields.map((each) => JSON.stringify(each) ?? ''));
    fc.assert(fc.property(texts, (text) => isLens(readLensText(text, DAY))));
  });

  it('of one field costs no other', () => {
    const kept = { text: 'agents', flags: ['left', 'junk', 'left'], topics: { rl: 'required', llm: 'sometimes', toString: 'required' }, sort: 'loudest', day: DAY };
    expect(readLensText(JSON.stringify(kept), DAY)).toEqual({ text: 'agents', flags: ['left'], topics: { rl: 'required' }, sort: 'site' });
  });
});

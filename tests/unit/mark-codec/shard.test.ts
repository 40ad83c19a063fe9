import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_VERSION } from '../../../src/domain/mark';
import { decodeShard, type DecodedShard } from '../../../src/domain/mark-codec/shard';
import { numberOf } from '../../../src/domain/mark-codec/paper-number';
import { toShard } from '../../../src/domain/mark-codec/shard-key';
import { encodeShards } from '../../../src/domain/mark-codec/shards';
import { toPaperId } from '../../../src/domain/paper';
import { manyMarks, marksOfOneMonth } from './arbitrary';
import { sealed, sealedBits } from './plain-format';

const BROKEN: DecodedShard = { problem: 'broken' };
const NEWER: DecodedShard = { problem: 'newer-format' };

const decode = (key: string, value: unknown) => decodeShard(toShard(key)!, value);
const [, text] = [...encodeShards(manyMarks(1, 0.04, 1))][0]!;

/** Whatever is decoded must be marks of the shard's own papers. */
function expectValid(key: string, decoded: DecodedShard): void {
  if (!('marks' in decoded)) return;
  const { month, ending } = toShard(key)!;
  for (const [id, mark] of decoded.marks) {
    expect(toPaperId(id)).toBe(id);
    expect(id.slice(0, 4)).toBe(month);
    expect(numberOf(id).toString(2).padStart(17, '0').split('').reverse().join('').startsWith(ending)).toBe(true);
    expect(Number.isInteger(mark.version) && mark.version >= 0 && mark.version <= LARGEST_VERSION).toBe(true);
    expect(Object.values(mark).map((value) => typeof value)).toEqual(['number', 'boolean', 'boolean', 'boolean']);
  }
}

describe('a damaged shard', () => {
  it('is known as broken wherever it was cut off', () => {
    const accepted = Array.from(text, (_, length) => decode('m2402', text.slice(0, length))).filter((decoded) => 'marks' in decoded);
    expect(accepted).toEqual([]);
  });

  it('is known as broken when it was put under another key', () => {
    for (const key of ['m2403', 'm2402.0', 'm2402.1', 'm0704']) expect(decode(key, text)).toEqual(BROKEN);
  });

  it('never throws and gives nothing but marks of its papers, whatever was changed', () => {
    const character = fc.oneof(fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }), fc.constantFrom(...text));
    const edit = fc.record({ at: fc.nat(), removed: fc.nat({ max: 3 }), added: fc.array(character, { maxLength: 3 }) });
    fc.assert(fc.property(marksOfOneMonth, fc.array(edit, { minLength: 1, maxLength: 3 }), (marks, edits) => {
      for (const [key, whole] of encodeShards(marks)) {
        const changed = edits.reduce((before, { at, removed, added }) => {
          const start = at % before.length;
          return before.slice(0, start) + added.join('') + before.slice(start + removed) || ' ';
        }, whole);
        const decoded = decode(key, changed);
        expectValid(key, decoded);
        if (changed === whole) expect(decoded).toEqual({ marks });
      }
    }), { numRuns: 1000 });
  });

  it('is known as broken after nearly every change of a character', () => {
    // The checksum tells all but one of 778,688; here none gets through.
    const missed = Array.from(text, (character, at) => text.slice(0, at) + (character === 'a' ? 'b' : 'a') + text.slice(at + 1))
      .filter((changed) => changed !== text && 'marks' in decode('m2402', changed));
    expect(missed).toEqual([]);
  });

  it('with bits that nobody wrote, but the right checksum, never throws and gives nothing but marks of its papers', () => {
    const bits = fc.oneof(
      fc.array(fc.constantFrom('0', '1'), { maxLength: 300 }).map((list) => list.join('')),
      fc.array(fc.constantFrom('0', '1', '1111111111111', '10101', '00000000'), { maxLength: 100 }).map((list) => `1${list.join('')}`),
    );
    const keys = fc.constantFrom('m2402', 'm0704', 'm2402.01', 'm2402.11111111111111111');
    fc.assert(fc.property(keys, bits, (key, some) => expectValid(key, decode(key, sealedBits(key, some)))), { numRuns: 5000 });
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a number', 1],
    ['null', null],
    ['an object', { format: 1 }],
    ['JSON of an object', '{"2402.12345":1}'],
    ['10 MB of junk', '1'.repeat(10_000_000)],
    ['10 MB of junk that begins well', text + text.repeat(7000)],
    ['as many ones as an item can hold', sealedBits('m2402', '1'.repeat(13 * 4090))],
    ['more than an item can hold', sealedBits('m2402', '0'.repeat(13 * 4096))],
    ['more than an item can hold, in a newer format', sealed('m2402', '2', 'x'.repeat(8192))],
    ['characters beyond ASCII', `1${'é'.repeat(100)}`],
    ['characters of the alphabet that make no word', sealed('m2402', '1', '~~')],
    ['half a word', sealed('m2402', '1', '   ')],
    ['a format of the past', sealed('m2402', '0', '    ')],
    ['a format that is no number', sealed('m2402', 'x', '    ')],
  ])('%s is broken', (_, value) => expect(decode('m2402', value)).toEqual(BROKEN));

  // gamma(1 + version)
  const LARGEST = `${'1'.repeat(30)}0${'0'.repeat(29)}1`;
  const LARGEST_AND_ONE = `${'1'.repeat(30)}0${'0'.repeat(28)}10`;

  it('is none that has the largest version', () => {
    expect(decode('m2402', sealedBits('m2402', `1${LARGEST}100000`))).toEqual({
      marks: new Map([['2402.00000', { version: LARGEST_VERSION, starred: true, hidden: false, read: false }]]),
    });
  });

  // A group: that there is one, gamma(1 + version), gamma(1 + flags), gamma(how many), gamma(1 + k), the gaps.
  it.each([
    ['a count beyond the end', ['1', '100', '100', '1'.repeat(40), '0', '1'.repeat(40)]],
    ['a Rice parameter above 17', ['1', '100', '100', '0', '111100011', '0', '1'.repeat(18)]],
    ['a number beyond the month', ['1', '100', '100', '0', '111100010', '0', '1'.repeat(17)]],
    ['a version beyond the largest', ['1', LARGEST_AND_ONE, '100', '0', '0', '0']],
    ['a version beyond the largest by little steps', ['1', LARGEST, '100', '0', '0', '0', '1', '100', '100', '0', '0', '10']],
    ['a version beyond all whole numbers', ['1', '1'.repeat(60), '0', '0'.repeat(60), '100', '0', '0', '0']],
    ['a group beyond the end', ['1', '100', '100', '0', '0', '1111']],
    ['a paper in two groups', ['1', '100', '100', '0', '0', '0', '1', '100', '100', '0', '0', '0']],
  ])('%s is broken', (_, bits) => expect(decode('m2402', sealedBits('m2402', bits.join('')))).toEqual(BROKEN));
});

describe('a shard of a newer format', () => {
  it('is told from a broken one by its checksum', () => {
    expect(decode('m2402', sealed('m2402', '2', 'whatever it holds'))).toEqual(NEWER);
    expect(decode('m2402', '2abcwhatever it holds')).toEqual(BROKEN);
  });

  it('is one in which a mark has a flag that this version does not know', () => {
    const paperOne = (flags: string) => sealedBits('m2402', `1100${flags}0010`);
    expect(decode('m2402', paperOne('101'))).toEqual({ marks: new Map([['2402.00001', { version: 1, starred: false, hidden: true, read: false }]]) });
    expect(decode('m2402', paperOne('1110000'))).toEqual({ marks: new Map([['2402.00001', { version: 1, starred: true, hidden: true, read: true }]]) });
    expect(decode('m2402', paperOne('1110001'))).toEqual(NEWER);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMark, LARGEST_VERSION, NO_MARK } from '../../../src/domain/mark';
import { decodeShard } from '../../../src/domain/mark-codec/shard';
import { toShard } from '../../../src/domain/mark-codec/shard-key';
import { encodeShards, SHARD_BYTES } from '../../../src/domain/mark-codec/shards';
import { type PaperId } from '../../../src/domain/paper';
import { itemBytes } from '../../bench/item-bytes';
import { manyMarks, marksOfAnyMonths, type Marks, someMarks } from './arbitrary';
import { readPlainly } from './plain-format';

function decodeAll(texts: ReadonlyMap<string, string>): Marks {
  const all: Marks = new Map();
  for (const [key, text] of texts) {
    const decoded = decodeShard(toShard(key)!, text);
    if (!('marks' in decoded)) throw new Error(`${key}: ${decoded.problem}`);
    for (const [id, mark] of decoded.marks) {
      expect(all.has(id)).toBe(false);
      all.set(id, mark);
    }
  }
  return all;
}

function changedKeys(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}

describe('shards of marks', () => {
  it('give back any marks of any papers', () => {
    fc.assert(fc.property(marksOfAnyMonths, (marks) => {
      expect(decodeAll(encodeShards(marks))).toEqual(marks);
    }), { numRuns: 500 });
  });

  it('are the same whatever the order of the marks', () => {
    const shuffled = marksOfAnyMonths.chain((marks) =>
      fc.shuffledSubarray([...marks], { minLength: marks.size }).map((entries) => [marks, new Map(entries)] as const));
    fc.assert(fc.property(shuffled, ([marks, again]) => {
      expect(encodeShards(again)).toEqual(encodeShards(marks));
    }));
  });

  it('can be read from the description of the format alone', () => {
    fc.assert(fc.property(marksOfAnyMonths, (marks) => {
      const read = [...encodeShards(marks)].flatMap(([key, text]) => readPlainly(key, text));
      const expected = [...marks].map(([id, mark]) =>
        ({ id, version: BigInt(mark.version), flags: BigInt(Number(mark.starred) + 2 * Number(mark.hidden) + 4 * Number(mark.read)) }));
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(read.toSorted(byId)).toEqual(expected.toSorted(byId));
    }));
  });

  // These texts were written when there was no `read`.
  it('keep the form that other devices know', () => {
    const marks: Marks = new Map([
      ['2402.12345' as PaperId, { version: 1, starred: true, hidden: false, read: false }],
      ['2402.00007' as PaperId, { version: 1, starred: false, hidden: true, read: false }],
      ['2402.00011' as PaperId, { version: 1, starred: false, hidden: true, read: false }],
      ['2402.09999' as PaperId, { version: 4, starred: false, hidden: false, read: false }],
      ['0704.0001' as PaperId, { version: 2, starred: true, hidden: true, read: false }],
    ]);
    expect(Object.fromEntries(encodeShards(marks))).toMatchInlineSnapshot(`
      {
        "m0704": "1iJvoT",
        "m2402": "18>Yht]MWpH7&,4^",
      }
    `);
    expect(decodeAll(encodeShards(marks))).toEqual(marks);
  });

  it('keep the form that other devices know of papers that were read', () => {
    const marks: Marks = new Map([
      ['2402.12345' as PaperId, { version: 1, starred: true, hidden: false, read: true }],
      ['2402.00007' as PaperId, { version: 1, starred: false, hidden: false, read: true }],
      ['2402.00011' as PaperId, { version: 2, starred: true, hidden: true, read: true }],
    ]);
    expect(Object.fromEntries(encodeShards(marks))).toMatchInlineSnapshot(`
      {
        "m2402": "1nEaj2d.o 5*f;ek",
      }
    `);
  });

  it('rewrite one item for one paper', () => {
    const month = manyMarks(1, 0.04, 1);
    const before = encodeShards(month);
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999 }), someMarks, (number, change) => {
      const id = `2402.${String(number).padStart(5, '0')}` as PaperId;
      const changed = new Map(month).set(id, changeMark(month.get(id) ?? NO_MARK, change));
      expect(changedKeys(before, encodeShards(changed))).toEqual(['m2402']);
    }), { numRuns: 50 });
  });

  it.each([
    ['every paper of a month, decided once', 1, 1],
    ['every paper of a month, decided up to 20 times', 1, 20],
    ['a fifth of a month, with absurd versions', 0.2, LARGEST_VERSION],
  ])('split a month that is too long for one item: %s', (_, share, highestVersion) => {
    const marks = manyMarks(2, share, highestVersion);
    const texts = encodeShards(marks);
    expect(texts.size).toBeGreaterThan(1);
    for (const [key, text] of texts) expect(itemBytes(key, text)).toBeLessThanOrEqual(SHARD_BYTES);
    expect(decodeAll(texts)).toEqual(marks);
    // Not one of a split month's papers has two places: a change still rewrites one item.
    const [id, mark] = [...marks][100]!;
    expect(changedKeys(texts, encodeShards(new Map(marks).set(id, { ...mark, starred: !mark.starred })))).toHaveLength(1);
  });

  it('split a month no sooner and no later than it must be', () => {
    const counts = Array.from({ length: 16 }, (_, i) => manyMarks(4, 0.2 + i * 0.01, 3)).map((marks) => {
      const sizes = [...encodeShards(marks)].map(([key, text]) => itemBytes(key, text));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(SHARD_BYTES);
      expect(sizes.length === 1 || sizes.reduce((total, size) => total + size) > SHARD_BYTES * 0.99).toBe(true);
      return sizes.length;
    });
    expect(new Set(counts)).toEqual(new Set([1, 2]));
  });

  it('do not split a month of which a device has few marks where another has many; both can be read beside each other', () => {
    const few = encodeShards(manyMarks(3, 0.01, 1));
    const many = encodeShards(manyMarks(3, 1, 1));
    expect([...few.keys()]).toEqual(['m2402']);
    expect(many.has('m2402')).toBe(false);
    expect(decodeAll(few)).toEqual(manyMarks(3, 0.01, 1));
  });

  it('are none where there are no marks', () => {
    expect(encodeShards(new Map()).size).toBe(0);
  });

  it.each([-1, 0.5, Number.NaN, Infinity, LARGEST_VERSION + 1, 2 ** 53])('refuse the version %s, naming the paper', (version) => {
    const marks: Marks = new Map([['2402.12345' as PaperId, { version, starred: true, hidden: false, read: false }]]);
    expect(() => encodeShards(marks)).toThrow(/2402\.12345/);
  });
});

describe('a shard key', () => {
  it.each(['m2402', 'm0704', 'm2402.0', 'm2402.0110'])('%s is one', (key) => expect(toShard(key)).toBeDefined());

  it.each(['', 'm', 'm2413', 'm2400', 'm2402.', 'm2402.2', `m2402.${'0'.repeat(18)}`, 'm2402 ', 'mark:2402.12345', 'settings'])(
    '"%s" is none', (key) => expect(toShard(key)).toBeUndefined());
});

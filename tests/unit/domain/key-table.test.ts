import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import { isClash, isUsable, KEY_TABLE, keyCaps, keysInEffect, type ActionId } from '../../../src/domain/key-table';

const IDS: readonly ActionId[] = KEY_TABLE.map(({ id }) => id);

/** Keys that clash often, and what storage may hold instead. */
const anyKeys = fc.oneof(
  fc.constantFrom('', 'j', 's', 'g', 'g s', 'g l', 'Shift+a', 'Alt+ArrowUp', '?', 'x', 'x y', 'J', ' ', 'Enter', 'Ctrl+a'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const chosen = fc.dictionary(fc.oneof(fc.constantFrom<string>(...IDS), fc.string()), anyKeys);

describe('the table', () => {
  it('has keys that can be chosen, and no two actions on one', () => {
    const all = KEY_TABLE.flatMap(({ keys }) => keys as readonly string[]);
    expect(all.filter((keys) => !isUsable(keys))).toEqual([]);
    expect(keysInEffect().conflicts).toEqual([]);
    expect(keysInEffect().of).toEqual(Object.fromEntries(KEY_TABLE.map(({ id, keys }) => [id, keys])));
  });

  it('has words for each action and group', () => {
    for (const { id, group } of KEY_TABLE) {
      expect(messages[`key_${id}`].message).not.toBe('');
      expect(messages[`keys_${group}`].message).not.toBe('');
    }
  });

  it('lists each group in one piece', () => {
    const groups = KEY_TABLE.map(({ group }) => group);
    const changes = groups.filter((group, index) => group !== groups[index - 1]);
    expect(changes).toHaveLength(new Set(groups).size);
  });
});

describe('isUsable', () => {
  it.each(['j', '?', '/', '+', '7', 'ö', 'Shift+a', 'g s', 'Shift+g Shift+s', 'Alt+ArrowUp'])('takes %j', (keys) => {
    expect(isUsable(keys)).toBe(true);
  });

  it.each(['', ' ', 'J', 'Tab', 'Enter', 'Escape', 'Ctrl+a', 'Alt+a', 'Alt+ArrowLeft', 'ArrowDown', 'Shift+?', 'a b c', 'a  b', 'a ', '\u0007', '\ud800', '\u0301'])(
    'refuses %j',
    (keys) => expect(isUsable(keys)).toBe(false),
  );
});

describe('keysInEffect', () => {
  it('gives an action the chosen key in place of all its own, and none for nothing', () => {
    expect(keysInEffect({ next: 'n' }).of).toMatchObject({ next: ['n'], previous: ['k', 'Alt+ArrowUp'] });
    expect(keysInEffect({ next: '' }).of.next).toEqual([]);
  });

  it('takes the key from the action that had it by default, and says so', () => {
    const { of, conflicts } = keysInEffect({ star: 'j' });
    expect(of).toMatchObject({ star: ['j'], next: ['Alt+ArrowDown'] });
    expect(conflicts).toEqual([{ keys: 'j', lostBy: 'next', to: 'star' }]);
  });

  it('takes two strokes from those who cannot be reached behind a single one', () => {
    const { of, conflicts } = keysInEffect({ star: 'g' });
    expect(of).toMatchObject({ star: ['g'], starred: [], left: [] });
    expect(conflicts.map(({ lostBy }) => lostBy)).toEqual(['starred', 'left']);
  });

  it('swaps two keys without a conflict', () => {
    expect(keysInEffect({ star: 'h', hide: 's' })).toMatchObject({ of: { star: ['h'], hide: ['s'] }, conflicts: [] });
  });

  it('goes by the table where two actions were given one key', () => {
    expect(keysInEffect({ hide: 'x', star: 'x' })).toMatchObject({
      of: { star: ['x'], hide: [] },
      conflicts: [{ keys: 'x', lostBy: 'hide', to: 'star' }],
    });
  });

  it('passes over what nobody can type, and over names that are none of its actions', () => {
    expect(keysInEffect({ next: 'Enter', nothing: 'j', toString: 'k' })).toEqual(keysInEffect());
  });

  it('never has two actions on one key, and accounts for each key that was lost', () => {
    fc.assert(
      fc.property(chosen, (keys) => {
        const { of, conflicts } = keysInEffect(keys);
        const all = IDS.flatMap((id) => of[id]);
        expect(all.some((a, index) => all.slice(index + 1).some((b) => isClash(a, b)))).toBe(false);
        for (const { keys: lost, lostBy, to } of conflicts) {
          expect(of[lostBy]).not.toContain(lost);
          expect(of[to].some((each) => isClash(each, lost))).toBe(true);
        }
        for (const { id, keys: defaults } of KEY_TABLE) {
          const own = Object.hasOwn(keys, id) ? keys[id] : undefined;
          const wanted = own === '' ? [] : own !== undefined && isUsable(own) ? [own] : defaults;
          const lost = conflicts.filter(({ lostBy }) => lostBy === id).map((each) => each.keys);
          expect([...of[id], ...lost].sort()).toEqual([...wanted].sort());
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('keyCaps says what stands on the keys', () => {
  expect(keyCaps('j')).toEqual([['J']]);
  expect(keyCaps('Shift+a')).toEqual([['Shift', 'A']]);
  expect(keyCaps('Alt+ArrowDown')).toEqual([['Alt', '↓']]);
  expect(keyCaps('g s')).toEqual([['G'], ['S']]);
  expect(keyCaps('+ /')).toEqual([['+'], ['/']]);
});

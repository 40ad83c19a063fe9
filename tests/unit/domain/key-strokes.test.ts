import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strokeOf, typed, type KeyEvent } from '../../../src/domain/key-strokes';
import { isUsable, KEY_TABLE, keysInEffect } from '../../../src/domain/key-table';

const press = (key: string, more: Partial<KeyEvent> = {}): KeyEvent => ({
  key, code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more,
});

describe('strokeOf', () => {
  it.each<[string, KeyEvent, string]>([
    ['a letter', press('j', { code: 'KeyJ' }), 'j'],
    ['a letter on another layout', press('z', { code: 'KeyY' }), 'z'],
    ['a capital letter', press('A', { shiftKey: true }), 'Shift+a'],
    ['a letter with Caps Lock', press('J'), 'j'],
    ['Shift with Caps Lock', press('a', { shiftKey: true }), 'Shift+a'],
    ['? of a US keyboard', press('?', { shiftKey: true, code: 'Slash' }), '?'],
    ['? of a German keyboard', press('?', { shiftKey: true, code: 'Minus' }), '?'],
    ['/ of a German keyboard', press('/', { shiftKey: true, code: 'Digit7' }), '/'],
    ['/ of a US keyboard', press('/', { code: 'Slash' }), '/'],
    ['a Russian letter, by its place', press('о', { code: 'KeyJ' }), 'j'],
    ['a Russian capital', press('Ф', { code: 'KeyA', shiftKey: true }), 'Shift+a'],
    ['a Russian letter on a key without a Latin one', press('ж', { code: 'Semicolon' }), 'ж'],
    ['a Latin letter that English lacks', press('ö', { code: 'Semicolon' }), 'ö'],
    ['an arrow with Alt', press('ArrowDown', { altKey: true }), 'Alt+ArrowDown'],
  ])('reads %s', (_, event, stroke) => expect(strokeOf(event)).toBe(stroke));

  it.each<[string, KeyEvent]>([
    ['Control', press('s', { ctrlKey: true })],
    ['Command', press('s', { metaKey: true })],
    ['AltGr', press('s', { getModifierState: (name) => name === 'AltGraph' })],
    ['AltGr as Windows tells it', press('/', { ctrlKey: true, altKey: true })],
    ['Alt and a letter', press('s', { altKey: true })],
    ['Shift, Alt and an arrow', press('ArrowDown', { altKey: true, shiftKey: true })],
    ['a key that types nothing', press('Shift', { shiftKey: true })],
    ['an accent that waits for its letter', press('Dead')],
    ['an arrow', press('ArrowDown')],
    ['Enter', press('Enter')],
    ['the space bar', press(' ')],
    ['a key that a word processor holds', press('Process', { code: 'KeyJ' })],
    ['a key without a name', press('')],
  ])('leaves alone: %s', (_, event) => expect(strokeOf(event)).toBeUndefined());

  it('gives nothing that the reader could not choose', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 2 }), fc.constantFrom('ArrowUp', 'Tab', 'A', 'z', '?'));
    const event = fc.record({ key: text, code: fc.constantFrom('', 'KeyJ', 'Digit1'), altKey: fc.boolean(), ctrlKey: fc.boolean(), metaKey: fc.boolean(), shiftKey: fc.boolean() });
    fc.assert(fc.property(event, (each) => {
      const stroke = strokeOf(each);
      expect(stroke === undefined || isUsable(stroke)).toBe(true);
    }), { numRuns: 1000 });
  });
});

describe('typed', () => {
  const keys = keysInEffect();

  it('finds each action of the table by its keys, stroke by stroke', () => {
    for (const { id, keys: all } of KEY_TABLE) {
      for (const each of all) {
        const last = each.split(' ').reduce((before, stroke) => typed(keys, before.waiting, stroke), { waiting: '' } as ReturnType<typeof typed>);
        expect(last, each).toEqual({ action: id, waiting: '' });
      }
    }
  });

  it('does nothing for a slip in the middle of two strokes', () => {
    expect(typed(keys, 'g', 'h')).toEqual({ waiting: '' });
    expect(typed(keys, 'g', 'x')).toEqual({ waiting: '' });
  });

  it('begins anew with a stroke that begins two', () => expect(typed(keys, 'g', 'g')).toEqual({ waiting: 'g' }));

  it('does not wait for what the reader has switched off', () => {
    expect(typed(keysInEffect({ starred: '', left: '' }), '', 'g')).toEqual({ waiting: '' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, editSettings, mergeSettings, type Settings } from '../../../src/domain/settings';
import { settings } from '../preferences/arbitrary';

const of = (fields: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...fields });

describe('merging settings', () => {
  it('does not depend on which come first', () => {
    fc.assert(fc.property(settings, settings, (a, b) => {
      expect(mergeSettings(a, b)).toEqual(mergeSettings(b, a));
    }));
  });

  it('does not depend on which are merged first', () => {
    fc.assert(fc.property(settings, settings, settings, (a, b, c) => {
      expect(mergeSettings(mergeSettings(a, b), c)).toEqual(mergeSettings(a, mergeSettings(b, c)));
    }));
  });

  it('gives the very settings when the others add nothing, so that nothing is written', () => {
    fc.assert(fc.property(settings, settings, (a, b) => {
      const merged = mergeSettings(a, b);
      expect(mergeSettings(a, structuredClone(a))).toBe(a);
      expect(mergeSettings(merged, a)).toBe(merged);
      expect(mergeSettings(merged, structuredClone(b))).toBe(merged);
      expect(mergeSettings(a, DEFAULT_SETTINGS)).toBe(a);
    }));
  });

  it('loses no field that a newer version wrote', () => {
    fc.assert(fc.property(settings, settings, (a, b) => {
      const counted = new Set([a, b].flatMap(({ versions }) => Object.keys(versions)));
      const uncounted = [a, b].flatMap(Object.keys).filter((name) => !counted.has(name));
      for (const name of uncounted) expect(mergeSettings(a, b)).toHaveProperty(name);
    }));
  });

  it('takes of each setting what was decided last', () => {
    const one = editSettings(DEFAULT_SETTINGS, of({ badge: false, keys: { star: 'x' } }));
    const two = editSettings(DEFAULT_SETTINGS, of({ keyboard: false, partsOff: ['chips'] }));
    const later = editSettings(one, { ...one, keys: {} });
    for (const merged of [mergeSettings(mergeSettings(one, two), later), mergeSettings(later, mergeSettings(two, one))]) {
      expect(merged).toEqual(of({ badge: false, keys: {}, keyboard: false, partsOff: ['chips'], versions: { badge: 1, keyboard: 1, keys: 2, partsOff: 1 } }));
    }
  });

  it('takes what two devices switched', () => {
    const one = of({ enabled: false, versions: { enabled: 1 } });
    const two = of({ topicsOff: ['rl'], versions: { 'topic:rl': 3 } });
    expect(mergeSettings(one, two)).toEqual({ enabled: false, topicsOff: ['rl'], versions: { enabled: 1, 'topic:rl': 3 } });
  });

  it('of one field takes the later, and of two at once the one that is on', () => {
    const off = of({ topicsOff: ['rl'], versions: { 'topic:rl': 1 } });
    const onAgain = of({ versions: { 'topic:rl': 2 } });
    expect(mergeSettings(off, onAgain)).toEqual(onAgain);
    expect(mergeSettings(of({ enabled: false, versions: { enabled: 4 } }), of({ versions: { enabled: 4 } })).enabled).toBe(true);
  });

  it('takes the later of a field that it does not know when its changes are counted', () => {
    const [one, two] = [of({ density: 'wide', versions: { density: 1 } } as Partial<Settings>), of({ density: 'compact', versions: { density: 2 } } as Partial<Settings>)];
    expect(mergeSettings(one, two)).toEqual(two);
    expect(mergeSettings(two, one)).toBe(two);
  });

  it('takes what an older version stored as off for chosen, over what was never changed', () => {
    const old = of({ enabled: false, topicsOff: ['rl'] });
    expect(mergeSettings(DEFAULT_SETTINGS, old)).toEqual({ enabled: false, topicsOff: ['rl'], versions: { enabled: 1, 'topic:rl': 1 } });
  });
});

describe('editing settings', () => {
  it('counts the change of each field that was changed, and of no other', () => {
    const before = of({ topicsOff: ['llm', 'rl'], versions: { 'topic:llm': 1, 'topic:rl': 5 } });
    const after = editSettings(before, { ...before, enabled: false, topicsOff: ['math', 'llm'] });
    expect(after).toEqual({ enabled: false, topicsOff: ['llm', 'math'], versions: { enabled: 1, 'topic:llm': 1, 'topic:math': 1, 'topic:rl': 6 } });
  });

  it('wins over what was before, and says what was meant', () => {
    fc.assert(fc.property(settings, settings, (before, wanted) => {
      const after = editSettings(before, { ...wanted, versions: {} });
      expect(mergeSettings(before, after)).toEqual(after);
      expect(mergeSettings(after, before)).toBe(after);
      expect({ ...after, versions: {} }).toEqual({ ...wanted, versions: {} });
    }));
  });

  it('gives the same when nothing changed', () => {
    fc.assert(fc.property(settings, (before) => {
      expect(editSettings(before, { ...before, topicsOff: before.topicsOff.toReversed() })).toBe(before);
    }));
  });
});

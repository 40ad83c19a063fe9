import { describe, expect, it } from 'vitest';
import { brokenLimits } from '../../bench/limits';
import { PARTS, readOptions } from '../../bench/options';

describe('the command line', () => {
  it('without a word is all parts and no threshold', () => {
    expect(readOptions([])).toMatchObject({ parts: PARTS, quick: false, markdown: false, profile: false, limits: [] });
  });

  it('names parts, sizes, methods and thresholds', () => {
    const args = ['highlight', 'weight', '--quick', '--sizes', '24x500,100x10', '--methods', 'mark.js', '--runs', '3', '--at-least', 'mark.js=250', '--at-most', 'visit shift added=0.5'];
    expect(readOptions(args)).toMatchObject({
      parts: ['highlight', 'weight'],
      quick: true,
      sizes: [{ cards: 24, keywords: 500 }, { cards: 100, keywords: 10 }],
      methods: ['mark.js'],
      runs: 3,
      limits: [
        { kind: 'at-least', name: 'mark.js', value: 250 },
        { kind: 'at-most', name: 'visit shift added', value: 0.5 },
      ],
    });
  });

  it.each([['nothing'], ['--sizes', '24'], ['--methods', 'marks.js'], ['--runs', '0'], ['--at-least', 'mark.js'], ['--at-least', 'mark.js=fast'], ['--what']])('%s %s is refused', (...args) => {
    expect(() => readOptions(args)).toThrow();
  });
});

describe('thresholds', () => {
  const figures = { 'mark.js': 249.6, 'visit script': 30 };
  const broken = (kind: 'at-least' | 'at-most', name: string, value: number) => brokenLimits([{ kind, name, value }], figures);

  it('are broken from below or from above, not by the value itself', () => {
    expect(broken('at-least', 'mark.js', 250)).toEqual(['mark.js is 249.60, wanted at least 250']);
    expect(broken('at-least', 'mark.js', 249)).toEqual([]);
    expect(broken('at-most', 'visit script', 30)).toEqual([]);
    expect(broken('at-most', 'visit script', 29.9)).toHaveLength(1);
  });

  it('are broken by what was not measured', () => {
    expect(broken('at-most', 'visit scripts', 30)[0]).toContain('not measured');
  });
});

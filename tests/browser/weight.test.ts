import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadingsOf } from '../bench/weight/loadings';
import { weigh } from '../bench/weight/weigh';
import budget from '../budget.json' with { type: 'json' };
import { CHROME_BUILD } from './chromium';

const BUDGET: Readonly<Record<string, number>> = budget;

/** Bytes of gzip of what the budget names: a file, or all that is loaded on an occasion. */
function bytesOf(name: string): number {
  const files = loadingsOf(CHROME_BUILD).find((loading) => loading.name === name)?.files ?? [name];
  return files.reduce((sum, path) => sum + weigh(CHROME_BUILD, path).gzip, 0);
}

describe('the budget of bytes', () => {
  it.each(Object.keys(BUDGET))('is kept by %s', (name) => {
    const [bytes, most] = [bytesOf(name), BUDGET[name]!];
    expect(bytes, `${name} has ${bytes} bytes of gzip, ${bytes - most} more than tests/budget.json allows`).toBeLessThanOrEqual(most);
  });

  it('names all that a page is given at its start', () => {
    const manifest = JSON.parse(readFileSync(join(CHROME_BUILD, 'manifest.json'), 'utf8')) as { content_scripts: readonly { js?: string[]; css?: string[] }[] };
    const files = manifest.content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
    expect(files.filter((file) => !(file in BUDGET))).toEqual([]);
  });
});

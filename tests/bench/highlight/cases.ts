import type { Browser } from 'playwright-core';
import { CASES } from '../../unit/matching/cases';
import type { MethodEntry } from './methods';
import type { BenchServer } from './server';

/** How many of our matching cases each method gets right; a floor gets none. */
export async function countRight(browser: Browser, { origin }: BenchServer, methods: readonly MethodEntry[]): Promise<ReadonlyMap<string, number>> {
  const right = new Map<string, number>();
  for (const { name, isFloor } of methods) {
    if (isFloor) continue;
    const page = await browser.newPage();
    await page.goto(`${origin}/1`);
    const found = await page.evaluate(([method, cases]) => window.bench.matches(method, cases), [name, CASES.map(([keyword, text]) => [keyword, text] as const)] as const);
    const count = CASES.filter(([, , expected], i) => JSON.stringify(found[i]) === JSON.stringify(expected)).length;
    right.set(name, count);
    await page.close();
  }
  return right;
}

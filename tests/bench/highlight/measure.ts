import type { Browser } from 'playwright-core';
import { alternate } from '../statistics';
import type { Cell } from './cells';
import type { Times } from './in-page';
import type { BenchServer } from './server';
import { pickTerms } from './terms';
import type { PaperText } from './texts';

export interface Measured extends Cell {
  /** By round; `undefined` is a round that the cell was spared. */
  readonly times: readonly (Times | undefined)[];
}

/** Keywords come from so many cards at every size: a page of more cards has more of the same. */
const TERM_CARDS = 24;

/** Milliseconds in which other processes paint a page that was loaded: on two cores they slow whatever runs meanwhile to a half. */
const PAINTING = 250;

/** All cells, one after the other in each of as many rounds as the longest takes. */
export async function measureCells(browser: Browser, server: BenchServer, cells: readonly Cell[], papers: readonly PaperText[]): Promise<Measured[]> {
  const measured = cells.map((cell) => ({ ...cell, times: [] as (Times | undefined)[] }));
  const rounds = Math.max(...cells.map(({ runs }) => runs));
  for (let round = 0; round < rounds; round++) {
    for (const cell of alternate(measured, round)) cell.times.push(round < cell.runs ? await runOnce(browser, server, cell, papers) : undefined);
  }
  return measured;
}

/** In a browser context of its own: on a page that was used before, what is left over slows some methods. */
async function runOnce(browser: Browser, { origin }: BenchServer, { method, density, cards, keywords }: Cell, papers: readonly PaperText[]): Promise<Times> {
  const terms = pickTerms(density, keywords, papers.slice(0, TERM_CARDS));
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/${cards}`);
    await page.waitForTimeout(PAINTING);
    return await page.evaluate(([name, list]) => window.bench.run(name, list), [method.name, terms] as const);
  } finally {
    await context.close();
  }
}

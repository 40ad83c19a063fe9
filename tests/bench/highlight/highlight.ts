import { chromium } from 'playwright-core';
import { browserProgram } from '../../tools/browsers';
import type { Options } from '../options';
import type { Result } from '../part';
import { countRight } from './cases';
import { cellsOf } from './cells';
import { measureCells } from './measure';
import { report } from './report';
import { serve } from './server';
import { paperTexts } from './texts';

/** Highlighting, cold, as a content script runs: ours beside others. */
export async function highlight(options: Options): Promise<Result> {
  const cells = cellsOf(options);
  const methods = [...new Set(cells.map(({ method }) => method))];
  const papers = paperTexts(Math.max(...cells.map(({ cards }) => cards)));
  const server = await serve(methods.map(({ name }) => name), papers);
  const browser = await chromium.launch({ executablePath: browserProgram('chromium'), args: ['--no-sandbox'] });
  try {
    const right = await countRight(browser, server, methods);
    return report(await measureCells(browser, server, cells, papers), right);
  } finally {
    await browser.close();
    server.close();
  }
}

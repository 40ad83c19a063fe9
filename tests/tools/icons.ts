// Renders icons/*.svg to the PNG files that the manifest names: `npx tsx tests/tools/icons.ts` after a change of the drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { browserProgram } from './browsers';

const folder = resolve(import.meta.dirname, '../../icons');
const SIZES = [16, 32, 48, 128];

/** The drawing for a size in pixels: the small one has fewer and thicker parts. */
function sourceFor(size: number): string {
  return readFileSync(resolve(folder, size === 16 ? 'icon-16.svg' : 'icon.svg'), 'utf8');
}

const browser = await chromium.launch({ executablePath: browserProgram('chromium'), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${sourceFor(size)}`);
    writeFileSync(resolve(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}

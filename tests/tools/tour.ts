import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT } from './extension-build';

/** What Playwright's and Puppeteer's pages have in common. Scripts are text: a compiler's helpers are not in the page. */
export interface Tab {
  bringToFront(): Promise<unknown>;
  click(selector: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  screenshot(options: { path: `${string}.png` }): Promise<unknown>;
  readonly keyboard: { type(text: string): Promise<unknown>; press(key: 'Enter'): Promise<unknown> };
}

export interface TourStops {
  readonly page: Tab;
  readonly popup: Tab;
  resize(tab: Tab, width: number, height: number): Promise<unknown>;
}

/** Found on almost any day's papers. */
const KEYWORD = 'model';

/** Milliseconds that anything may take to show: a slow machine needs seconds for its first page. */
const PATIENCE = 30_000;

/**
 * Does what a new reader would do, by clicks and keys, and tells what is seen.
 * @returns lines to print
 * @throws an error that says what was expected and what was seen instead
 */
export async function takeTour({ page, popup, resize }: TourStops): Promise<string[]> {
  const shown = await seen('papers on the page', () => number(page, "document.querySelectorAll('article').length"), (found) => found > 0);
  const read = new RegExp(`\\b${shown} of ${shown} cards? recognized`);
  const status = await seen('every card recognized, in the popup', () => text(popup, '.page'), (found) => read.test(found));
  const chips = await seen('topic chips on the page', () => number(page, "document.querySelectorAll('.papersift-chip:not(.papersift-chip-more)').length"), (found) => found > 0);

  await popup.bringToFront();
  await popup.click('#add-field');
  await popup.keyboard.type(KEYWORD);
  await popup.keyboard.press('Enter');
  const matches = await seen('matches of the keyword, in the popup', () => text(popup, '.keyword .count > [aria-hidden]'), (found) => Number(found.replace(/\D/g, '')) > 0);
  const painted = await seen('highlights on the page', () => number(page, "CSS.highlights.get('papersift-yellow')?.size ?? 0"), (found) => found > 0);

  await page.bringToFront();
  await page.click('.papersift-star');
  await seen('a pressed star', () => attribute(page, '.papersift-star', 'aria-pressed'), (found) => found === 'true');
  const starred = await seen('the starred paper, in the popup', () => text(popup, '.paper-title'), (found) => found !== '');

  // Not the first: the starred one stays in the pictures.
  await page.click('article:nth-of-type(2) .papersift-hide');
  const hidden = await seen('the toast of the hidden paper', () => text(page, '.papersift-toast-text'), (found) => found !== '');
  await seen('"1 hidden" above the cards', () => text(page, '.papersift-line'), (found) => /1 hidden\s*Show\b/.test(found));
  await seen('"1 starred · 1 hidden" in the popup', () => text(popup, '.page'), (found) => found.includes('1 starred · 1 hidden'));

  const folder = await takePictures({ page, popup, resize });
  return [
    `Cards        ${read.exec(status)![0]}`,
    `Chips        ${chips}`,
    `Matches      ${matches} of "${KEYWORD}", ${painted} places painted on the page`,
    `Starred      ${starred}`,
    `Hidden       ${hidden.replace(/^Hidden: /, '')}`,
    `Screenshots  ${folder}`,
  ];
}

async function takePictures({ page, popup, resize }: TourStops): Promise<string> {
  const folder = join(PROJECT, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const picture = async (tab: Tab, name: string) => {
    await tab.bringToFront();
    await tab.screenshot({ path: `${join(folder, name)}.png` });
  };
  await page.evaluate('scrollTo(0, 0)');
  await picture(page, 'page-light');
  // What the site's own switch does.
  await page.evaluate("document.documentElement.classList.add('dark')");
  await picture(page, 'page-dark');
  await page.evaluate("document.documentElement.classList.remove('dark')");
  await resize(page, 390, 844);
  await picture(page, 'page-narrow');
  await picture(popup, 'popup');
  return `${relative(process.cwd(), folder) || '.'}/`;
}

async function seen<T>(what: string, look: () => Promise<T>, isRight: (found: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (isRight(found)) return found;
    if (Date.now() > end) throw new Error(`The tour waited ${PATIENCE / 1000} s for ${what}; what it saw was: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const text = async (tab: Tab, selector: string) => String(await tab.evaluate(`document.querySelector('${selector}')?.innerText ?? ''`)).trim();
const attribute = (tab: Tab, selector: string, name: string) => tab.evaluate(`document.querySelector('${selector}')?.getAttribute('${name}')`);
const number = async (tab: Tab, script: string) => Number(await tab.evaluate(script));

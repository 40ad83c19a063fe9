import { parseArgs } from 'node:util';
import type { Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { launchChromium, removeProfile } from '../browser/chromium';
import { launchFirefox } from '../browser/firefox';
import { isoWeek } from '../site/app/dates';
import { startSampleSite } from '../site/server';
import { browserProgram, type BrowserName } from './browsers';
import { buildExtension } from './extension-build';
import { takeTour, type TourStops } from './tour';

const USAGE = `npm start -- [options]

  --browser chromium|firefox               which browser (chromium)
  --view day|week|month|trending|search    which page (day)
  --live                                   the real site instead of the sample one on this machine
  --headless                               no window: a short tour with screenshots (as where there is no display)`;

const today = new Date().toISOString().slice(0, 10);

const PATHS: Readonly<Record<string, string>> = {
  day: '/papers',
  week: `/papers/week/${isoWeek(today)}`,
  month: `/papers/month/${today.slice(0, 7)}`,
  trending: '/papers/trending',
  search: '/papers?q=transformer',
};

interface Options {
  readonly browser: BrowserName;
  readonly path: string;
  readonly live: boolean;
  readonly headless: boolean;
}

/** One browser with the extension and the page, whichever browser it is. */
interface Opened extends Omit<TourStops, 'popup'> {
  openPopup(): Promise<TourStops['popup']>;
  /** Ends when the reader closes the browser. */
  readonly closed: Promise<unknown>;
  close(): Promise<void>;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chromium' },
      view: { type: 'string', default: 'day' },
      live: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: !hasDisplay() },
    },
  });
  const { browser, view, live, headless } = values;
  if (browser !== 'chromium' && browser !== 'firefox') throw new Error(`--browser is chromium or firefox, not "${browser}".`);
  const path = Object.hasOwn(PATHS, view) && PATHS[view];
  if (!path) throw new Error(`--view is one of ${Object.keys(PATHS).join(', ')}, not "${view}".`);
  return { browser, path, live, headless };
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function openChromium(url: string, site: { sitePort?: number; headless: boolean }): Promise<Opened> {
  const chromium = await launchChromium(site);
  const { context } = chromium;
  // Ctrl-C ends the browser before it could be closed here.
  process.once('exit', () => removeProfile(chromium.profile));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return {
    page,
    openPopup: () => chromium.openPopup(),
    resize: (tab, width, height) => (tab as ChromiumPage).setViewportSize({ width, height }),
    closed: new Promise((resolve) => context.once('close', resolve)),
    close: () => chromium.close(),
  };
}

async function openFirefox(url: string, site: { sitePort?: number; headless: boolean }): Promise<Opened> {
  const firefox = await launchFirefox(site);
  const page = (await firefox.browser.pages())[0] ?? (await firefox.browser.newPage());
  await page.goto(url);
  return {
    page,
    openPopup: () => firefox.openPopup(),
    resize: (tab, width, height) => (tab as FirefoxPage).setViewport({ width, height }),
    closed: new Promise((resolve) => firefox.browser.once('disconnected', resolve)),
    close: () => firefox.close(),
  };
}

async function start({ browser, path, live, headless }: Options): Promise<void> {
  // Installing one asks for time: before anything is built.
  browserProgram(browser);
  await buildExtension(browser === 'firefox' ? 'firefox' : 'chrome');
  const site = live ? undefined : await startSampleSite();
  const url = `https://huggingface.co${path}`;
  console.log(`Papersift in ${browser}, on ${url} (${site ? 'the sample site on this machine' : 'the real site'}).`);
  const open = browser === 'firefox' ? openFirefox : openChromium;
  const opened = await open(url, { headless, ...(site && { sitePort: site.port }) });
  try {
    if (headless) {
      console.log('No window here, so a short tour: a keyword is added in the popup, a paper starred, a paper hidden.');
      const lines = await takeTour({ ...opened, popup: await opened.openPopup() });
      console.log(lines.join('\n'));
    } else {
      console.log('The popup is behind the Papersift button in the toolbar. Close the browser or press Ctrl-C to end.');
      await opened.closed;
    }
  } finally {
    await opened.close();
    await site?.close();
  }
}

try {
  await start(readOptions());
} catch (error) {
  const isUsage = error instanceof Error && (error.message.startsWith('--') || 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

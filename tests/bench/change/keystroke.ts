import type { Page } from 'playwright-core';
import type { Chromium } from '../../browser/chromium';
import { enhanced } from '../../browser/session';

declare const chrome: { windows: { create(what: object): Promise<unknown> } };

interface Watched extends Window {
  repainted?: Promise<number>;
}

/** Between keys that are not timed: the popup waits for a rest. */
const REST = 250;

/**
 * Milliseconds from a key in the popup, which stands beside the digest, until the page shows all that it has changed. Of each
 * word the last letter is timed, typed and taken back: whole words alone are found.
 */
export async function keystrokes(browser: Chromium, path: string, words: readonly string[]): Promise<number[]> {
  const page = await browser.context.newPage();
  await page.goto(`https://huggingface.co${path}`);
  await enhanced(page);
  const popup = await openWindow(browser);
  const field = popup.locator('#add-field');
  await field.focus();
  await popup.evaluate(() => {
    addEventListener('keydown', ({ timeStamp }) => void Object.assign(window, { pressed: performance.timeOrigin + timeStamp }), { capture: true });
  });
  const times: number[] = [];
  for (const word of words) {
    await field.pressSequentially(word.slice(0, -1));
    await popup.waitForTimeout(REST);
    for (const key of [word.at(-1)!, 'Backspace']) times.push(await pressed(page, popup, key));
    await field.fill('');
    await popup.waitForTimeout(REST);
  }
  await popup.close();
  await page.close();
  return times;
}

/** The popup in a window of its own: a tab behind another gets no frames. */
async function openWindow({ context, extensionId }: Chromium): Promise<Page> {
  const control = context.pages()[0]!;
  const opened = context.waitForEvent('page');
  await control.evaluate((url) => chrome.windows.create({ url, width: 380, height: 600 }), `chrome-extension://${extensionId}/ui/popup/index.html`);
  return opened;
}

async function pressed(page: Page, popup: Page, key: string): Promise<number> {
  await page.evaluate(watchHighlights);
  await popup.keyboard.press(key);
  const shown = await page.evaluate(() => (window as Watched).repainted);
  return shown! - (await popup.evaluate(() => (window as unknown as { pressed: number }).pressed));
}

/** Runs in the page: when the last change of the highlights before a rest was on the screen. */
// An object: the loader changes named functions so that they run nowhere else.
function watchHighlights(): void {
  const watch = {
    known: -1,
    shown: 0,
    timer: 0,
    isDone: false,
    look(done: (shown: number) => void) {
      const now = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      if (now !== this.known && this.known !== -1) {
        clearTimeout(this.timer);
        // What follows within so many milliseconds belongs to the same change.
        this.timer = window.setTimeout(() => {
          this.isDone = true;
          done(this.shown);
        }, 300);
        requestAnimationFrame(() => setTimeout(() => (this.shown = performance.timeOrigin + performance.now())));
      }
      this.known = now;
      if (!this.isDone) setTimeout(() => this.look(done));
    },
  };
  (window as Watched).repainted = new Promise((resolve) => {
    watch.look(resolve);
  });
}

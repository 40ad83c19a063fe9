import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { CHROME_BUILD, launchChromium } from './chromium';
import { useSession } from './session';

const CHUNKS = 'chunks';
/** Milliseconds that a late part takes: long enough to see what is there before. */
const LATE = 700;

const builds: string[] = [];
afterAll(() => builds.forEach((build) => rmSync(build, { recursive: true, force: true })));

/** The production build, with something done to each file that is loaded when it is needed. */
function buildWith(change: (chunk: string) => void): string {
  const build = mkdtempSync(join(tmpdir(), 'papersift-build-'));
  builds.push(build);
  cpSync(CHROME_BUILD, build, { recursive: true });
  for (const name of readdirSync(join(build, CHUNKS))) change(join(build, CHUNKS, name));
  return build;
}

function star(id: string, title: string): Record<string, unknown> {
  return { [`mark:${id}`]: { version: 16, starred: true, hidden: false, read: false }, [`paper:${id}`]: { title, savedAt: `2026-01-01T00:00:${id.slice(-2)}` } };
}

/** Six stars, so that they can be searched. */
const STARS = Object.assign({}, ...['On zeolites', 'Two', 'Three', 'Four', 'Five', '$O(n \\log n)$ attention'].map((title, n) => star(`2402.0000${n}`, title))) as Record<string, unknown>;

const section = (popup: Page, name: string) => popup.locator('details', { has: popup.locator('summary', { hasText: name }) });
const focused = (popup: Page) => popup.evaluate(() => document.activeElement!.textContent);

/** Each section, with something that stands in it and can be pressed. */
const SECTIONS = [
  ['Settings', 'switch', 'Topic chips'],
  ['Sync and backup', 'button', 'Export'],
] as const;

describe('what is late', () => {
  const session = useSession({ build: buildWith((chunk) => writeFileSync(chunk, `await new Promise((go) => setTimeout(go, ${LATE}));\n${readFileSync(chunk, 'utf8')}`)) });

  it.each(SECTIONS)('%s shows once it has come, opened with the mouse', async (name, role, label) => {
    const popup = await session.openPopup();
    await section(popup, name).locator('summary').click();
    expect(await section(popup, name).evaluate((details) => [(details as HTMLDetailsElement).open, details.children.length])).toEqual([true, 1]);
    await section(popup, name).getByRole(role, { name: label }).click();
  });

  it.each(SECTIONS)('%s shows once it has come, opened with the keyboard, and the focus stays and goes on', async (name) => {
    const popup = await session.openPopup();
    await popup.getByText('Synced', { exact: true }).waitFor();
    await popup.keyboard.press('Shift+Tab');
    while ((await focused(popup)) !== name) await popup.keyboard.press('Tab');
    await popup.keyboard.press('Enter');
    expect(await section(popup, name).evaluate((details) => [(details as HTMLDetailsElement).open, details.children.length])).toEqual([true, 1]);
    await section(popup, name).getByRole('heading', { level: 3 }).first().waitFor();
    expect(await focused(popup)).toBe(name);
    await popup.keyboard.press('Tab');
    expect(await section(popup, name).evaluate((details) => details.contains(document.activeElement))).toBe(true);
  });

  it('the line of the sync leads to its details with all that is in them', async () => {
    const popup = await session.openPopup();
    await popup.getByRole('button', { name: 'Details of sync and backup' }).focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => focused(popup)).toBe('Sync and backup');
    // Not before it is there.
    expect(await section(popup, 'Sync and backup').getByRole('button', { name: 'Export' }).isVisible()).toBe(true);
  });

  it('what is typed at once is searched for', async () => {
    await session.storage.set(STARS);
    const popup = await session.openPopup();
    await popup.getByRole('searchbox').fill('zeolite');
    await expect.poll(() => popup.locator('.paper-title').allInnerTexts()).toEqual(['On zeolites']);
  });

  it('a title with LaTeX is read when it is shown', async () => {
    await session.storage.set(STARS);
    const popup = await session.openPopup();
    await expect.poll(() => popup.locator('.paper-title').first().innerText()).toBe('O(n log n) attention');
  });
});

it('what cannot be loaded is told, leaves the rest as it is, and is tried again', async () => {
  const chunks: string[] = [];
  const build = buildWith((chunk) => chunks.push(chunk));
  const browser = await launchChromium({ sitePort: 9, build });
  try {
    const popup = await browser.openPopup();
    for (const chunk of chunks) renameSync(chunk, `${chunk}.gone`);
    for (const [name] of SECTIONS) {
      await section(popup, name).locator('summary').click();
      await popup.getByRole('alert').getByText(/^This part could not be loaded \(.+\)\. Nothing was changed\./).waitFor();
      await popup.getByRole('button', { name: 'Dismiss' }).click();
      await section(popup, name).locator('summary').click();
    }
    await popup.getByRole('switch', { name: 'Papersift on the papers page' }).click();
    await popup.getByText('Switched off').waitFor();
    for (const chunk of chunks) renameSync(`${chunk}.gone`, chunk);
    for (const [name, role, label] of SECTIONS) {
      await section(popup, name).locator('summary').click();
      await section(popup, name).getByRole(role, { name: label }).waitFor();
    }
  } finally {
    await browser.close();
  }
});

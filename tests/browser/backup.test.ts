import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchChromium } from './chromium';
import { cardOf, keyword, useSession } from './session';

// The extension's API, for code that runs in a page of the extension.
declare const chrome: { storage: { local: { get(keys: null): Promise<Record<string, any>> } } };

const session = useSession();

const STARRED = '2403.00784';
const HIDDEN = '2210.02399';

/** What counts for the reader; the rest is how it is kept. */
const kept = (items: Record<string, any>) => ({
  marks: Object.entries(items)
    .filter(([key, mark]) => key.startsWith('mark:') && (mark.starred || mark.hidden))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
  papers: Object.entries(items).filter(([key]) => key.startsWith('paper:')),
  keywords: items['keywords'],
  settings: items['settings'],
});

async function openSection(popup: Page): Promise<Page> {
  await popup.locator('.backup > summary').click();
  return popup;
}

async function exportFrom(popup: Page): Promise<string> {
  const [download] = await Promise.all([popup.waitForEvent('download'), popup.getByRole('button', { name: 'Export' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^papersift-\d{4}-\d\d-\d\d\.json$/);
  await popup.getByText(`${download.suggestedFilename()} was handed to the browser’s downloads.`).waitFor();
  return readFileSync(await download.path(), 'utf8');
}

async function importInto(popup: Page, text: string, notice: string): Promise<void> {
  await popup.getByLabel('Import', { exact: true }).setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await popup.getByText(notice).waitFor();
}

it('what one browser exports, a new one imports, and all is back', async () => {
  const page = await session.open('/papers');
  await cardOf(page, 'Utilizing BERT').locator('.papersift-star').click();
  await cardOf(page, 'Phenaki').locator('.papersift-hide').click();
  const popup = await openSection(await session.openPopup());
  await popup.getByRole('textbox').fill('retrieval | RAG\nencoder');
  await popup.keyboard.press('Enter');
  await popup.locator('.settings > summary').click();
  await popup.getByRole('button', { name: 'Survey' }).click();
  const here = async () => kept(await session.storage.get());
  await expect.poll(async () => (await here()).settings?.topicsOff).toEqual(['survey']);
  const text = await exportFrom(popup);
  expect((await here()).marks.map(([key]) => key)).toEqual([`mark:${HIDDEN}`, `mark:${STARRED}`]);

  const other = await launchChromium({ sitePort: session.site.port });
  try {
    const otherPopup = await openSection(await other.openPopup());
    await importInto(otherPopup, text, 'Imported: 2 papers, 2 keywords, settings.');
    const there = async () => kept(await otherPopup.evaluate(() => chrome.storage.local.get(null)));
    expect(await there()).toEqual(await here());
    await otherPopup.getByRole('link', { name: /^Utilizing BERT/ }).waitFor();
    const before = await there();
    await importInto(otherPopup, text, 'Nothing new: what the file holds is here already.');
    expect(await there()).toEqual(before);
  } finally {
    await other.close();
  }
});

it('an import is seen on the open page, and the snapshot taken before brings back what was', async () => {
  const page = await session.open('/papers');
  await cardOf(page, 'Utilizing BERT').locator('.papersift-star').click();
  await expect.poll(async () => (await session.storage.get())[`mark:${STARRED}`]?.starred).toBe(true);
  const popup = await openSection(await session.openPopup());
  const file = JSON.parse(await exportFrom(popup));
  file.marks = { [STARRED]: { version: file.marks[STARRED].version + 1, starred: false, hidden: false, read: false }, [HIDDEN]: { version: 1, starred: false, hidden: true, read: false } };
  file.keywords = [{ ...keyword('encoder'), version: 1, place: 0 }];

  await importInto(popup, JSON.stringify(file), 'Imported: 2 papers, 1 keyword.');
  await cardOf(page, 'Phenaki').waitFor({ state: 'hidden' });
  const star = cardOf(page, 'Utilizing BERT').locator('.papersift-star');
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false');

  // The day's own, when nothing has changed since it was taken.
  const row = popup.locator('.snapshot', { hasText: '1 starred' });
  await row.getByRole('button', { name: /^Restore/ }).click();
  await row.getByRole('button', { name: 'Restore', exact: true }).click();
  await popup.getByText(/^Restored: all is as it was on/).waitFor();
  await cardOf(page, 'Phenaki').waitFor({ state: 'visible' });
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
  await popup.getByText('No keywords yet').waitFor();
  await popup.getByText('Before a restore · 0 starred').waitFor();
});

it('from the toolbar’s popup, Import opens the same page as a tab at its place', async () => {
  const popup = await session.newPage();
  // As in the toolbar, where the page is in no tab.
  await popup.addInitScript('chrome.tabs.getCurrent = async () => undefined');
  await popup.goto(`chrome-extension://${session.browser.extensionId}/ui/popup/index.html`);
  await openSection(popup);
  const [tab] = await Promise.all([
    session.browser.context.waitForEvent('page'),
    popup.getByRole('button', { name: 'Import in a tab' }).click(),
  ]);
  await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('file');
  await tab.getByLabel('Import', { exact: true }).waitFor();
});

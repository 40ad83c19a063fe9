import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Mark } from '../../../src/domain/mark';
import { launchChromium, removeProfile, type Chromium } from '../../browser/chromium';
import { keyword } from '../../browser/session';
import { derivedPaper } from '../../site/derived';
import { fiveYears } from '../five-years';
import { pickTerms } from '../highlight/terms';
import { paperTexts } from '../highlight/texts';

declare const chrome: { storage: { local: { get(keys: null): Promise<object>; set(items: object): Promise<void> } } };

/** The day of the sample site's digest. */
export const TODAY = '2025-12-10';

export interface Loaded {
  readonly browser: Chromium;
  close(): Promise<void>;
}

/** A browser with the production build, 100 keywords and so many marks, 30 of them of papers of the page. */
export async function launchOurs(sitePort: number, marks: number): Promise<Loaded> {
  const browser = await launchChromium({ sitePort });
  const control = browser.context.pages()[0]!;
  await control.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  await store(control, { keywords: pickTerms('dense', 100, paperTexts(24)).map((term) => keyword(term)), ...markItems(marks) });
  return { browser, close: () => browser.close() };
}

function markItems(count: number): Record<string, Mark> {
  const onPage = Array.from({ length: 30 }, (_, i) => [derivedPaper(TODAY, i).id, { version: 1, starred: i % 3 === 0, hidden: false, read: i % 3 !== 0 }] as const);
  const before = fiveYears(1).slice(0, count - onPage.length).map(({ id, mark }) => [id, mark] as const);
  return Object.fromEntries([...onPage, ...before].map(([id, mark]) => [`mark:${id}`, mark]));
}

/** Writes in parts, and waits until the background script has taken in what was written. */
async function store(control: Page, items: Record<string, unknown>): Promise<void> {
  const entries = Object.entries(items);
  for (let i = 0; i < entries.length; i += 5000) {
    await control.evaluate((part) => chrome.storage.local.set(part), Object.fromEntries(entries.slice(i, i + 5000)));
  }
  let last = '';
  for (let quiet = 0; quiet < 4; quiet += 1) {
    await control.waitForTimeout(500);
    const now = await control.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => !key.startsWith('mark:')).join());
    if (now !== last) quiet = 0;
    last = now;
  }
}

/** A browser with an extension that does next to nothing: what a page costs with any content script at all. */
export async function launchOneLine(sitePort: number): Promise<Loaded> {
  const build = mkdtempSync(join(tmpdir(), 'papersift-one-line-'));
  const manifest = {
    manifest_version: 3,
    name: 'One line',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['https://huggingface.co/papers*'], js: ['content.js'], run_at: 'document_start' }],
  };
  writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(build, 'background.js'), '');
  writeFileSync(join(build, 'content.js'), 'performance.mark("one line");\n');
  const browser = await launchChromium({ sitePort, build });
  const close = async () => {
    await browser.close();
    removeProfile(build);
  };
  return { browser, close };
}

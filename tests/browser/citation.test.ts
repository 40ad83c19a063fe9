import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardOf, enhanced, useSession } from './session';

const session = useSession();
const TITLE = 'Combiner';
const card = (page: Page) => cardOf(page, TITLE);

describe('links and citations', () => {
  beforeAll(() => session.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://huggingface.co' }));

  it('copies BibTeX, a Markdown link and a plain citation, and says so', async () => {
    const page = await session.open('/papers', 25);
    await card(page).locator('.papersift-cite').click();
    const copy = async (name: string, said: string) => {
      await card(page).getByRole('button', { name: `Copy ${name}: Combiner` }).click();
      await page.getByRole('status').getByText(said, { exact: true }).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const bibtex = await copy('BibTeX', 'Copied BibTeX');
    expect(bibtex).toMatch(/^@misc\{\w+2021combiner,\n {2}title = \{\{Combiner: Full Attention Transformer with Sparse Computation Cost\}\},\n {2}author = \{\w+, \w+ and /);
    expect(bibtex).toContain('  eprint = {2107.05768},\n  archivePrefix = {arXiv},\n  url = {https://arxiv.org/abs/2107.05768}\n}');
    expect(await copy('Markdown', 'Copied Markdown link')).toBe(
      '[Combiner: Full Attention Transformer with Sparse Computation Cost](https://huggingface.co/papers/2107.05768)',
    );
    expect(await copy('Citation', 'Copied citation')).toMatch(/^\w+ \w+, .* \(2021\)\. Combiner: .* Cost\. arXiv:2107\.05768$/);
  });

  it('says why when the browser does not let it copy', async () => {
    const page = await session.open('/papers', 25);
    await card(page).locator('.papersift-cite').click();
    const client = await page.context().newCDPSession(page);
    await client.send('Browser.setPermission', { permission: { name: 'clipboard-write', allowWithoutSanitization: false }, setting: 'denied', origin: 'https://huggingface.co' });
    await card(page).getByRole('button', { name: /^Copy BibTeX/ }).click();
    await page.getByRole('status').getByText(/did not let Papersift copy: ./).waitFor();
    await client.send('Browser.setPermission', { permission: { name: 'clipboard-write', allowWithoutSanitization: false }, setting: 'granted', origin: 'https://huggingface.co' });
  });

  it('leads to arXiv, the PDF and the code, in tabs of their own', async () => {
    const page = await session.open('/papers/trending', 25);
    const biformer = cardOf(page, 'BiFormer');
    await biformer.locator('.papersift-cite').click();
    const links = await biformer.locator('.papersift-link').evaluateAll((all) =>
      all.map((each) => [each.textContent, each.getAttribute('href'), each.getAttribute('target'), each.getAttribute('rel')]),
    );
    expect(links).toEqual([
      ['arXiv', 'https://arxiv.org/abs/2303.08810', '_blank', 'noopener noreferrer'],
      ['PDF', 'https://arxiv.org/pdf/2303.08810', '_blank', 'noopener noreferrer'],
      ['GitHub', expect.stringMatching(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/), '_blank', 'noopener noreferrer'],
    ]);
  });

  it('is a row that opens and closes by keyboard and stays open when the host makes its cards anew', async () => {
    const page = await session.open('/papers', 25);
    const more = card(page).locator('.papersift-cite');
    await page.bringToFront();
    await more.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => more.getAttribute('aria-expanded')).toBe('true');
    const focused = () => page.evaluate(() => document.activeElement!.textContent);
    // The actions that stand behind it come first.
    for (let tabs = 0; tabs < 3 && (await focused()) !== 'arXiv'; tabs++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('arXiv');
    await page.evaluate(() => window.sampleSite!.rerender());
    await enhanced(page, 25);
    await expect.poll(() => card(page).locator('.papersift-link').count()).toBeGreaterThan(1);
    await more.click();
    await expect.poll(() => page.locator('.papersift-link').count()).toBe(0);
  });

  it('stands open on a paper’s own page', async () => {
    const page = await session.newPage();
    await page.goto('https://huggingface.co/papers/2107.05768');
    await page.getByRole('link', { name: /^PDF: Combiner/ }).waitFor();
    await expect.poll(() => page.locator('.papersift-cite:visible').count()).toBe(0);
  });

  it('keeps a card’s buttons in one row at the narrowest', async () => {
    const page = await session.newPage();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const tops = await card(page).locator('.papersift-action:visible').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThanOrEqual(5);
    expect(new Set(tops).size).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

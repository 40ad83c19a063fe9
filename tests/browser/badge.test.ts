import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keyword, useSession } from './session';

declare const chrome: { action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> } };

const session = useSession();
const badge = (popup: Page) => popup.evaluate(() => chrome.action.getBadgeText({}));
const title = (popup: Page) => popup.evaluate(() => chrome.action.getTitle({}));
const stored = () => session.storage.get();

it('the badge counts the papers with a match that are left, follows what is decided, and can be switched off', async () => {
  await session.storage.set({ keywords: [keyword('transformer')] });
  const page = await session.open('/papers?q=transformer');
  await expect.poll(async () => (await stored())['digest-status']?.matchesLeft).toBeGreaterThan(1);
  const { matchesLeft, left, papers, address } = (await stored())['digest-status'];
  expect(address).toBe(page.url());
  expect(left).toBe(papers);
  const popup = await session.openPopup();
  const shown = (count: number) => (count > 99 ? '99+' : String(count));
  await expect.poll(() => badge(popup)).toBe(shown(matchesLeft));
  expect(await title(popup)).toContain(String(matchesLeft));

  const matching = page.locator('article', { has: page.locator('h3', { hasText: /transformer/i }) });
  await page.bringToFront();
  await matching.first().locator('.papersift-star').click();
  await expect.poll(async () => (await stored())['digest-status'].matchesLeft).toBe(matchesLeft - 1);
  await expect.poll(() => badge(popup)).toBe(shown(matchesLeft - 1));

  await session.storage.set({ settings: { enabled: true, topicsOff: [], badge: false, versions: { badge: 1 } } });
  await expect.poll(() => badge(popup)).toBe('');
});

it('muted papers and the keyword being typed are no matches; hits are kept by day, those of mutes too', async () => {
  await session.storage.set({ keywords: [keyword('attention', 'blue', 'aaaaaa'), { ...keyword('cost', 'red', 'bbbbbb'), mute: {} }], 'draft-keyword': { source: 'model', color: 'green' } });
  await session.open('/papers?q=transformer');
  const hits = async () => Object.entries(await stored()).filter(([key]) => key.startsWith('hits:')).flatMap(([, value]) => Object.keys(value as object));
  await expect.poll(hits).toEqual(['aaaaaa', 'bbbbbb']);
  const kept = await stored();
  const [{ aaaaaa, bbbbbb }] = Object.entries(kept).filter(([key]) => key.startsWith('hits:')).map(([, value]) => value) as [Record<string, string[]>];
  const both = aaaaaa!.filter((id) => bbbbbb!.includes(id)).length;
  expect(both).toBeGreaterThan(0);
  expect(kept['digest-status'].matchesLeft).toBe(aaaaaa!.length - both);
});

it('the background script does what a page has asked for', async () => {
  await session.storage.set({ keywords: [keyword('attention')], 'keyword-request:x': { at: 1, change: { add: 'diffusion', mute: { titleOnly: true } } } });
  await expect.poll(async () => (await stored())['keywords'].map(({ source, mute }: any) => [source, mute])).toEqual([['attention', undefined], ['diffusion', { titleOnly: true }]]);
  await expect.poll(async () => Object.keys(await stored()).filter((key) => key.startsWith('keyword-request'))).toEqual([]);
});

import { expect, it } from 'vitest';
import { keyword, useSession } from './session';

const session = useSession({ args: ['--disable-blink-features=HighlightAPI'] });

it('a browser without the Custom Highlight API gets all but the paint, and the popup says so', async () => {
  await session.storage.set({ keywords: [keyword('encoder*')] });
  const page = await session.open('/papers');
  expect(await page.evaluate(() => 'highlights' in CSS)).toBe(false);
  expect(await page.locator('.papersift-reason', { hasText: 'Matches encoder*' }).count()).toBeGreaterThan(0);
  const popup = await session.openPopup();
  await popup.getByText(/cannot (?:paint|show) highlights/i).waitFor();
});

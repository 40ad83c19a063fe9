// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { previousDigest } from '../../../src/site/previous-digest';
import { showPage } from './support/page';

/** What comes before the page at `path` with this data. */
function before(path: string, props: object = {}): string | undefined {
  showPage([], { props: { dailyPapers: [], ...props } });
  Object.defineProperty(document, 'URL', { value: `https://huggingface.co${path}`, configurable: true });
  return previousDigest(document)?.href;
}

it.each([
  ['/papers/date/2025-12-10', '/papers/date/2025-12-09'],
  // A Monday.
  ['/papers/date/2025-12-08', '/papers/date/2025-12-05'],
  ['/papers/date/2026-01-01/?utm_source=mail', '/papers/date/2025-12-31'],
  ['/papers?date=2024-08-01', '/papers?date=2024-07-31'],
  ['/papers/week/2025-W50', '/papers/week/2025-W49'],
  ['/papers/week/2021-W01', '/papers/week/2020-W53'],
  ['/papers/month/2026-01', '/papers/month/2025-12'],
  ['/papers/month/2026-13', '/papers'],
  ['/papers/date/2025-02-30', '/papers'],
  ['/papers/trending', '/papers'],
  ['/papers?q=bert', '/papers'],
  ['/papers', undefined],
])('by the address: before %s comes %s', (path, href) => {
  expect(before(path)).toBe(href);
});

it.each([
  ['the data knows of a gap', '/papers/date/2025-12-10', { dateString: '2025-12-10', prevDate: '2025-12-04' }, '/papers/date/2025-12-04'],
  ['the address says no day', '/papers', { dateString: '2025-12-10', prevDate: '2025-12-04', periodType: 'day' }, '/papers/date/2025-12-04'],
  ['no day before is given', '/papers', { dateString: '2025-12-08' }, '/papers/date/2025-12-05'],
  ['in 2024', '/papers?date=2024-08-01', { date: '2024-08-01T00:00:00.000Z', prevDate: '2024-07-26' }, '/papers?date=2024-07-26'],
  ['the data is of another day: it is stale', '/papers/date/2025-12-10', { dateString: '2025-11-10', prevDate: '2025-11-07' }, '/papers/date/2025-12-09'],
  ['/papers shows a week', '/papers', { dateString: '2025-12-10', prevDate: '2025-12-09', periodType: 'week' }, undefined],
  ['the day before is no day', '/papers/date/2025-12-10', { dateString: '2025-12-10', prevDate: '2025-99-99' }, '/papers/date/2025-12-09'],
  ['nothing is what it should be', '/papers', { dateString: 5, prevDate: {}, periodType: [] }, undefined],
])('by the data: %s', (_, path, props, href) => {
  expect(before(path, props)).toBe(href);
});

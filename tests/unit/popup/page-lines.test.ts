import { expect, it, vi } from 'vitest';
import type { PageStatus } from '../../../src/domain/page-status';
import { pageLines, type PageView } from '../../../src/ui/popup/page-lines';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const STATUS: PageStatus = {
  found: 25,
  read: 25,
  failures: [],
  siteChanged: false,
  starred: 2,
  hidden: 3,
  chips: 70,
  matches: {},
  canHighlight: true,
};
const view = (status: Partial<PageStatus>): PageView => ({ enabled: true, access: true, status: { ...STATUS, ...status } });
const texts = (page: PageView) => pageLines(page).map(({ text }) => text);

it('says how many cards were read, starred and hidden', () => {
  expect(texts(view({}))).toEqual(['25 of 25 cards read', '2 starred · 3 hidden']);
  expect(texts(view({ found: 1, read: 1 }))[0]).toBe('1 of 1 card read');
});

it('says of an empty digest that it is empty', () => {
  expect(texts(view({ found: 0, read: 0 }))[0]).toBe('No papers on this page yet.');
});

it('says how many cards could not be read, and each reason once', () => {
  const one = view({ read: 24, failures: [{ reason: 'no-title' }] });
  expect(texts(one)).toContain('1 card could not be read: no title. It is left as it was.');
  const reasons = ['no-title', 'no-id', 'no-title', 'of-a-newer-version'].map((reason) => ({ reason }));
  expect(texts(view({ read: 21, failures: reasons }))).toContain(
    '4 cards could not be read: no title, no paper id, of-a-newer-version. They are left as they were.',
  );
});

it('says that the site has changed, and no figures', () => {
  const lines = pageLines(view({ siteChanged: true, found: 0, read: 0 }));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ tone: 'warning', text: expect.stringContaining('Nothing on the page is touched') });
});

it('says when the browser cannot paint highlights', () => {
  expect(texts(view({ canHighlight: false })).at(-1)).toContain('cannot paint highlights');
});

it('offers the way to the papers where there is no page', () => {
  expect(pageLines({ enabled: true, access: true, status: undefined })).toMatchObject([{ action: 'open-papers' }]);
});

it('asks for access before anything else', () => {
  expect(pageLines({ enabled: false, access: false, status: undefined })).toMatchObject([{ action: 'ask-access' }]);
});

it('says that it is switched off, whatever the page was', () => {
  expect(pageLines({ ...view({}), enabled: false })).toMatchObject([{ text: expect.stringContaining('Switched off') }]);
});

it('waits quietly for a page that is being read', () => {
  expect(pageLines({ enabled: true, access: true, status: 'waiting' })).toMatchObject([{ text: 'Reading the page…' }]);
});

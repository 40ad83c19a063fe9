import { expect, it, vi } from 'vitest';
import type { PageStatus } from '../../../src/domain/page-status';
import { countedPage, decidedText, pageLines, type PageView } from '../../../src/ui/popup/page-lines';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const STATUS: PageStatus = {
  found: 25,
  papers: 25,
  failures: [],
  siteChanged: false,
  starred: 2,
  hidden: 3,
  read: 8,
  left: 12, muted: 0,
  chips: 70,
  matches: {},
  canHighlight: true,
  dark: false,
};
const view = (status: Partial<PageStatus>): PageView => ({ enabled: true, access: true, status: { ...STATUS, ...status } });
const texts = (page: PageView) => pageLines(page).map(({ text }) => text);

it('says what was decided, and nothing of what was not', () => {
  expect(texts(view({}))).toEqual([]);
  expect(decidedText(STATUS)).toBe('2 starred · 3 hidden · 8 read');
  expect(decidedText({ ...STATUS, hidden: 0, read: 0 })).toBe('2 starred');
});

it('counts the papers of a page that can be read, while the extension is on', () => {
  expect(countedPage(view({}))).toMatchObject({ papers: 25 });
  expect(countedPage({ ...view({}), enabled: false })).toBeUndefined();
  expect(countedPage({ ...view({}), access: false })).toBeUndefined();
  expect(countedPage(view({ papers: 0, siteChanged: true }))).toBeUndefined();
  expect(countedPage(view({ found: 0, papers: 0 }))).toBeUndefined();
});

it('says of an empty digest that it is empty', () => {
  expect(texts(view({ found: 0, papers: 0 }))[0]).toBe('No papers on this page yet.');
});

it('says how many cards could not be read, and each reason once', () => {
  const one = view({ papers: 24, failures: [{ reason: 'no-title' }] });
  expect(texts(one)).toContain('1 card could not be read: no title. It is left as it was.');
  const reasons = ['no-title', 'no-id', 'no-title', 'of-a-newer-version'].map((reason) => ({ reason }));
  expect(texts(view({ papers: 21, failures: reasons }))).toContain(
    '4 cards could not be read: no title, no paper id, of-a-newer-version. They are left as they were.',
  );
});

it('says that the site has changed, and no figures', () => {
  const lines = pageLines(view({ siteChanged: true, found: 0, papers: 0 }));
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

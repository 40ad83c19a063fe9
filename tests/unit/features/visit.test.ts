// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { visit } from '../../../src/features/visit';
import { dayCard } from '../site/support/cards';
import { showPage } from '../site/support/page';
import { slowArea } from '../storage/slow-area';
import { frames, startRun } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';
import { eventually } from '../eventually';

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const ID = '2609.10001';
let run: ReturnType<typeof startRun>;
let visibility: DocumentVisibilityState;

beforeEach(() => {
  addWhatJsdomLacks();
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  run.stop();
  vi.restoreAllMocks();
});

const stored = () => run.area.held.get(`mark:${ID}`);

// No browser of the tests has a page that nobody sees.
it('a page in the background is read when it is seen, and only once', async () => {
  visibility = 'hidden';
  showPage([dayCard({ id: ID, title: 'Paper A', upvotes: '1' })]);
  run = startRun({ area: slowArea(), features: [visit(() => true)] });
  await eventually(() => expect(run.run.page?.cards()).toHaveLength(1));
  await frames(3);
  expect(stored()).toBeUndefined();
  visibility = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  await eventually(() => expect(stored()).toMatchObject({ version: 1, read: true }));
  await run.marks.change([run.run.page!.cards()[0]!.paper], { read: false });
  document.dispatchEvent(new Event('visibilitychange'));
  await frames(3);
  expect(stored()).toMatchObject({ version: 2, read: false });
});

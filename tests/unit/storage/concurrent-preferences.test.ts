import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { exclusiveArea } from '../../../src/platform/exclusive-area';
import { editableKeywords, editableSettings, mergePreferences, readPreferences } from '../../../src/storage/preferences';
import { memoryArea } from '../memory-area';

type Request = (name: string, work: () => Promise<void>) => Promise<void>;

/** As the browser does it: one after the other. */
function exclusiveLock(): Request {
  let last: Promise<unknown> = Promise.resolve();
  return (_, work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

const noLock: Request = (_, work) => work();

/** An area that answers each call when the scheduler wants it to; what is asked for is what is there at the time of asking. */
function scheduledArea(scheduler: fc.Scheduler, items: Record<string, unknown>) {
  const memory = memoryArea(items);
  return {
    ...memory,
    memory,
    get: (keys: readonly string[]) => scheduler.schedule(memory.get(keys), 'get'),
    set: (values: Record<string, unknown>) => scheduler.schedule(memory.set(values), 'set'),
  };
}

const keyword = (id: string) => ({ id, source: id, color: 'yellow' as const, on: true });

/** Two popups and the background script change what one area holds, all at once. */
async function changeAtOnce(scheduler: fc.Scheduler, request: Request) {
  vi.stubGlobal('navigator', { locks: { request } });
  const slow = scheduledArea(scheduler, { keywords: [keyword('old'), keyword('gone')], settings: { enabled: true, topicsOff: [] } });
  const [one, two, background] = [exclusiveArea(slow), exclusiveArea(slow), exclusiveArea(slow)];
  const all = Promise.all([
    editableKeywords(one).update((now) => [...now, keyword('one')]),
    editableKeywords(two).update((now) => now.filter(({ id }) => id !== 'gone')),
    editableSettings(two).update((now) => ({ ...now, enabled: false })),
    mergePreferences(background, {
      keywords: [{ ...keyword('far'), version: 1, place: 9 }],
      settings: { enabled: true, topicsOff: ['rl'], versions: { 'topic:rl': 1 } },
    }),
    editableKeywords(one).update((now) => now.map((each) => (each.id === 'old' ? { ...each, on: false } : each))),
  ]);
  await scheduler.waitFor(all);
  const { keywords, settings } = await readPreferences(slow.memory);
  const texts = keywords.map((entry) => `${entry.id}${'removed' in entry ? ' removed' : ''}${'on' in entry && !entry.on ? ' off' : ''}`);
  return { keywords: texts.sort(), enabled: settings.enabled, topicsOff: settings.topicsOff };
}

const EVERY_CHANGE = { keywords: ['far', 'gone removed', 'old off', 'one'], enabled: false, topicsOff: ['rl'] };

afterEach(() => void vi.unstubAllGlobals());

it('every change of two popups and the background script at once is there in the end, however slow the storage', async () => {
  await fc.assert(fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    expect(await changeAtOnce(scheduler, exclusiveLock())).toEqual(EVERY_CHANGE);
  }), { numRuns: 200 });
});

it('would not be without the lock', async () => {
  const { failed } = await fc.check(fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    expect(await changeAtOnce(scheduler, noLock)).toEqual(EVERY_CHANGE);
  }));
  expect(failed).toBe(true);
});

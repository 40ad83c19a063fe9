import type { Mute } from '../../../src/domain/mute';
import { describe, expect, it } from 'vitest';
import type { KeywordRequest } from '../../../src/domain/keyword-request';
import { applyKeywordRequests } from '../../../src/storage/apply-keyword-requests';
import { requestKeywords } from '../../../src/storage/keyword-requests';
import { keywordsItem } from '../../../src/storage/preferences';
import { memoryArea } from '../memory-area';

const RL = { id: 'rl', source: 'RL', color: 'green', on: true, version: 3, place: 0 };
const DIFFUSION = { id: 'di', source: 'diffusion', color: 'blue', on: true, mute: { titleOnly: true }, version: 1, place: 1 };

function device(keywords: readonly unknown[] = [RL, DIFFUSION]) {
  const area = memoryArea({ keywords });
  return {
    area,
    ask: (change: KeywordRequest) => requestKeywords(area, change),
    async meet() {
      await applyKeywordRequests(area, await area.keys());
      return (await keywordsItem(area).get()).map(({ source, on, mute }) => [source, on, mute]);
    },
  };
}

const WEEK: Mute = { until: '2026-12-01' };

describe('a page that asks for a change of keywords', () => {
  it.each<[string, KeywordRequest, unknown]>([
    ['adds one', { add: '  Jane  Doe ' }, [['RL', true, undefined], ['diffusion', true, { titleOnly: true }], ['Jane Doe', true, undefined]]],
    ['adds one that mutes', { add: 'NeRF', mute: WEEK }, [['RL', true, undefined], ['diffusion', true, { titleOnly: true }], ['NeRF', true, WEEK]]],
    ['has one mute that it adds again', { add: 'rl', mute: WEEK }, [['RL', true, WEEK], ['diffusion', true, { titleOnly: true }]]],
    ['has one highlight that it adds again', { add: 'Diffusion' }, [['RL', true, undefined], ['diffusion', true, undefined]]],
    ['has one mute', { id: 'rl', mute: {} }, [['RL', true, {}], ['diffusion', true, { titleOnly: true }]]],
    ['has one mute otherwise', { id: 'di', mute: WEEK }, [['RL', true, undefined], ['diffusion', true, WEEK]]],
    ['has one highlight', { id: 'di', mute: null }, [['RL', true, undefined], ['diffusion', true, undefined]]],
    ['edits one', { id: 'di', source: ' diffusion  model ' }, [['RL', true, undefined], ['diffusion model', true, { titleOnly: true }]]],
    ['removes one', { id: 'rl', remove: true }, [['diffusion', true, { titleOnly: true }]]],
  ])('%s', async (_, change, expected) => {
    const { ask, meet, area } = device();
    await ask(change);
    expect(await meet()).toEqual(expected);
    expect(await area.keys()).toEqual(['keywords']);
  });

  it('switches one on that it adds again', async () => {
    const { ask, meet } = device([{ ...RL, on: false }]);
    await ask({ add: 'RL' });
    expect(await meet()).toEqual([['RL', true, undefined]]);
  });

  it.each<[string, KeywordRequest]>([
    ['what is no word', { add: ' ?! ' }],
    ['what is too long', { add: 'x'.repeat(201) }],
    ['what is much too long', { add: 'x'.repeat(100_000) }],
    ['what is there already', { add: 'rl' }],
    ['an edit to nothing', { id: 'rl', source: ' ' }],
    ['an edit to another one', { id: 'rl', source: 'DIFFUSION' }],
    ['of a keyword that is gone', { id: 'zz', remove: true }],
    ['of a keyword that is gone, a mute', { id: 'zz', mute: {} }],
  ])('changes nothing by %s', async (_, change) => {
    const { ask, meet, area } = device();
    await ask(change);
    area.writes.length = 0;
    await meet();
    expect(area.writes.map((write) => [...write.keys()].filter((key) => key === 'keywords'))).toEqual([[]]);
    expect(area.held.get('keywords')).toEqual([RL, DIFFUSION]);
    expect(await area.keys()).toEqual(['keywords']);
  });

  it('is heard in the order in which it asked, whatever the order of keys', async () => {
    const { ask, meet, area } = device();
    for (let i = 0; i < 20; i += 1) await ask(i % 2 === 0 ? { add: 'NeRF' } : { add: 'NeRF', mute: { until: `2026-12-${10 + i}` } });
    const keys = (await area.keys()).filter((key) => key !== 'keywords').sort();
    await applyKeywordRequests(area, keys);
    expect((await meet()).at(-1)).toEqual(['NeRF', true, { until: '2026-12-29' }]);
  });

  it('adds once what it asked for before the script ended between writing the list and removing the request', async () => {
    const { ask, meet, area } = device();
    await ask({ add: 'NeRF', mute: WEEK });
    const request = [...area.held].find(([key]) => key !== 'keywords')!;
    const first = await meet();
    const list = area.held.get('keywords');
    await area.set({ [request[0]]: request[1] });
    expect(await meet()).toEqual(first);
    expect(area.held.get('keywords')).toEqual(list);
  });

  it('is not disturbed by requests that are none', async () => {
    const { ask, meet, area } = device();
    const garbage: unknown[] = [null, 7, 'x', [], {}, { at: 1 }, { at: 'x', change: { add: 'y' } }, { at: 1, change: { add: 7 } }, { at: 1, change: { id: '' , remove: true } },
      { at: 1, change: { id: 'rl', remove: false } }, { at: 1, change: { id: 'rl' } }];
    await area.set(Object.fromEntries(garbage.map((value, i) => [`keyword-request:${i}`, value])));
    await ask({ add: 'NeRF' });
    expect(await meet()).toEqual([['RL', true, undefined], ['diffusion', true, { titleOnly: true }], ['NeRF', true, undefined]]);
    expect(await area.keys()).toEqual(['keywords']);
  });

  it('mutes for ever by a mute that cannot be read', async () => {
    const { meet, area } = device();
    await area.set({ 'keyword-request:x': { at: 1, change: { id: 'rl', mute: { until: 'soon' } } } });
    expect((await meet())[0]).toEqual(['RL', true, {}]);
  });

  it('has its request kept while the list cannot be written', async () => {
    const { ask, meet, area } = device();
    await ask({ add: 'NeRF' });
    area.failure = new Error('full');
    await expect(meet()).rejects.toThrow('full');
    area.failure = undefined;
    expect((await meet()).at(-1)).toEqual(['NeRF', true, undefined]);
  });
});

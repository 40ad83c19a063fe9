import type { Keyword } from '../../../../src/domain/keyword';
import { editableKeywords, editableSettings } from '../../../../src/storage/preferences';
import type { Device } from './device';
import { readingsOf, valuesOf } from './readings';

// The third says the same as the second.
const SOURCES = ['agents', 'RL', 'rl', 'world model*', 'mixture of experts | MoE'];

const TOPICS = ['agents', 'vision'];

type KeywordStep = 'add' | 'edit' | 'switch' | 'remove';

/** A reader's change of the list of keywords in the popup. */
export async function changeKeyword({ local, popupArea }: Device, step: KeywordStep, index: number, newId: () => string): Promise<void> {
  const { update } = editableKeywords(popupArea);
  const source = SOURCES[index % SOURCES.length]!;
  if (step === 'add') {
    const id = newId();
    await update((now) => [...now, { id, source, color: 'blue', on: true }]);
    expectLive(local.texts, id, true);
    return;
  }
  let id: string | undefined;
  await update((now) => {
    const old = now[index % Math.max(1, now.length)];
    id = old?.id;
    const change = (made: Partial<Keyword>) => now.map((each) => (each === old ? { ...each, ...made } : each));
    if (step === 'remove') return now.filter((each) => each !== old);
    return step === 'edit' ? change({ source: `${source} ${index}` }) : change({ on: old?.on === false });
  });
  if (id !== undefined) expectLive(local.texts, id, step !== 'remove');
}

export async function changeSetting({ popupArea }: Device, index: number, on: boolean): Promise<void> {
  const { update } = editableSettings(popupArea);
  const topic = TOPICS[index % (TOPICS.length + 1)];
  if (topic === undefined) return update((now) => ({ ...now, enabled: on }));
  return update((now) => ({ ...now, topicsOff: [...now.topicsOff.filter((id) => id !== topic), ...(on ? [] : [topic])] }));
}

function expectLive(texts: ReadonlyMap<string, string>, id: string, isLive: boolean): void {
  const { live = false } = readingsOf(valuesOf(texts)).get(`keyword:${id}`)?.fields ?? {};
  if (live !== isLive) throw new Error(`wrong: keyword ${id} ${isLive ? 'is not there after it was written' : 'is there after it was removed'}`);
}

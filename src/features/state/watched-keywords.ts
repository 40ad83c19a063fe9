import { DRAFT_ID, type DraftKeyword, type Keyword } from '../../domain/keyword';
import type { ReadableItem } from '../../storage/item';
import { liveItem, type Live } from '../parts/live';

/** The reader's keywords and the one being typed in the popup, which counts from the first letters on. */
export async function watchedKeywords(
  list: ReadableItem<readonly Keyword[]>,
  draft: ReadableItem<DraftKeyword | undefined>,
  signal: AbortSignal,
): Promise<Live<readonly Keyword[]>> {
  const [kept, typed] = await Promise.all([liveItem(list, signal), liveItem(draft, signal)]);
  const all = () => (typed.value ? [...kept.value, { ...typed.value, id: DRAFT_ID, on: true }] : kept.value);
  return {
    get value() {
      return all();
    },
    onChanged(listener, listenerSignal) {
      kept.onChanged(() => listener(all()), listenerSignal);
      typed.onChanged(() => listener(all()), listenerSignal);
    },
    reload: async () => void (await Promise.all([kept.reload(), typed.reload()])),
  };
}

import { CLEAR_LENS } from '../domain/lens';
import { lensText, readLensText } from '../domain/lens-text';
import { localDay } from '../domain/local-day';
import { tabMemory } from '../platform/tab-memory';
import { viewOf } from '../site/view';
import type { Feature } from './parts/feature';
import type { LiveLens } from './state/live-lens';

/**
 * Keeps the lens for this tab and address until the end of the day: a reload and the way back find it again. To be started
 * before all that looks through it.
 */
export function keepLens(lens: LiveLens): Feature {
  return {
    name: 'keep lens',
    start({ document }, signal) {
      const memory = tabMemory(document.defaultView!);
      let url = document.URL;
      const today = () => localDay(new Date());
      const keep = () => {
        const text = lensText(lens.value, today());
        memory.set(keyOf(url), text === lensText(CLEAR_LENS, today()) ? undefined : text);
      };
      const restore = () => lens.set(readLensText(memory.get(keyOf(url)), today()));
      // The host changes the address in place, and its cards later: the lens has to be that of the new ones by then.
      const follow = () => {
        if (document.URL === url) return;
        const wasSearch = isSearch(url);
        url = document.URL;
        // Who types a search goes on looking as before.
        if (wasSearch && isSearch(url)) keep();
        else restore();
      };
      restore();
      lens.onChanged(keep, signal);
      return { card: follow, settled: follow };
    },
  };
}

function keyOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `papersift-lens:${pathname}${search}`;
}

function isSearch(url: string): boolean {
  return viewOf(new URL(url)) === 'search';
}

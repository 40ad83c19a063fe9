import { markOwn } from '../../site/places';
import { element } from './element';

export interface Announcer {
  /** To be called before there is anything to say: a live region is only heard when it was there before its text. */
  prepare(): void;
  /** Says it to screen readers, and to them alone. */
  say(text: string): void;
}

export function createAnnouncer(document: Document, signal: AbortSignal): Announcer {
  const region = markOwn(element(document, 'div', 'papersift-announcer', { role: 'status' }), 'announcer');
  signal.addEventListener('abort', () => region.remove());
  const prepare = () => {
    if (!region.isConnected && !signal.aborted) document.body?.append(region);
  };
  return {
    prepare,
    say(text) {
      prepare();
      if (region.textContent !== text) region.textContent = text;
    },
  };
}

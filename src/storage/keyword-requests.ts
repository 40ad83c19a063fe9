import type { KeywordRequest } from '../domain/keyword-request';
import type { StorageArea } from '../platform/storage-area';

/** What keys of requests begin with. */
export const KEYWORD_REQUEST = 'keyword-request:';

export interface KeptRequest {
  /** When it was asked for, Unix time in milliseconds; no two of a page have the same. */
  readonly at: number;
  readonly change: KeywordRequest;
}

let last = 0;

/**
 * Asks the background script to change the list of keywords: no lock of the extension's reaches a content script, so
 * that a list it wrote itself would write over what the popup does at the same time. Rejects with the browser's error.
 */
export function requestKeywords(area: StorageArea, change: KeywordRequest): Promise<void> {
  last = Math.max(Date.now(), last + 1);
  const token = Math.random().toString(36).slice(2, 12);
  return area.set({ [KEYWORD_REQUEST + token]: { at: last, change } satisfies KeptRequest });
}

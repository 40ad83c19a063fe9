import type { Flavour, Texts } from './held-area';

const BYTES = 102_400;
const ITEM_BYTES = 8_192;
const ITEMS = 512;
const CALLS_A_MINUTE = 120;

const FIREFOX_TEXT = 'QuotaExceededError: storage.sync API call exceeded its quota limitations.';

export type Refusal = 'rate' | 'space' | 'failure';

const CHROMIUM_TEXTS: Readonly<Record<Refusal, string>> = {
  rate: 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.',
  space: 'Resource::kQuotaBytes quota exceeded',
  failure: 'An unexpected error occurred',
};

export interface Limits {
  /** Throws what the browser throws when it refuses the next write. */
  admit(changes: Texts, held: Texts): void;
  /** The next `times` writes are refused, whatever they are. */
  refuse(why: Refusal, times: number): void;
  /** Somebody else in this browser has used up this minute's calls. */
  exhaust(): void;
  /** Whatever was wrong is over. */
  relent(): void;
}

/** What a browser lets a script write to storage.sync. @param now the browser's own clock, which never jumps */
export function limits(flavour: Flavour, now: () => number): Limits {
  let calls: number[] = [];
  let refusals: Refusal[] = [];

  const countCall = () => {
    calls = calls.filter((time) => now() - time < 60_000);
    if (calls.length >= CALLS_A_MINUTE) throw new Error(CHROMIUM_TEXTS.rate);
    calls.push(now());
  };
  return {
    admit(changes, held) {
      const refusal = refusals.pop();
      if (refusal) throw new Error(flavour === 'firefox' && refusal === 'space' ? FIREFOX_TEXT : CHROMIUM_TEXTS[refusal]);
      if (flavour === 'chromium') countCall();
      const exceeded = exceededBy(new Map([...held, ...changes]));
      if (exceeded) throw new Error(flavour === 'firefox' ? FIREFOX_TEXT : `Resource::${exceeded} quota exceeded`);
    },
    refuse: (why, times) => void (refusals = Array.from({ length: times }, () => why)),
    exhaust: () => void (calls = Array.from({ length: CALLS_A_MINUTE }, now)),
    relent() {
      calls = [];
      refusals = [];
    },
  };
}

function exceededBy(items: Texts): string | undefined {
  const sizes = [...items].flatMap(([key, text]) => (text === undefined ? [] : [bytesOf(key, text)]));
  if (sizes.some((size) => size > ITEM_BYTES)) return 'kQuotaBytesPerItem';
  if (sizes.length > ITEMS) return 'kMaxItems';
  return sizes.reduce((sum, size) => sum + size, 0) > BYTES ? 'kQuotaBytes' : undefined;
}

/** Chromium writes `<` as six bytes. */
function bytesOf(key: string, text: string): number {
  return Buffer.byteLength(key + text) + 5 * (text.split('<').length - 1);
}

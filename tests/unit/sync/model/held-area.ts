import type { StorageArea, StorageChanges } from '../../../../src/platform/storage-area';

export type Flavour = 'chromium' | 'firefox';

/** Values as JSON texts by key: whoever reads gets a copy. Undefined where a change removes a key. */
export type Texts = ReadonlyMap<string, string | undefined>;

export interface HeldArea extends StorageArea {
  readonly texts: ReadonlyMap<string, string>;
  /** Changes that no script of ours asked for. */
  apply(changes: Texts): void;
}

/**
 * A storage area of one device. A call takes effect when it is made, as in the browsers, and is answered some turns
 * later, so that others' calls come in between.
 * @param admit throws the browser's error when it refuses to write
 */
export function heldArea(flavour: Flavour, random: () => number, admit: (changes: Texts, held: Texts) => void = () => undefined): HeldArea {
  const texts = new Map<string, string>();
  const listeners = new Set<(changes: StorageChanges) => void>();
  let told = Promise.resolve();

  const pause = async (most: number) => {
    for (let turns = Math.floor(random() * most); turns > 0; turns -= 1) await Promise.resolve();
  };
  const answer = async <T>(work: () => T): Promise<T> => {
    const result = work();
    await pause(3);
    return result;
  };
  const tell = async (changes: StorageChanges, before: Promise<void>) => {
    await before;
    // Often after whoever wrote has long been answered.
    await pause(24);
    for (const listener of listeners) listener(changes);
  };
  const apply = (changes: Texts) => {
    // Chromium is silent about a key that is set to what it was, Firefox is not.
    const heard = [...changes].filter(([key, text]) => text !== texts.get(key) || (flavour === 'firefox' && text !== undefined));
    for (const [key, text] of heard) {
      if (text === undefined) texts.delete(key);
      else texts.set(key, text);
    }
    if (heard.length > 0 && listeners.size > 0) told = tell(new Map(heard.map(([key, text]) => [key, parse(text)])), told);
  };
  const write = (changes: Texts) =>
    answer(() => {
      admit(changes, texts);
      apply(changes);
    });
  const read = (keys: Iterable<string>) => {
    const values: Record<string, unknown> = {};
    for (const key of keys) if (texts.has(key)) values[key] = parse(texts.get(key));
    return values;
  };

  return {
    texts,
    apply,
    get: (keys) => answer(() => read(keys)),
    getAll: () => answer(() => read(texts.keys())),
    keys: () => answer(() => [...texts.keys()]),
    set: (items) => write(new Map(Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)]))),
    remove: (keys) => write(new Map(keys.map((key) => [key, undefined]))),
    onChanged(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

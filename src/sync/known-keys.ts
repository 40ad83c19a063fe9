import type { Month } from '../domain/mark-codec/paper-number';
import type { ExclusiveArea } from '../platform/exclusive-area';
import { idOfJournalKey, monthOfKey } from '../storage/keys';
import { SALVAGE } from '../storage/salvage';

/** Keys of storage.local that the exchange works with. All keys are listed once: it takes 170 ms for five years of marks. */
export interface KnownKeys {
  readonly journal: ReadonlySet<string>;
  readonly months: ReadonlySet<Month>;
  /** The area, to write with: a key that it sets is known at once. The browser may tell of it only after it has answered. */
  readonly noted: ExclusiveArea;
  /** Whether all keys have to be listed (again): at first, and when a month was taken out of storage by hand. */
  isUnsure(): boolean;
  /** Lists all keys; from then on what changes is followed. */
  list(): Promise<string[]>;
  /** Whether something was put aside since this was asked last. */
  hasSalvaged(): boolean;
  /** Keys of the journal that are no more: one that went while all were listed is not heard of again. */
  forget(keys: readonly string[]): void;
}

export function watchKeys(local: ExclusiveArea, signal: AbortSignal): KnownKeys {
  const journal = new Set<string>();
  const months = new Set<Month>();
  let isUnsure = true;
  let hasSalvaged = false;
  const note = (key: string, isThere: boolean) => {
    const month = monthOfKey(key);
    const change = isThere ? 'add' : 'delete';
    if (month !== undefined) {
      months[change](month);
      isUnsure ||= !isThere;
    }
    hasSalvaged ||= isThere && key.startsWith(SALVAGE);
    if (idOfJournalKey(key)) journal[change](key);
  };
  local.onChanged((changes) => {
    for (const [key, value] of changes) note(key, value !== undefined);
  }, signal);
  return {
    journal,
    months,
    noted: {
      ...local,
      async set(items) {
        await local.set(items);
        for (const key of Object.keys(items)) note(key, true);
      },
    },
    isUnsure: () => isUnsure,
    hasSalvaged() {
      const result = hasSalvaged;
      hasSalvaged = false;
      return result;
    },
    async list() {
      isUnsure = false;
      const keys = await local.keys();
      for (const key of keys) note(key, true);
      return keys;
    },
    forget: (keys) => keys.forEach((key) => journal.delete(key)),
  };
}

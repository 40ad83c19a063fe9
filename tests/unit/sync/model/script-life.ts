import type { ExclusiveArea } from '../../../../src/platform/exclusive-area';
import type { StorageArea } from '../../../../src/platform/storage-area';
import type { Values } from './readings';

/** The life of a script in the background, which the browser may end between any two of its calls. */
export interface ScriptLife {
  /** Makes a call unless the life is over: then it never settles. */
  call<T>(work: () => Promise<T>): Promise<T>;
  readonly died: Promise<void>;
  readonly isOver: () => boolean;
  /** From now on: how many calls it still gets, and what happens elsewhere right after one of them. */
  plan(plan: LifePlan): void;
}

export interface LifePlan {
  readonly calls?: number | undefined;
  readonly after?: number | undefined;
  readonly meanwhile?: () => void;
}

export function scriptLife(): ScriptLife {
  let count = 0;
  let current: LifePlan = {};
  let over = false;
  let die: () => void;
  const died = new Promise<void>((resolve) => (die = resolve));
  return {
    died,
    isOver: () => over,
    plan(plan) {
      count = 0;
      current = plan;
    },
    call(work) {
      if (over || count >= (current.calls ?? Infinity)) {
        over = true;
        die();
        return new Promise(() => undefined);
      }
      count += 1;
      const isMoment = count === current.after;
      const result = work();
      if (isMoment) current.meanwhile?.();
      return result;
    },
  };
}

/** An area as a script sees it while it lives. */
export function livingArea(area: StorageArea, life: ScriptLife): StorageArea {
  return {
    get: (keys) => life.call(() => area.get(keys)),
    getAll: () => life.call(() => area.getAll()),
    set: (items) => life.call(() => area.set(items)),
    remove: (keys) => life.call(() => area.remove(keys)),
    keys: () => life.call(() => area.keys()),
    onChanged: (listener, signal) => area.onChanged((changes) => life.isOver() || listener(changes), signal),
  };
}

export type Lock = (work: () => Promise<void>, died?: Promise<void>) => Promise<void>;

/** One holder at a time; a holder that dies lets go. */
export function lock(): Lock {
  let last: Promise<void> = Promise.resolve();
  return (work, died = new Promise(() => undefined)) => {
    const result = last.then(work);
    last = Promise.race([result.catch(() => undefined), died]);
    return result;
  };
}

/** @param onUpdate hears what is about to be written over what */
export function exclusive(area: StorageArea, held: Lock, died?: Promise<void>, onUpdate?: (before: Values, after: Values) => void): ExclusiveArea {
  return {
    ...area,
    update: (keys, change) =>
      held(async () => {
        const before = await area.get(keys);
        const after = change(before);
        onUpdate?.(before, after);
        const entries = Object.entries(after);
        const kept = entries.filter(([, value]) => value !== undefined);
        const removed = entries.filter(([, value]) => value === undefined).map(([key]) => key);
        if (kept.length > 0) await area.set(Object.fromEntries(kept));
        if (removed.length > 0) await area.remove(removed);
      }, died),
  };
}

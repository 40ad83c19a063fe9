import { memoryArea } from '../memory-area';

type Call = 'get' | 'set' | 'remove';

/**
 * A storage area in memory whose answers can be held back. As in the browser, what is asked for is what is there at the
 * time of asking, and calls take effect in the order in which they were made.
 */
export function slowArea(items: Record<string, unknown> = {}) {
  const memory = memoryArea(items);
  const held = new Map<Call, (() => void)[]>();
  const calls: Call[] = [];
  const answer = async <T>(call: Call, result: Promise<T>): Promise<T> => {
    calls.push(call);
    // A refusal must find its listener, however late it is told.
    result.catch(() => undefined);
    const waiting = held.get(call);
    if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
    return result;
  };
  return Object.assign(Object.create(memory) as ReturnType<typeof memoryArea>, {
    memory,
    calls,
    get: (keys: readonly string[]) => answer('get', memory.failure ? Promise.reject(memory.failure) : memory.get(keys)),
    set: (values: Record<string, unknown>) => answer('set', memory.set(values)),
    remove: (keys: readonly string[]) => answer('remove', memory.remove(keys)),
    /** From now on no call of this kind is answered until it is let go. */
    holdBack: (call: Call) => void held.set(call, held.get(call) ?? []),
    letGo(call: Call) {
      const waiting = held.get(call) ?? [];
      held.delete(call);
      for (const resolve of waiting) resolve();
    },
  });
}

/** Lets every promise that can settle do so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

import type { Mark } from '../../../src/domain/mark';
import { toPaperId, type Paper, type PaperId } from '../../../src/domain/paper';
import { idOfMarkKey } from '../../../src/storage/keys';
import { markStore } from '../../../src/storage/marks';
import { createSyncEngine } from '../../../src/sync/engine';
import { memoryArea } from '../memory-area';

export const NOW = new Date('2025-12-10T09:00:00Z');

export function paper(id: string): Paper {
  return { id: toPaperId(id)!, title: `Paper ${id}` };
}

/** A device: its storage, a tab on which papers are decided, and its background script. */
export function device(sync = memoryArea(), items: Record<string, unknown> = {}) {
  const local = memoryArea(items);
  const tab = new AbortController();
  let life: AbortController;
  let now = NOW;
  const start = () => {
    life = new AbortController();
    return createSyncEngine({ local, sync, now: () => now }, life.signal);
  };
  let engine = start();
  const store = markStore(local, tab.signal);
  return {
    local,
    sync,
    decide: (id: string, change: Partial<Mark>) => store.change([paper(id)], change),
    round: (mayWrite?: boolean) => engine.round(mayWrite),
    /** The background script is ended and started again. */
    restart() {
      life.abort();
      engine = start();
    },
    setNow: (date: string) => void (now = new Date(date)),
    mark: (id: string) => local.held.get(`mark:${id}`) as Mark | undefined,
    marks: () => new Map([...local.held].flatMap(([key, value]) => (idOfMarkKey(key) ? [[idOfMarkKey(key)!, value as Mark] as const] : []))),
    keysOf: (prefix: string) => [...local.held.keys()].filter((key) => key.startsWith(prefix)),
    syncItems: () => Object.fromEntries(sync.held),
  };
}

export type Device = ReturnType<typeof device>;

/** What the browsers do: what one device has in storage.sync comes to the other. */
export async function carry(from: Device, to: Device): Promise<void> {
  const gone = [...to.sync.held.keys()].filter((key) => !from.sync.held.has(key));
  if (gone.length > 0) await to.sync.remove(gone);
  const changed = Object.entries(from.syncItems()).filter(([key, value]) => JSON.stringify(to.sync.held.get(key)) !== JSON.stringify(value));
  if (changed.length > 0) await to.sync.set(Object.fromEntries(changed));
}

/** `count` papers of a month. */
export function papersOf(month: string, count: number, from = 1): PaperId[] {
  return Array.from({ length: count }, (_, i) => toPaperId(`${month}.${String(from + i * 7).padStart(5, '0')}`)!);
}

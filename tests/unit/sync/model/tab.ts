import type { MarkChange } from '../../../../src/domain/mark';
import type { Paper, PaperId } from '../../../../src/domain/paper';
import type { StorageArea } from '../../../../src/platform/storage-area';
import { markStore } from '../../../../src/storage/marks';
import { known, type Change, type Oracle } from './oracle';
import { markReading } from './readings';

/** A page of the host, open in one tab. */
export interface Tab {
  decide(id: PaperId, change: MarkChange): Promise<void>;
  close(): void;
}

export function openTab(area: StorageArea, oracle: Oracle): Tab {
  const life = new AbortController();
  const own = new Map<string, Set<Change>>();
  // What the reader knew at each click whose mark has not been written yet.
  const clicks = new Map<string, Set<Change>[]>();
  // And which fields it changed.
  const names = new Map<string, string[][]>();

  const noteWrites = (items: Record<string, unknown>) => {
    for (const subject of Object.keys(items).filter((key) => key.startsWith('mark:'))) {
      const past = new Set([...clicks.get(subject)!.shift()!, ...(own.get(subject) ?? [])]);
      const change = oracle.record(subject, markReading(items[subject] as Record<string, unknown>), past, names.get(subject)!.shift());
      own.set(subject, known(change));
    }
  };
  const recorded: StorageArea = {
    ...area,
    set(items) {
      noteWrites(items);
      return area.set(items);
    },
  };
  const marks = markStore(recorded, life.signal);

  return {
    async decide(id, change) {
      const subject = `mark:${id}`;
      await marks.load([id]);
      const waiting = clicks.get(subject) ?? [];
      // A mark that is not written yet says nothing of what others did.
      waiting.push(waiting.length > 0 ? new Set() : oracle.behind(subject, markReading({ ...marks.get(id) })));
      clicks.set(subject, waiting);
      names.set(subject, [...(names.get(subject) ?? []), Object.keys(change)]);
      await marks.change([paper(id)], change);
    },
    close: () => life.abort('closed'),
  };
}

function paper(id: PaperId): Paper {
  return { id, title: `Paper ${id}` };
}

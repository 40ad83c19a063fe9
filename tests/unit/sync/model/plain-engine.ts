import type { EngineMaker, EnginePorts } from './device';
import { exchangePlainly, type PreferenceFault } from './plain-preferences';
import type { Values } from './readings';

/** What an engine can do wrong. */
export type Fault =
  | 'takes what arrives for the truth'
  | 'writes over what arrived'
  | 'sends nothing back'
  | 'sends again what is there'
  | 'takes a missing item for a removal'
  | 'empties the journal first'
  | 'trusts the clock'
  | 'forgets what it was told while it did not run'
  | 'keeps its own on equal versions'
  | 'lists no star from elsewhere'
  | PreferenceFault;

type Mark = [version: number, starred: boolean, hidden: boolean, read: boolean];
type Month = Record<string, Mark>;

/**
 * A plain engine, made to show that the model accepts one that is right and notices one with a fault. It packs
 * nothing and has no code in common with the product.
 */
export function plainEngine(fault?: Fault): EngineMaker {
  return ({ local, sync, now }: EnginePorts) => {
    let lastSent = 0;
    let isNew = true;

    const merge = (own: Mark | undefined, other: Mark): Mark => {
      if (!own) return other;
      if (fault === 'keeps its own on equal versions') return own[0] >= other[0] ? own : other;
      if (own[0] !== other[0]) return own[0] > other[0] ? own : other;
      return rank(own) >= rank(other) ? own : other;
    };
    const round = async (mayWrite = true) => {
      const [held, remote] = [await local.getAll(), await sync.getAll()];
      const journal = Object.keys(held).filter((key) => key.startsWith('journal:'));
      if (fault === 'empties the journal first') await local.remove(journal);
      const isHeard = !(isNew && fault === 'forgets what it was told while it did not run');
      isNew = false;
      const months = new Map<string, Month>();
      for (const key of Object.keys(held)) if (key.startsWith('month:')) months.set(key.slice(6), { ...(held[key] as Month) });
      for (const key of isHeard ? journal : []) {
        const { version, starred, hidden, read } = held[key] as { version: number; starred: boolean; hidden: boolean; read: boolean };
        takeIn(months, key.split(':')[1]!, (own) => merge(own, [version, starred, hidden, read]));
      }
      for (const [key, marks] of Object.entries(remote).filter(([name]) => name.startsWith('m'))) {
        if (fault === 'takes what arrives for the truth') months.set(key.slice(1), { ...(marks as Month) });
        if (fault === 'writes over what arrived') continue;
        for (const [id, mark] of Object.entries(marks as Month)) takeIn(months, id, (own) => merge(own, mark));
      }
      if (fault === 'takes a missing item for a removal') for (const month of months.keys()) if (!(`m${month}` in remote) && `month:${month}` in held) months.delete(month);
      const items = localItems(months, held, fault);
      if (Object.keys(items).length > 0) await local.set(items);
      if (journal.length > 0) await local.remove(journal);

      const preferences = await exchangePlainly(local, remote, fault);
      const outgoing = { ...Object.fromEntries([...months].map(([month, marks]) => [`m${month}`, sorted(marks)])), ...preferences };
      const changed = Object.entries(outgoing).filter(([key, value]) => fault === 'sends again what is there' || !sameText(value, remote[key]));
      if (changed.length === 0 || fault === 'sends nothing back') return { isDue: false };
      // An engine that waits until its clock shows a later time waits for years when the clock was put back.
      if (!mayWrite || (fault === 'trusts the clock' && now().getTime() <= lastSent)) return { isDue: true };
      lastSent = now().getTime();
      return sync.set(Object.fromEntries(changed)).then(
        () => ({ isDue: false }),
        () => ({ isDue: true }),
      );
    };
    return { round };
  };
}

/** Of marks of one version the higher one counts. */
function rank([, starred, hidden, read]: Mark): number {
  return Number(starred) * 4 - Number(hidden) * 2 + Number(read);
}

function takeIn(months: Map<string, Month>, id: string, change: (own: Mark | undefined) => Mark): void {
  const name = id.slice(0, 4);
  const month = months.get(name) ?? {};
  months.set(name, { ...month, [id]: change(month[id]) });
}

function localItems(months: ReadonlyMap<string, Month>, held: Values, fault: Fault | undefined): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (const [name, marks] of months) {
    if (!sameText(sorted(marks), held[`month:${name}`])) items[`month:${name}`] = sorted(marks);
    for (const [id, [version, starred, hidden, read]] of Object.entries(marks)) {
      const mark = { version, starred, hidden, read };
      if (!sameText(mark, held[`mark:${id}`])) items[`mark:${id}`] = mark;
      if (starred && !(`paper:${id}` in held) && fault !== 'lists no star from elsewhere') items[`paper:${id}`] = {};
    }
  }
  return items;
}

function sorted(marks: Month): Month {
  return Object.fromEntries(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import type { TraceEvent } from './trace';

/** Milliseconds of processor time of the page's main thread. */
export interface ScriptTime {
  /** In scripts of the extension. */
  readonly ours: number;
  /** In scripts of the page. */
  readonly page: number;
  /** The most that one task spends in scripts of the extension. */
  readonly longest: number;
}

interface Span {
  readonly event: TraceEvent;
  readonly end: number;
  readonly owner: Owner | undefined;
  readonly children: Span[];
}

type Owner = 'ours' | 'page';

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'v8.evaluateModule']);
const MICROTASKS = 'RunMicrotasks';
const TASK = 'RunTask';

/**
 * Whose scripts took how long between two moments (of `ts`). What stands in a promise's continuation has no address in the
 * trace: it counts for whoever ran just before it in the task, else for the page when functions of the page run in it.
 */
export function scriptTime(events: readonly TraceEvent[], origins: { readonly ours: string; readonly page: string }, from = -Infinity, to = Infinity): ScriptTime {
  const thread = mainThread(events, origins.ours);
  if (!thread) throw new Error('No script of the extension ran in this trace.');
  const ownerOf = ({ args, name }: TraceEvent): Owner | undefined => {
    const url = String(args.data?.['url'] ?? '');
    if (url.startsWith(origins.ours)) return 'ours';
    return url.startsWith(origins.page) || name === 'v8.evaluateModule' ? 'page' : undefined;
  };
  const isWanted = ({ ph, pid, tid, name, ts }: TraceEvent) =>
    ph === 'X' && pid === thread.pid && tid === thread.tid && ts >= from && ts < to && (SCRIPT.has(name) || name === MICROTASKS || name === TASK);
  const sums = { ours: 0, page: 0, longest: 0 };
  for (const task of nest(events.filter(isWanted), ownerOf)) {
    const before = sums.ours;
    addScript([task], undefined, sums);
    sums.longest = Math.max(sums.longest, sums.ours - before);
  }
  return sums;
}

function mainThread(events: readonly TraceEvent[], ours: string): TraceEvent | undefined {
  return events.find(({ name, args }) => SCRIPT.has(name) && String(args.data?.['url'] ?? '').startsWith(ours));
}

/** The outermost events, each with those that lie in it. */
function nest(events: readonly TraceEvent[], ownerOf: (event: TraceEvent) => Owner | undefined): Span[] {
  const roots: Span[] = [];
  const open: Span[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    while (open.length > 0 && open.at(-1)!.end <= event.ts) open.pop();
    const span: Span = { event, end: event.ts + (event.dur ?? 0), owner: ownerOf(event), children: [] };
    (open.at(-1)?.children ?? roots).push(span);
    open.push(span);
  }
  return roots;
}

/** Adds each event's own time, without that of the events in it, to who owns it. Gives who ran last. */
function addScript(spans: readonly Span[], above: Owner | undefined, sums: { ours: number; page: number }): Owner | undefined {
  let last = above;
  for (const span of spans) {
    const { event: { name, tdur = 0 }, children } = span;
    const owner = span.owner ?? (name === MICROTASKS ? (last ?? guess(children)) : name === TASK ? undefined : above);
    const inner = children.reduce((sum, child) => sum + (child.event.tdur ?? 0), 0);
    if (owner) sums[owner] += Math.max(0, tdur - inner) / 1000;
    const innermost = addScript(children, owner, sums);
    last = owner ?? innermost ?? last;
  }
  return last;
}

function guess(children: readonly Span[]): Owner {
  return children.some(({ owner }) => owner === 'page') ? 'page' : 'ours';
}

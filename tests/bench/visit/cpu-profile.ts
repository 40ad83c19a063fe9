import type { TraceEvent } from './trace';

interface Node {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: object;
}

/** The main thread's samples of a trace as a .cpuprofile, which DevTools and editors open. */
export function toCpuProfile(events: readonly TraceEvent[], pid: number): object {
  const profile = events.find((event) => event.name === 'Profile' && event.pid === pid);
  if (!profile) throw new Error('The trace has no samples.');
  const chunks = events.filter((event) => event.name === 'ProfileChunk' && event.pid === pid && event.id === profile.id).toSorted((a, b) => a.ts - b.ts);
  const data = chunks.map(({ args }) => args.data ?? {});
  const nodes: Node[] = data.flatMap((chunk) => (chunk['cpuProfile']?.nodes ?? []) as Node[]);
  const children = new Map<number, number[]>();
  for (const { id, parent } of nodes) if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id]);
  const timeDeltas = data.flatMap((chunk) => (chunk['timeDeltas'] ?? []) as number[]);
  const startTime = Number(profile.args.data?.['startTime'] ?? profile.ts);
  return {
    nodes: nodes.map(({ id, callFrame }) => ({ id, callFrame, hitCount: 0, children: children.get(id) ?? [] })),
    startTime,
    endTime: startTime + timeDeltas.reduce((sum, delta) => sum + delta, 0),
    samples: data.flatMap((chunk) => (chunk['cpuProfile']?.samples ?? []) as number[]),
    timeDeltas,
  };
}

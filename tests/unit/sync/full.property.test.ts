import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { memoryArea } from '../memory-area';
import { device, type Device } from './devices';

vi.setConfig({ testTimeout: 120_000 });

/** Items of somebody else, which leave less than what hides may fill: each of them has to leave storage.sync. */
const FILLER = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`filler${i}`, 'x'.repeat(7685)]));
const PAPERS = ['2301.00001', '2301.00002', '2302.00003', '2305.00001', '2511.00004'] as const;

type Step = { readonly device: number } & (
  | { readonly change: 'starred' | 'hidden'; readonly paper: (typeof PAPERS)[number] }
  | { readonly round: boolean }
  | { readonly meet: true }
  | { readonly restart: true }
);

const on = <T>(rest: Record<string, fc.Arbitrary<unknown>>) => fc.record({ device: fc.integer({ min: 0, max: 2 }), ...rest }) as unknown as fc.Arbitrary<T>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: on<Step>({ change: fc.constantFrom('starred', 'hidden'), paper: fc.constantFrom(...PAPERS) }) },
    { weight: 2, arbitrary: on<Step>({ round: fc.boolean() }) },
    { weight: 1, arbitrary: on<Step>({ meet: fc.constant(true) }) },
    { weight: 1, arbitrary: on<Step>({ restart: fc.constant(true) }) },
  ),
  { minLength: 10, maxLength: 40 },
);

/** A server of which each device knows what it saw last; of a key that both have changed the server's value wins. */
function serverOf(devices: readonly Device[]) {
  const held = new Map<string, unknown>(Object.entries(FILLER));
  const seen = devices.map(() => new Map(held));
  const same = (a: unknown, b: unknown) => isDeepStrictEqual(a, b);
  return {
    async meet(at: number) {
      const [one, base] = [devices[at]!, seen[at]!];
      const mine = new Map(one.sync.held);
      const incoming = new Map<string, unknown>();
      for (const key of new Set([...mine.keys(), ...base.keys(), ...held.keys()])) {
        if (same(mine.get(key), held.get(key))) continue;
        if (!same(held.get(key), base.get(key))) incoming.set(key, held.get(key));
        else if (mine.has(key)) held.set(key, mine.get(key));
        else held.delete(key);
      }
      seen[at] = new Map(held);
      const gone = [...incoming].filter(([, value]) => value === undefined).map(([key]) => key);
      const come = [...incoming].filter(([, value]) => value !== undefined);
      if (gone.length > 0) await one.sync.remove(gone);
      if (come.length > 0) await one.sync.set(Object.fromEntries(come));
    },
  };
}

async function take(step: Step, devices: readonly Device[], meet: (at: number) => Promise<void>): Promise<void> {
  const one = devices[step.device]!;
  if ('change' in step) await one.decide(step.paper, { [step.change]: !one.mark(step.paper)?.[step.change] });
  else if ('round' in step) await one.round(step.round);
  else if ('meet' in step) await meet(step.device);
  else one.restart();
}

const starsOf = (one: Device) => [...one.marks()].filter(([, { starred }]) => starred).map(([id]) => id).sort();

it('three devices that share a storage which is always too full for their hides come to rest, and agree on all stars', async () => {
  const run = async (history: readonly Step[]) => {
    const devices = Array.from({ length: 3 }, () => device(memoryArea(FILLER)));
    const { meet } = serverOf(devices);
    for (const step of history) await take(step, devices, meet);
    let turns = 0;
    for (let quiet = 0; quiet < 2; turns += 1) {
      if (turns > 20) throw new Error('They never come to rest.');
      const before = devices.map(({ sync }) => sync.writes.length);
      for (const at of devices.keys()) {
        await meet(at);
        for (let i = 0; i < 3 && (await devices[at]!.round()).isDue; i += 1);
        await meet(at);
      }
      quiet = isDeepStrictEqual(before, devices.map(({ sync }) => sync.writes.length)) ? quiet + 1 : 0;
    }
    const [first, ...others] = devices.map(starsOf);
    for (const stars of others) expect(stars).toEqual(first);
  };
  await fc.assert(fc.asyncProperty(steps, run), { numRuns: 400 });
});

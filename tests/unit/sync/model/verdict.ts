import { drained } from './chance';
import type { Device, EngineMaker } from './device';
import type { Oracle } from './oracle';
import { readingsOf, textOf, valuesOf, type Reading } from './readings';
import type { History } from './steps';
import { world, type World } from './world';

const MOST_CYCLES = 12;

/** Lives through a history to its end and past it, until nothing moves any more. Throws what is wrong then. */
export async function liveThrough(history: History, makeEngine: EngineMaker): Promise<number> {
  const its = world(history, makeEngine);
  for (const step of history.steps) await its.take(step);
  for (const { sync } of its.devices()) {
    sync.signIn();
    sync.limits.relent();
  }
  const cycles = await settle(its);
  judge(its.devices(), its.oracle);
  return cycles;
}

/** All devices are online and exchange all they have, again and again. Gives how often it took. */
async function settle(its: World): Promise<number> {
  for (let cycle = 1; cycle <= MOST_CYCLES; cycle += 1) {
    its.pass(10);
    let isQuiet = true;
    for (const each of its.devices()) {
      const { writes } = each;
      const before = writes();
      if (each.sync.exchange()) isQuiet = false;
      await each.round();
      await drained();
      if (writes() > before) isQuiet = false;
    }
    if (isQuiet) return cycle;
  }
  throw new Error(`ping-pong: after ${MOST_CYCLES} exchanges of all devices there is still something to send`);
}

function judge(devices: readonly Device[], oracle: Oracle): void {
  const readings = devices.map(({ local }) => readingsOf(valuesOf(local.texts)));
  const texts = readings.map((each) => new Map([...each].map(([subject, reading]) => [subject, textOf(reading)])));
  for (const each of texts) expectEqual('devices differ', texts[0]!, each);
  for (const { sync } of devices) expectEqual('sync areas differ', devices[0]!.sync.area.texts, sync.area.texts);
  for (const subject of oracle.subjects()) expectKept(oracle, subject, readings[0]!.get(subject));
}

function expectEqual(failure: string, a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): void {
  const different = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
  if (different.length > 0) throw new Error(`${failure}: ${different.map((key) => `${key} is ${a.get(key)} and ${b.get(key)}`).join('; ')}`);
}

const NOTHING: Reading['fields'] = { starred: false, hidden: false, live: false, value: true };

/** What there is in the end is what the reader wanted last; any of the last changes that did not know of each other will do. */
function expectKept(oracle: Oracle, subject: string, reading: Reading | undefined): void {
  const last = oracle.last(subject).map((change) => change.reading.fields);
  const names = Object.keys(reading?.fields ?? last[0]!);
  for (const name of names) {
    const value = reading ? reading.fields[name] : NOTHING[name];
    if (last.some((fields) => fields[name] === value)) continue;
    throw new Error(`lost: ${subject} is ${textOf(reading)} in the end, and the last changes were ${last.map((fields) => JSON.stringify(fields)).join(' and ')}`);
  }
}

import type { PaperId } from '../../../../src/domain/paper';
import type { Device, EngineMaker } from './device';
import type { Oracle } from './oracle';
import { readingsOf, textOf, valuesOf, type Reading } from './readings';
import { settle } from './settle';
import type { History } from './steps';
import { world } from './world';

/** Lives through a history to its end and past it, until nothing moves any more. Throws what is wrong then. */
export async function liveThrough(history: History, makeEngine: EngineMaker): Promise<number> {
  const its = world(history, makeEngine);
  for (const step of history.steps) await its.take(step);
  const cycles = await settle(its.devices(), its.pass);
  judge(its.devices(), its.oracle);
  await expectSilence(its.devices());
  return cycles;
}

/** A script that was not told of anything has nothing to write. */
async function expectSilence(devices: readonly Device[]): Promise<void> {
  for (const each of devices) {
    const before = each.writes();
    await each.round();
    const { sync, local } = each.writes();
    if (sync > before.sync) throw new Error('echo: a script that was told of nothing new writes to storage.sync');
    if (local > before.local) throw new Error('echo: a script that was told of nothing new writes to storage.local');
    if (each.isWoken()) throw new Error('echo: a script that was told of nothing new has still something to write');
  }
}

function judge(devices: readonly Device[], oracle: Oracle): void {
  const readings = devices.map(({ local }) => readingsOf(valuesOf(local.texts)));
  const texts = readings.map((each) => new Map([...each].map(([subject, reading]) => [subject, textOf(reading)])));
  for (const each of texts) expectEqual('devices differ', texts[0]!, each);
  for (const { sync } of devices) expectEqual('sync areas differ', devices[0]!.sync.area.texts, sync.area.texts);
  expectNoLeftovers([...devices[0]!.sync.area.texts.keys()]);
  devices.forEach(expectPlaces);
  for (const subject of oracle.subjects()) expectKept(oracle, subject, readings[0]!.get(subject));
}

function expectEqual(failure: string, a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): void {
  const different = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
  if (different.length > 0) throw new Error(`${failure}: ${different.map((key) => `${key} is ${a.get(key)} and ${b.get(key)}`).join('; ')}`);
}

/** An item that was split (`m2610.0`, `m2610.1`) is no more. */
function expectNoLeftovers(keys: readonly string[]): void {
  const isSplit = (key: string) => keys.some((other) => other !== key && other.startsWith(key.includes('.') ? key : `${key}.`));
  const left = keys.filter(isSplit);
  if (left.length > 0) throw new Error(`left over: ${left.join(', ')} among ${keys.join(', ')}`);
}

/** A star that came from elsewhere has a place in the list of papers, too. */
function expectPlaces({ local, decided }: Device): void {
  for (const [subject, { fields }] of readingsOf(valuesOf(local.texts))) {
    const id = subject.replace('mark:', '') as PaperId;
    if (!fields['starred'] || decided.has(id) || local.texts.has(`paper:${id}`)) continue;
    throw new Error(`lost: ${subject} is starred, and the list of papers does not have it`);
  }
}

const NOTHING: Reading['fields'] = { starred: false, hidden: false, read: false, live: false, value: true };

/** What there is in the end is what the reader wanted last; any of the last changes that did not know of each other will do. */
function expectKept(oracle: Oracle, subject: string, reading: Reading | undefined): void {
  const last = oracle.last(subject).map((change) => change.reading.fields);
  const names = Object.keys(reading?.fields ?? last[0]!);
  for (const name of names) {
    const value = reading ? reading.fields[name] : NOTHING[name];
    // A hide gives way to a concurrent star, so that its last word is that of the whole mark.
    const words = name === 'starred' ? oracle.last(subject, name).map((change) => change.reading.fields) : last;
    if (words.length === 0 || words.some((fields) => fields[name] === value)) continue;
    throw new Error(`lost: ${subject} is ${textOf(reading)} in the end, and the last changes were ${last.map((fields) => JSON.stringify(fields)).join(' and ')}`);
  }
}

import type { PaperId } from '../../../../src/domain/paper';
import { writeMuch } from './bulk';
import { chance, drained } from './chance';
import { device, type Device, type EngineMaker, type Surroundings } from './device';
import { oracle, type Oracle } from './oracle';
import { changeKeyword, changeSetting } from './preference-steps';
import { server } from './server';
import { settle } from './settle';
import { isAmong, type History, type Step } from './steps';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 10, 2);

// Three of one month, its neighbour, and two far away, one of them from when numbers had four digits.
const PAPERS = ['2610.00001', '2610.00002', '2610.12345', '2611.00001', '2402.00007', '1402.0001'] as readonly string[] as readonly PaperId[];

const CHANGES = { star: { starred: true }, unstar: { starred: false }, hide: { hidden: true }, unhide: { hidden: false }, read: { read: true }, unread: { read: false } } as const;

/** All of the reader's browsers, and what the reader did there. */
export interface World {
  /** Those that still take part. */
  devices(): readonly Device[];
  readonly oracle: Oracle;
  take(step: Step): Promise<void>;
  pass(minutes: number): void;
}

export function world({ flavours, signedIn, seed }: Omit<History, 'steps'>, makeEngine: EngineMaker): World {
  let now = START;
  let keywords = 0;
  const known = oracle();
  const surroundings: Surroundings = { server: server(), oracle: known, makeEngine, now: () => now, random: chance(seed) };
  const all = flavours.map((flavour) => device(flavour, surroundings));
  all.filter((_, i) => signedIn[i]).forEach(({ sync }) => sync.signIn());
  const newKeyword = () => `k${(keywords += 1)}`;
  const gone = new Set<Device>();
  const started: Promise<void>[] = [];
  const pass = (minutes: number) => void (now += minutes * MINUTE);

  const leave = async (its: Device) => {
    // Two keep the others company.
    if (all.length - gone.size < 3) return;
    await settle([its], pass);
    gone.add(its);
  };

  const act = (its: Device, step: Step): Promise<void> | void => {
    switch (step.do) {
      case 'star':
      case 'unstar':
      case 'hide':
      case 'unhide':
      case 'read':
      case 'unread':
        return its.decide(step.tab, PAPERS[step.paper % PAPERS.length]!, CHANGES[step.do]);
      case 'add':
      case 'edit':
      case 'switch':
      case 'remove':
        return changeKeyword(its, step.do, step.keyword, newKeyword);
      case 'bulk':
        return writeMuch(its, known, step.part, newKeyword);
      case 'set':
        return changeSetting(its, step.setting, step.on);
      case 'round':
        return its.round({ calls: step.calls, after: step.after, meanwhile: () => step.meanwhile?.forEach((each) => started.push(Promise.resolve(act(its, each)))) }, step.mayWrite);
      case 'download':
        return its.sync.download((key) => isAmong(step.keys, key), step.age);
      case 'upload':
        return its.sync.upload((key) => isAmong(step.keys, key));
      case 'exchange':
        return void its.sync.exchange();
      case 'crash':
        its.kill();
        return its.sync.lose();
      case 'sign-in':
        return its.sync.signIn();
      case 'sign-out':
        return its.sync.signOut();
      case 'restart':
        return its.kill();
      case 'exhaust':
        return its.sync.limits.exhaust();
      case 'leave':
        return leave(its);
      case 'reopen':
        return its.reopen(step.tab);
      case 'refuse':
        return its.sync.limits.refuse(step.why, step.times);
      case 'jump':
        return its.jump(step.days * DAY);
      case 'pass':
        return pass(step.minutes);
    }
  };

  return {
    devices: () => all.filter((each) => !gone.has(each)),
    oracle: known,
    async take(step) {
      const its = all[step.at % all.length]!;
      if (!gone.has(its)) await act(its, step);
      await Promise.all(started.splice(0));
      await drained();
      pass(1 / 60);
    },
    pass,
  };
}

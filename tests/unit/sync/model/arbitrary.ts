import fc from 'fast-check';
import type { Flavour } from './held-area';
import { ALL_KEYS, type History, type Step } from './steps';

/** What may happen beside the reader's decisions, rounds of the background script and exchanges with the server. */
export type Trouble = 'kills' | 'sign-in' | 'offline' | 'refusals' | 'clocks' | 'departures' | 'preferences' | 'bulk';

/**
 * All but departures: a script that is ended right after it has written over what came in the middle of its round has lost
 * it, and so the device that sent it has to come back.
 */
export const MOST_TROUBLES: readonly Trouble[] = ['kills', 'sign-in', 'refusals', 'clocks', 'preferences'];

const at = fc.nat(3);
const tab = fc.nat(1);
const paper = fc.nat(5);
// A round of a script that has just been started makes up to 45 calls, a later one about 10.
const call = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 45 }));
const keys = fc.integer({ min: 1, max: ALL_KEYS });

const decision = fc.record({ do: fc.constantFrom('star', 'star', 'unstar', 'hide', 'unhide', 'read', 'unread'), at, tab, paper }) as fc.Arbitrary<Step>;
const setting = fc.record({ do: fc.constant('set'), at, setting: fc.nat(2), on: fc.boolean() });
const keyword = fc.record({ do: fc.constantFrom('add', 'add', 'edit', 'switch', 'remove'), at, keyword: fc.nat(5) });
const preference = fc.oneof(setting, keyword, keyword, keyword) as fc.Arbitrary<Step>;
const exchange: fc.Arbitrary<Step> = fc.record({ do: fc.constant('exchange'), at });
const download: fc.Arbitrary<Step> = fc.record({ do: fc.constant('download'), at, keys, age: fc.constantFrom(0, 0, 1, 2) });
const upload: fc.Arbitrary<Step> = fc.record({ do: fc.constant('upload'), at, keys });
const message = fc.oneof(exchange, exchange, download, upload);
const reopen: fc.Arbitrary<Step> = fc.record({ do: fc.constant('reopen'), at, tab });

/** A round, with what else happens on the device in the middle of it, or one that is ended. */
function round(own: fc.Arbitrary<Step>, isEnded: boolean): fc.Arbitrary<Step> {
  const whole = fc.record({ do: fc.constant('round' as const), at });
  const look = fc.record({ do: fc.constant('round' as const), at, mayWrite: fc.constant(false) });
  const meanwhile = fc.array(fc.oneof(own, message), { minLength: 1, maxLength: 2 });
  const busy = fc.record({ do: fc.constant('round' as const), at, after: call, meanwhile });
  const ended = fc.tuple(fc.oneof(whole, busy, look), call).map(([step, calls]) => ({ ...step, calls }));
  return isEnded ? fc.oneof(whole, busy, ended, ended) : fc.oneof(whole, whole, busy, busy, look);
}

const TROUBLES: Readonly<Record<Exclude<Trouble, 'preferences' | 'offline'>, fc.Arbitrary<Step>>> = {
  kills: fc.record({ do: fc.constantFrom('restart', 'crash'), at }),
  'sign-in': fc.record({ do: fc.constantFrom('sign-in', 'sign-in', 'sign-out'), at }),
  refusals: fc.oneof(
    fc.record({ do: fc.constant('refuse' as const), at, why: fc.constantFrom('rate' as const, 'failure' as const), times: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant('exhaust' as const), at }),
  ),
  clocks: fc.oneof(
    fc.record({ do: fc.constant('jump' as const), at, days: fc.integer({ min: -4000, max: 4000 }) }),
    fc.record({ do: fc.constant('pass' as const), at, minutes: fc.integer({ min: 1, max: 100_000 }) }),
  ),
  // What the one that left has sent comes while another is about to write.
  departures: fc.oneof(
    fc.record({ do: fc.constant('leave' as const), at }),
    fc.record({ do: fc.constant('round' as const), at, after: fc.integer({ min: 3, max: 24 }), meanwhile: fc.tuple(exchange) }),
  ),
  bulk: fc.record({ do: fc.constant('bulk'), at, part: fc.nat(3) }),
};

/** Histories of 2 to 4 devices. */
export function histories(...troubles: readonly Trouble[]): fc.Arbitrary<History> {
  const own = troubles.includes('preferences') ? fc.oneof(decision, preference) : decision;
  const step = fc.oneof(
    { weight: 8, arbitrary: own },
    { weight: 6, arbitrary: round(own, troubles.includes('kills')) },
    // Months without the others: nearly everything happens between two messages.
    { weight: troubles.includes('offline') ? 1 : 6, arbitrary: message },
    { weight: 1, arbitrary: reopen },
    ...troubles.filter((each) => each in TROUBLES).map((each) => ({ weight: each === 'departures' ? 8 : 2, arbitrary: TROUBLES[each as keyof typeof TROUBLES] })),
  );
  return fc.integer({ min: 2, max: 4 }).chain((devices) => {
    const each = { minLength: devices, maxLength: devices };
    return fc.record({
      flavours: fc.array(fc.constantFrom<Flavour>('chromium', 'firefox'), each),
      signedIn: fc.array(troubles.includes('sign-in') ? fc.boolean() : fc.constant(true), each),
      seed: fc.nat(0xffff),
      steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
    });
  });
}

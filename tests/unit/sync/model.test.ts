import { describe, expect, it } from 'vitest';
import { MOST_TROUBLES } from './model/arbitrary';
import { check } from './model/check';
import { plainEngine, type Fault } from './model/plain-engine';

const NOTICED: readonly (readonly [fault: Fault, failure: RegExp])[] = [
  ['takes what arrives for the truth', /devices differ|lost/],
  ['writes over what arrived', /devices differ: mark/],
  ['sends nothing back', /devices differ: mark/],
  ['sends again what is there', /echo|ping-pong/],
  ['takes a missing item for a removal', /devices differ|lost/],
  ['empties the journal first', /devices differ|lost/],
  ['trusts the clock', /ping-pong/],
  ['forgets what it was told while it did not run', /devices differ|lost/],
  ['keeps its own on equal versions', /ping-pong|devices differ/],
  ['lists no star from elsewhere', /lost: .* the list of papers does not have it/],
  ['lets a removed keyword rise', /lost: keyword/],
  ['takes the list of keywords as one', /lost: keyword/],
  ['takes the settings as one', /lost: (topic|enabled)/],
];

describe('the model of both browsers’ sync', () => {
  it('has nothing against a plain engine without a fault', async () => check(plainEngine(), 500, MOST_TROUBLES), 60_000);

  it.each(NOTICED)('notices an engine that %s', async (fault, failure) => {
    await expect(check(plainEngine(fault), 500, MOST_TROUBLES, false)).rejects.toThrow(failure);
  });
});

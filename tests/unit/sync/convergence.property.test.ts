import { describe, it } from 'vitest';
import { createSyncEngine } from '../../../src/sync/engine';
import { MOST_TROUBLES, type Trouble } from './model/arbitrary';
import { check } from './model/check';

// 10,290 histories in all, of 2 to 4 devices with either browser.
const SCENARIOS: readonly (readonly [name: string, runs: number, troubles: readonly Trouble[]])[] = [
  ['after messages that are late, old, partial or lost on the way', 1250, []],
  ['when the background script is ended between any two of its calls, and browsers crash', 2000, ['kills']],
  ['when devices sign in late, from zero or with all they have, and sign out', 1500, ['sign-in']],
  ['after months without a message', 1000, ['offline']],
  ['when the browser refuses to write', 750, ['refusals']],
  ['when clocks jump by years', 500, ['clocks']],
  ['when a device leaves for good after it has sent all', 2000, ['departures']],
  ['on keywords and settings, too', 500, ['preferences']],
  ['when months and lists of keywords are more than an item may hold', 40, ['bulk']],
  ['with all but departures at once', 750, MOST_TROUBLES],
];

describe('all devices agree, and what the reader wanted last is there', () => {
  it.each(SCENARIOS)('%s', async (_name, runs, troubles) => check(createSyncEngine, runs, troubles), 120_000);
});

import { drained } from './chance';
import type { Device } from './device';

const MOST_CYCLES = 12;

/**
 * Devices are online, nothing refuses them any more, and they exchange all they have, again and again, until no browser has
 * anything to send and no script was told of anything. Gives how often it took.
 */
export async function settle(devices: readonly Device[], pass: (minutes: number) => void): Promise<number> {
  for (const { sync } of devices) {
    sync.signIn();
    sync.limits.relent();
  }
  for (let cycle = 1; cycle <= MOST_CYCLES; cycle += 1) {
    pass(10);
    let isQuiet = true;
    for (const each of devices) {
      if (each.sync.exchange()) isQuiet = false;
      await drained();
      if (!each.isWoken()) continue;
      isQuiet = false;
      await each.round();
      await drained();
      each.sync.exchange();
    }
    await drained();
    if (isQuiet) return cycle;
  }
  throw new Error(`ping-pong: after ${MOST_CYCLES} exchanges of all devices there is still something to send`);
}

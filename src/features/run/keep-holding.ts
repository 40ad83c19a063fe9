import { holdOn } from '../../site/places';

/** Half of what the style sheet gives a held card: it has to be asked for again in time. */
const AGAIN_MS = 150;

/** Without any progress for so long: a reader would rather see a card too many than none. */
const LIMIT_MS = 3000;

/**
 * The style sheet shows what is held after 300 ms, should our script have died. While it is alive and waits for a slow
 * storage or a busy page, it asks for more time, frame by frame.
 * @returns `wake` to be called whenever something is held, and at any progress
 */
export function keepHolding(signal: AbortSignal): { wake(): void } {
  let awake = false;
  let end = 0;
  let again = 0;
  const look = (now: number) => {
    if (signal.aborted) return;
    if (now >= again) {
      again = now + AGAIN_MS;
      awake = now < end && holdOn();
    }
    if (awake) requestAnimationFrame(look);
  };
  return {
    wake() {
      end = performance.now() + LIMIT_MS;
      if (awake) return;
      awake = true;
      again = performance.now() + AGAIN_MS;
      requestAnimationFrame(look);
    },
  };
}

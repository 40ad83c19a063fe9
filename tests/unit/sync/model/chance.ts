/** Gives numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lets everything that can go on without the outside do so; what waits for a killed script is left behind. */
export function drained(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

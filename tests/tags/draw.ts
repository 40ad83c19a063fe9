/**
 * Draws the papers to label: `tsx tests/tags/draw.ts test|dev [from] [to]` prints id, title and abstract of each.
 *
 * Method: the papers are sorted by id, shuffled by Fisher-Yates with mulberry32 from SEED, then cut: the first
 * TEST_SIZE are the test set (labels-100.jsonl), the next DEV_SIZE the development set (labels-dev.jsonl).
 * The seed was fixed before anything was drawn; one draw, never repeated.
 */
import { readTexts, textsPath } from './texts';

const SEED = 20260331;
const TEST_SIZE = 100;
const DEV_SIZE = 90;

/** mulberry32: numbers in [0, 1), the same for the same seed on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

const texts = readTexts();
if (texts === undefined) throw new Error(`The texts to draw from are not at ${textsPath}.`);

const [set = 'test', from = '0', to = '1000'] = process.argv.slice(2);
const byId = [...texts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
const drawn = shuffle(byId, seededRandom(SEED));
const chosen = set === 'dev' ? drawn.slice(TEST_SIZE, TEST_SIZE + DEV_SIZE) : drawn.slice(0, TEST_SIZE);
for (const paper of chosen.slice(Number(from), Number(to))) {
  console.log(`${paper.id}\t${paper.title}\n${paper.abstract ?? ''}\n`);
}

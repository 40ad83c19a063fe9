import type { Feature } from '../../../src/features/parts/feature';
import type { MatchCounts } from '../../../src/features/keyword-highlights';
import { liveItem } from '../../../src/features/parts/live';
import { digestFeatures } from '../../../src/features/page-features';
import { runFeatures, type Preferences, type Run } from '../../../src/features/run/run';
import { markStore } from '../../../src/storage/marks';
import { keywordsItem, settingsItem } from '../../../src/storage/preferences';
import { slowArea } from '../storage/slow-area';

export interface RunSetup {
  readonly area?: ReturnType<typeof slowArea>;
  /** All features of the product when left out. */
  readonly features?: readonly Feature[];
  readonly preferences?: Promise<Preferences>;
  readonly isAlive?: () => boolean;
}

/** Runs features on jsdom's document as the content script does. */
export function startRun({ area = slowArea(), features, preferences, isAlive = () => true }: RunSetup = {}) {
  const life = new AbortController();
  const { signal } = life;
  const marks = markStore(area, signal);
  const counts: MatchCounts = new Map();
  const known = preferences ?? readPreferences(area, signal);
  const product = digestFeatures({ document, area, marks, counts, keywords: () => run.page?.keywords.value ?? [], isAlive }, signal);
  const run: Run = runFeatures({ document, marks, preferences: known, features: features ?? product.features, onSettled: () => undefined, isAlive }, signal);
  const { lens, folds, arrangement, sight } = product;
  return { area, marks, counts, lens, folds, arrangement, sight, run, stop: () => life.abort() };
}

async function readPreferences(area: ReturnType<typeof slowArea>, signal: AbortSignal): Promise<Preferences> {
  const [settings, keywords] = await Promise.all([liveItem(settingsItem(area), signal), liveItem(keywordsItem(area), signal)]);
  return { settings, keywords };
}

/** A feature that notes what it is called for: `card 2609.10001`, `gone`, `settled`. */
export function recorder(name = 'recorder') {
  const calls: string[] = [];
  const feature: Feature = {
    name,
    start: () => ({
      card: ({ id }) => void calls.push(`card ${id}`),
      gone: () => void calls.push('gone'),
      settled: () => void calls.push('settled'),
    }),
  };
  return { feature, calls, cards: () => calls.filter((call) => call.startsWith('card')) };
}

/** Waits for so many frames to be painted. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

import type { Options, Size } from '../options';
import { METHODS, type MethodEntry, OURS } from './methods';
import { DENSITIES, type Density } from './terms';

/** One method at one size. */
export interface Cell extends Size {
  readonly density: Density;
  readonly method: MethodEntry;
  /** How often it is run. */
  readonly runs: number;
}

/** The sizes that the targets name. */
export const MAIN: readonly Size[] = [24, 100, 1000].map((cards) => ({ cards, keywords: 500 }));

const OTHER_KEYWORDS = [10, 100];
const RUNS = { main: 15, other: 5 };
const QUICK_RUNS = { main: 5, other: 0 };

/** All cells that are measured, those of one size together. */
export function cellsOf({ quick, sizes, methods, runs }: Options): Cell[] {
  const counts = quick ? QUICK_RUNS : RUNS;
  const chosen = METHODS.filter(({ name }) => !methods || name === OURS || methods.includes(name));
  const cellsAt = (size: Size, density: Density, of: readonly MethodEntry[], count: number) =>
    of.map((method): Cell => ({ ...size, density, method, runs: Math.min(count, method.most?.(size) ?? Infinity) }));
  if (sizes) return sizes.flatMap((size) => cellsAt(size, 'dense', chosen, runs ?? counts.main));
  const close = chosen.filter(({ isClose }) => isClose);
  const main = MAIN.flatMap((size) => cellsAt(size, 'dense', chosen, runs ?? counts.main));
  const others = DENSITIES.flatMap((density) =>
    MAIN.flatMap(({ cards }) => (density === 'dense' ? OTHER_KEYWORDS : [...OTHER_KEYWORDS, 500]).flatMap((keywords) => cellsAt({ cards, keywords }, density, close, counts.other))));
  return [...main, ...(runs === undefined ? others : [])];
}

import { CASES } from '../../unit/matching/cases';
import type { Result } from '../part';
import { median, medianRatio } from '../statistics';
import { digits, type Table } from '../table';
import type { Times } from './in-page';
import type { Measured } from './measure';
import { OURS } from './methods';

/** Tables and figures of what was measured; `right` is how many matching cases each method gets right. */
export function report(measured: readonly Measured[], right: ReadonlyMap<string, number>): Result {
  const sizes = groupBySize(measured);
  const tables = [...sizes.values()].map((cells) => tableOf(cells, right));
  const figures = Object.fromEntries([...sizes].flatMap(([size, cells]) => figuresOf(size, cells)));
  return {
    tables,
    notes: [
      'Milliseconds, medians; "x ours" is the median of the ratios of runs that stand beside each other.',
      'Total = making all of the keywords that is needed + script + forced layout, each run in a new browser context, once its page is painted.',
      `Right: of our ${CASES.length} matching cases, keyword syntax among them, each method as set up here. mark.js without "accuracy" finds parts of words.`,
    ],
    figures: { ...figures, ...scaling(measured), 'matching cases': CASES.length, 'cases right': right.get(OURS) ?? 0 },
    runs: measured.map(({ method, density, cards, keywords, times }) => ({ method: method.name, density, cards, keywords, times })),
  };
}

/** Node 20 has no Map.groupBy. */
function groupBySize(measured: readonly Measured[]): Map<string, Measured[]> {
  const sizes = new Map<string, Measured[]>();
  for (const cell of measured) sizes.set(sizeOf(cell), [...(sizes.get(sizeOf(cell)) ?? []), cell]);
  return sizes;
}

const sizeOf = ({ density, cards, keywords }: Measured): string => `${density} ${cards}x${keywords}`;

const values = (cell: Measured | undefined, key: keyof Times): (number | undefined)[] => cell?.times.map((times) => times?.[key]) ?? [];

function middle(cell: Measured, key: keyof Times): number | undefined {
  const known = values(cell, key).filter((value) => value !== undefined);
  return known.length === 0 ? undefined : median(known);
}

function tableOf(cells: readonly Measured[], right: ReadonlyMap<string, number>): Table {
  const [{ cards, keywords, density }] = cells as [Measured];
  const ours = cells.find(({ method }) => method.name === OURS);
  return {
    title: `Highlighting: ${cards} cards, ${keywords} keywords, ${density}`,
    head: ['method', 'total', 'x ours', 'build', 'first screen', 'layout', 'nodes added', 'matches', 'right', 'runs'],
    rows: cells.map((cell) => [
      cell.method.label,
      digits(middle(cell, 'total')),
      digits(medianRatio(values(cell, 'total'), values(ours, 'total'))),
      ...(['build', 'screen', 'layout'] as const).map((key) => digits(middle(cell, key))),
      ...(['nodes', 'matches'] as const).map((key) => middle(cell, key)?.toFixed(0) ?? ''),
      cell.method.isFloor ? '' : `${right.get(cell.method.name)} of ${CASES.length}`,
      String(cell.runs),
    ]),
  };
}

/** How often ours fits into each method, under its name alone for 24 cards and 500 dense keywords, which the targets speak of. */
function figuresOf(size: string, cells: readonly Measured[]): [string, number][] {
  const ours = cells.find(({ method }) => method.name === OURS);
  const suffix = size === 'dense 24x500' ? '' : ` ${size}`;
  const figures = cells.flatMap((cell): [string, number | undefined][] =>
    cell === ours
      ? (['total', 'screen', 'layout', 'nodes'] as const).map((key) => [`${OURS} ${key}${suffix}`, middle(cell, key)])
      : [[cell.method.name + suffix, medianRatio(values(cell, 'total'), values(ours, 'total'))]]);
  return figures.filter((each): each is [string, number] => each[1] !== undefined);
}

/** What ten times the cards and fifty times the keywords cost ours. */
function scaling(measured: readonly Measured[]): Record<string, number> {
  const ours = (cards: number, keywords: number) =>
    values(measured.find((cell) => cell.method.name === OURS && cell.density === 'dense' && cell.cards === cards && cell.keywords === keywords), 'total');
  const factors = {
    '1000 cards to 100': medianRatio(ours(1000, 500), ours(100, 500)),
    ...Object.fromEntries([24, 100, 1000].map((cards) => [`500 keywords to 10 at ${cards}`, medianRatio(ours(cards, 500), ours(cards, 10))])),
  };
  return Object.fromEntries(Object.entries(factors).filter((each): each is [string, number] => each[1] !== undefined));
}

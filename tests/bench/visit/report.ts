import type { Result } from '../part';
import { median, medianRatio } from '../statistics';
import { digits, type Table } from '../table';
import type { PlainVisit } from './plain-visit';
import type { TracedVisit } from './traced-visit';

export interface TracedRuns {
  readonly cards: number;
  readonly marks: number;
  readonly visits: readonly TracedVisit[];
}

const ROWS: readonly (readonly [key: keyof PlainVisit, label: string])[] = [
  ['mounted', "ms from first byte until the page's own script has mounted its cards"],
  ['layouts', 'layouts'],
  ['styles', 'style calculations'],
  ['shift', 'layout shift'],
  ['heap', 'heap, MB'],
];

/** Runs of ours, and of the one-line extension right before or after each. */
export interface Beside<Value> {
  readonly ours: readonly Value[];
  readonly oneLine: readonly Value[];
}

/** Tables and figures of visits beside the one-line extension, and of traced ones. */
export function report(starts: Beside<number>, plainVisits: Beside<PlainVisit>, traced: readonly TracedRuns[]): Result {
  const chips = plainVisits.ours.flatMap((visit) => (visit.chips === undefined ? [] : [visit.chips]));
  const compared = [
    compare('start-up: ms from first byte to DOMContentLoaded, one card', starts),
    ...ROWS.map(([key, label]) => compare(label, { ours: plainVisits.ours.map((visit) => visit[key]!), oneLine: plainVisits.oneLine.map((visit) => visit[key]!) })),
  ];
  const plain: Table = {
    title: `A visit: 100 cards, 100 keywords, 10,000 marks stored, beside a one-line extension; medians of ${plainVisits.ours.length} (start-up ${starts.ours.length})`,
    head: ['', 'one line', 'Papersift', 'added'],
    rows: [
      ...compared.map(({ label, oneLine, ours, added }) => [label, digits(oneLine), digits(ours), digits(added)]),
      ['ms from the first card to the first topic chips', '', chips.length > 0 ? digits(median(chips)) : '', ''],
    ],
  };
  const script: Table = {
    title: 'A visit: script time in ms (processor time, under the tracer), medians',
    head: ['cards, marks stored', 'ours', 'longest of one task', "share of the page's own", 'in the 0.5 s after', 'runs'],
    rows: traced.map(({ cards, marks, visits }) => [
      `${cards} cards, ${marks.toLocaleString('en-US')} marks`,
      ...(['ours', 'longest'] as const).map((key) => digits(median(visits.map((visit) => visit[key])))),
      `${(100 * shareOf(visits)).toFixed(0)} %`,
      digits(median(visits.map(({ after }) => after))),
      String(visits.length),
    ]),
  };
  const growth = marksGrowth(traced);
  return {
    tables: [plain, script],
    notes: [
      'Script until the last card is enhanced. The sample site makes each card twice, as the real one does: in its HTML, then again when its script mounts.',
      ...(growth === undefined ? [] : [`Script with 70,000 marks stored, beside that with 1,000 in the same round: ${digits(growth)} times (median of ratios).`]),
    ],
    figures: {
      ...Object.fromEntries(['start-up', ...ROWS.map(([key]) => key)].map((key, i) => [`visit ${key} added`, compared[i]!.added])),
      ...(chips.length > 0 && { 'visit chips': median(chips) }),
      ...scriptFigures(traced),
      ...(growth !== undefined && { 'visit 70000 marks to 1000': growth }),
    },
    runs: { starts, plainVisits, traced },
  };
}

function compare(label: string, { ours, oneLine }: Beside<number>) {
  return { label, ours: median(ours), oneLine: median(oneLine), added: median(ours.map((value, run) => value - oneLine[run]!)) };
}

const shareOf = (visits: readonly TracedVisit[]): number => medianRatio(visits.map(({ ours }) => ours), visits.map(({ page }) => page)) ?? NaN;

function scriptFigures(traced: readonly TracedRuns[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { cards, marks, visits } of traced) {
    const name = `visit ${cards} cards ${marks} marks`;
    figures[`${name} script`] = median(visits.map(({ ours }) => ours));
    figures[`${name} longest`] = median(visits.map(({ longest }) => longest));
  }
  return figures;
}

/** How many times the script of a visit with 1,000 marks fits into that with 70,000. */
function marksGrowth(traced: readonly TracedRuns[]): number | undefined {
  const scriptsWith = (count: number) => traced.find(({ cards, marks }) => cards === 100 && marks === count)?.visits.map(({ ours }) => ours);
  const [few, many] = [scriptsWith(1000), scriptsWith(70_000)];
  return few && many && medianRatio(many, few);
}

import { parseArgs } from 'node:util';
import { METHODS } from './highlight/methods';
import { type Limit, toLimits } from './limits';

export const PARTS = ['highlight', 'visit', 'change', 'weight'] as const;
export type PartName = (typeof PARTS)[number];

export interface Size {
  readonly cards: number;
  readonly keywords: number;
}

export interface Options {
  readonly parts: readonly PartName[];
  /** Fewer runs and only the sizes that the targets name. */
  readonly quick: boolean;
  readonly markdown: boolean;
  /** A CPU profile of each visit beside the results. */
  readonly profile: boolean;
  readonly limits: readonly Limit[];
  /** What to highlight, when not all of it. */
  readonly sizes: readonly Size[] | undefined;
  readonly methods: readonly string[] | undefined;
  readonly runs: number | undefined;
}

export const USAGE = `npm run bench -- [${PARTS.join('] [')}] [options]
  --quick               fewer runs, and the sizes alone that the targets name
  --markdown            tables as Markdown
  --at-least NAME=X     fail when the figure of that name is below X; may be given again
  --at-most NAME=X      fail when it is above X; may be given again
  --profile             visit: write CPU profiles beside the results
  --sizes 24x500,…      highlight: these sizes alone (cards x keywords)
  --methods NAME,…      highlight: these methods alone, beside ours
  --runs N              highlight: so many runs of each`;

/** Reads the command line. Throws an error that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      'at-least': { type: 'string', multiple: true, default: [] },
      'at-most': { type: 'string', multiple: true, default: [] },
      sizes: { type: 'string' },
      methods: { type: 'string' },
      runs: { type: 'string' },
    },
  });
  const named = positionals.map((name) => PARTS.find((part) => part === name) ?? fail(`There is no part "${name}".`));
  return {
    parts: named.length > 0 ? named : PARTS,
    quick: values.quick,
    markdown: values.markdown,
    profile: values.profile,
    limits: [...toLimits('at-least', values['at-least']), ...toLimits('at-most', values['at-most'])],
    sizes: values.sizes?.split(',').map(toSize),
    methods: values.methods?.split(',').map(toMethod),
    runs: values.runs === undefined ? undefined : toRuns(values.runs),
  };
}

function toMethod(text: string): string {
  return METHODS.some(({ name }) => name === text) ? text : fail(`There is no method "${text}": ${METHODS.map(({ name }) => name).join(', ')}.`);
}

function toRuns(text: string): number {
  return /^[1-9]\d*$/.test(text) ? Number(text) : fail(`--runs is a number, not "${text}".`);
}

function toSize(text: string): Size {
  const [, cards, keywords] = /^(\d+)x(\d+)$/.exec(text) ?? fail(`A size is CARDSxKEYWORDS, not "${text}".`);
  return { cards: Number(cards), keywords: Number(keywords) };
}

function fail(message: string): never {
  throw new Error(message);
}

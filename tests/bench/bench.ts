/** `npm run bench`: how fast it is, beside others. Says how it is called when called wrongly. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { change } from './change/change';
import { highlight } from './highlight/highlight';
import { visit } from './visit/visit';
import { weight } from './weight/weight';
import { brokenLimits } from './limits';
import { describeRun } from './machine';
import { type Options, type PartName, readOptions, USAGE } from './options';
import type { Part, Result } from './part';
import { RESULTS } from './results';
import { markdownTable, textTable } from './table';

const RUN: Readonly<Partial<Record<PartName, Part>>> = { highlight, visit, change, weight };

function read(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function print({ tables, notes }: Result, markdown: boolean): void {
  for (const table of tables) console.log(`${markdown ? markdownTable(table) : textTable(table)}\n`);
  for (const note of notes) console.log(markdown ? `- ${note}` : note);
  console.log();
}

const options = read();
const where = describeRun();
console.log(`${where}\n`);
const results: Partial<Record<PartName, Result>> = {};
for (const name of options.parts) {
  const part = RUN[name];
  if (!part) continue;
  const result = await part(options);
  results[name] = result;
  print(result, options.markdown);
}
mkdirSync(RESULTS, { recursive: true });
const file = join(RESULTS, 'bench.json');
writeFileSync(file, `${JSON.stringify({ where, options, results }, null, 1)}\n`);
console.log(`All runs: ${file}`);

const broken = brokenLimits(options.limits, Object.assign({}, ...Object.values(results).map(({ figures }) => figures)) as Record<string, number>);
for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;

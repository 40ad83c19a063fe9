import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { browserProgram } from './browsers';
import { PROJECT } from './extension-build';

/** Programs of the installed packages, each started by this Node: no shell and no wrapper in between. */
const PROGRAMS = {
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  vitest: 'vitest/vitest.mjs',
  tsx: 'tsx/dist/cli.mjs',
  webExt: 'web-ext/bin/web-ext.js',
} as const;

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  run(): Promise<Counts>;
  /** Steps without which this one says nothing. */
  readonly needs?: readonly string[];
}

interface Result extends Counts {
  readonly name: string;
  readonly seconds: number;
  readonly note: string;
}

/** What is used of vitest's JSON report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
}

const ONE_PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
// Enough to tell what was expected, received, and where.
const ERROR_LINES = 12;
/** Told again at the end: the beginning of a long output is what gets cut off. */
const failures: string[] = [];
const reports = mkdtempSync(join(tmpdir(), 'papersift-test-'));

const STEPS: readonly Step[] = [
  { name: 'types', run: () => program('tsc', ['--noEmit']) },
  { name: 'lint', run: () => program('oxlint', ['--deny-warnings']) },
  { name: 'unit tests', run: () => tests('unit') },
  { name: 'builds', run: () => program('tsx', ['tests/tools/build.ts']) },
  {
    name: 'web-ext lint',
    needs: ['builds'],
    run: () => program('webExt', ['lint', '--source-dir', 'dist/firefox', '--warnings-as-errors', '--no-config-discovery']),
  },
  { name: 'browsers', run: browsers },
  { name: 'browser tests', needs: ['builds', 'browsers'], run: () => tests('browser') },
];

// web-ext asks the network for a newer version of itself.
const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };

function run(name: keyof typeof PROGRAMS, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, 'node_modules', PROGRAMS[name]), ...args], { cwd: PROJECT, stdio: 'inherit', env });
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}

async function program(name: keyof typeof PROGRAMS, args: readonly string[]): Promise<Counts> {
  return (await run(name, args)) === 0 ? ONE_PASSED : ONE_FAILED;
}

/** The projects of vitest.config.ts whose names begin so, counted by a report of their own. */
async function tests(project: 'unit' | 'browser'): Promise<Counts> {
  const file = join(reports, `${project}.json`);
  const reporters = ['default', 'json', './tests/tools/hang-reporter.ts'].map((reporter) => `--reporter=${reporter}`);
  const code = await run('vitest', ['run', '--project', `${project}*`, ...reporters, `--outputFile.json=${file}`]);
  if (!existsSync(file)) throw new Error(`The ${project} tests have not come to their end.`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const { passed, failed, skipped } = countTests(report);
  failures.push(...failuresIn(report));
  // A file that cannot be loaded, or an error outside of all tests, fails no test.
  if (code !== 0 && failed === 0) return { passed, failed: 1, skipped };
  if (passed + failed === 0) throw new Error(`No ${project} test has run.`);
  return { passed, failed, skipped };
}

function countTests({ numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests }: Report): Counts {
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}

/** Each failed test by name with the beginning of its error, and files that could not be loaded. */
function failuresIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const path = relative(PROJECT, name);
    const unloaded = assertionResults.length === 0 && message !== '' ? [describeFailure(path, message)] : [];
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    return [...unloaded, ...failed.map(({ fullName, failureMessages }) => describeFailure(`${path} > ${fullName}`, failureMessages.join('\n')))];
  });
}

function describeFailure(title: string, error: string): string {
  return [title, ...error.split('\n').slice(0, ERROR_LINES).map((line) => `    ${line}`)].join('\n');
}

/** Says where they are, and installs what is missing. */
async function browsers(): Promise<Counts> {
  for (const name of ['chromium', 'firefox'] as const) console.log(`${name}: ${browserProgram(name)}`);
  return ONE_PASSED;
}

async function runStep({ name, run: work }: Step): Promise<Result> {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const finish = (result: Counts, note = '') => ({ name, ...result, note, seconds: (performance.now() - start) / 1000 });
  try {
    return finish(await work());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    return finish(ONE_FAILED, message);
  }
}

async function runAll(): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of STEPS) {
    const missing = results.find(({ name, failed }) => failed > 0 && step.needs?.includes(name));
    if (missing) results.push({ name: step.name, ...ONE_FAILED, seconds: 0, note: `not run: ${missing.name} failed` });
    else results.push(await runStep(step));
  }
  return results;
}

function table(results: readonly Result[]): string {
  const rows = results.map(({ name, seconds, passed, failed, skipped, note }) =>
    [name.padEnd(14), `${seconds.toFixed(1)} s`.padStart(8), summary({ passed, failed, skipped }), note].join('  ').trimEnd(),
  );
  return rows.join('\n');
}

function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

try {
  const results = await runAll();
  const sum = (key: keyof Counts) => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${table(results)}\n\n${summary(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
} finally {
  rmSync(reports, { recursive: true, force: true });
}

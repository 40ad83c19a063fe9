import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export type BrowserName = 'chromium' | 'firefox';

interface Source {
  /** Environment variable that names the program. */
  readonly variable: string;
  /** Names in PATH. Branded Chrome is none of them: since version 137 it refuses --load-extension. */
  readonly programs: readonly string[];
  /** The program behind a wrapper script, where a package puts it. */
  readonly behindWrapper: readonly string[];
  readonly debianPackages: readonly string[];
}

const SOURCES: Readonly<Record<BrowserName, Source>> = {
  chromium: {
    variable: 'PAPERSIFT_CHROMIUM',
    programs: ['chromium', 'chromium-browser', 'chrome-for-testing'],
    // Debian's script adds a --load-extension of its own, which takes ours away.
    behindWrapper: ['/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser'],
    debianPackages: ['chromium'],
  },
  firefox: {
    variable: 'PAPERSIFT_FIREFOX',
    programs: ['firefox-esr', 'firefox'],
    behindWrapper: [],
    // Ubuntu has no firefox-esr.
    debianPackages: ['firefox-esr', 'firefox'],
  },
};

/**
 * The program of a browser, installed first where there is none.
 * @throws an error that says what to do when it cannot be found nor installed
 */
export function browserProgram(name: BrowserName): string {
  const found = findBrowser(name);
  if (found) return found;
  console.log(`No ${name} found: installing it.`);
  install(name);
  const installed = findBrowser(name);
  if (installed) return installed;
  throw new Error(`No ${name} here and it could not be installed. Install it and put it in PATH, or name its program in ${SOURCES[name].variable}.`);
}

function findBrowser(name: BrowserName): string | undefined {
  const { variable, programs, behindWrapper } = SOURCES[name];
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  const inPath = programs.map(inPathOnly).find((path) => path !== undefined);
  if (inPath) return (isScript(inPath) && behindWrapper.find((path) => existsSync(path))) || inPath;
  const own = name === 'chromium' ? chromium.executablePath() : '';
  return own && existsSync(own) ? own : undefined;
}

function inPathOnly(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const file = folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  return file && realpathSync(file);
}

function isScript(path: string): boolean {
  return readFileSync(path).subarray(0, 2).toString() === '#!';
}

function install(name: BrowserName): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    const options = ['install', '-y', '-qq', '--no-install-recommends'];
    for (const debianPackage of SOURCES[name].debianPackages) {
      if (run('apt-get', [...options, debianPackage])) return;
    }
  }
  if (name === 'chromium') run('npx', ['playwright-core', 'install', '--with-deps', 'chromium']);
}

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig, version as viteVersion } from 'vite';
import { VERSION as svelteVersion } from 'svelte/compiler';
import type { renderIsland } from './app/ssr';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const APP = join(HERE, 'app');
const CACHE = join(HERE, '../../node_modules/.cache/papersift-site');

export interface BuiltSite {
  readonly clientCode: string;
  readonly renderIsland: typeof renderIsland;
}

let built: Promise<BuiltSite> | undefined;

/** The site's components, compiled for browser and server. Built once for each state of the sources, then read from a cache. */
export function buildSite(): Promise<BuiltSite> {
  built ??= load();
  return built;
}

async function load(): Promise<BuiltSite> {
  const folder = join(CACHE, await sourceHash());
  if (!(await exists(folder))) await buildInto(folder);
  const server = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'ssr.js')).href)) as { renderIsland: typeof renderIsland };
  return { clientCode: await readFile(join(folder, 'client.js'), 'utf8'), renderIsland: server.renderIsland };
}

/** Two processes may build at once: each has a folder of its own, and the first to finish gives it its name. */
async function buildInto(folder: string): Promise<void> {
  const own = join(CACHE, `building-${process.pid}-${Date.now()}`);
  await mkdir(own, { recursive: true });
  try {
    await inProduction(async () => {
      await build(configFor('client', own));
      await build(configFor('ssr', own));
    });
    await rename(own, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

function configFor(entry: 'client' | 'ssr', outDir: string): InlineConfig {
  const input = join(APP, `${entry}.ts`);
  return {
    configFile: false,
    envDir: false,
    root: APP,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    plugins: [svelte({ configFile: false, emitCss: false })],
    ...(entry === 'ssr' ? { ssr: { noExternal: true as const } } : {}),
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      ...(entry === 'ssr' ? { ssr: input } : {}),
      // A slow machine is no news.
      rolldownOptions: { input, checks: { pluginTimings: false }, output: { entryFileNames: `${entry}.js` } },
    },
  };
}

// Vite and Svelte choose development code by NODE_ENV, and a test runner sets it to `test`.
async function inProduction(run: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function sourceHash(): Promise<string> {
  const sum = createHash('sha256').update(`svelte ${svelteVersion} vite ${viteVersion}`);
  const names = (await readdir(APP, { recursive: true })).filter((name) => /\.(ts|svelte)$/.test(name)).sort();
  for (const file of [...names.map((name) => join(APP, name)), fileURLToPath(import.meta.url)]) {
    sum.update(file.slice(HERE.length)).update(await readFile(file));
  }
  return sum.digest('hex').slice(0, 20);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}

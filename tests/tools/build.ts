import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, PROJECT, TARGETS } from './extension-build';

/** Editors write a file in several steps: what changes within so many milliseconds is one change. */
const REST = 80;

const { watch: keepWatching } = parseArgs({ options: { watch: { type: 'boolean', default: false } } }).values;

async function buildAll(): Promise<void> {
  for (const target of TARGETS) {
    const start = performance.now();
    await buildExtension(target);
    console.log(`dist/${target} built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

// Not Vite's own watcher: it watches one environment at a time, and knows neither the locales nor the icons.
function rebuildOnChange(): void {
  let timer: NodeJS.Timeout | undefined;
  let building = false;
  let changed = false;
  const rebuild = async () => {
    changed = true;
    if (building) return;
    building = true;
    while (changed) {
      changed = false;
      await buildAll().catch(report);
    }
    building = false;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), REST);
  };
  for (const folder of ['src', 'icons']) watch(join(PROJECT, folder), { recursive: true }, soon);
  // The folder, not the file: an editor that puts a new file in its place would end the watch.
  watch(PROJECT, (_event, name) => name === 'manifest.json' && soon());
  console.log('Watching src, icons and manifest.json. Ctrl-C ends it.');
}

function report(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  console.error('Not built. The next change is tried again.');
}

if (keepWatching) {
  await buildAll().catch(report);
  rebuildOnChange();
} else {
  await buildAll();
}

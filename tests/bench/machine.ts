import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { browserProgram } from '../tools/browsers';

/** When and where the figures were taken. */
export function describeRun(): string {
  const [cpu] = cpus();
  const browser = spawnSync(browserProgram('chromium'), ['--version', '--no-sandbox'], { encoding: 'utf8' }).stdout.trim();
  return `${new Date().toISOString().slice(0, 10)}, ${cpu?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${browser}, Node ${process.versions.node}`;
}

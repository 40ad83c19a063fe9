import { join } from 'node:path';
import { buildExtension, PROJECT } from '../../tools/extension-build';
import type { Result } from '../part';
import type { Table } from '../table';
import { allFiles, loadingsOf } from './loadings';
import { weigh, type Weight } from './weigh';

/** Content scripts of others, KB of gzip, as they were published when this was written. */
const RIVALS = [['Mark My Search', 26], ['refined-github', 80], ['PaperMemory', 125]] as const;

/** What a reader's browser loads of the production build, raw and packed, and when. */
export async function weight(): Promise<Result> {
  await buildExtension('chrome');
  const build = join(PROJECT, 'dist/chrome');
  const loadings = loadingsOf(build).map(({ name, files }) => ({ name, files, ...sum(files.map((path) => weigh(build, path))) }));
  const files = allFiles(build).filter((path) => /\.(js|css|html)$/.test(path)).map((path) => ({ path, ...weigh(build, path) }));
  const tables: Table[] = [
    {
      title: 'Weight: what is loaded when, KB',
      head: ['', 'raw', 'gzip', 'files'],
      rows: [
        ...loadings.map((each) => [each.name, ...cells(each), each.files.map((path) => path.split('/').at(-1)).join(' ')]),
        ...RIVALS.map(([name, gzip]) => [`content script of ${name}`, '', String(gzip), '']),
      ],
    },
    { title: 'Weight: files of the build, KB', head: ['file', 'raw', 'gzip'], rows: files.map((each) => [each.path, ...cells(each)]) },
  ];
  const figures = [...loadings.map(({ name, gzip }) => [`weight ${name}`, gzip / 1000] as const), ...files.map(({ path, gzip }) => [`weight ${path}`, gzip / 1000] as const)];
  return {
    tables,
    notes: ['KB are 1,000 bytes; gzip -9, each file by itself. Figures of others are given facts, not measured here.'],
    figures: Object.fromEntries(figures),
    runs: { loadings, files },
  };
}

function cells({ raw, gzip }: Weight): string[] {
  return [raw, gzip].map((bytes) => (bytes / 1000).toFixed(1));
}

function sum(weights: readonly Weight[]): Weight {
  return { raw: weights.reduce((all, { raw }) => all + raw, 0), gzip: weights.reduce((all, { gzip }) => all + gzip, 0) };
}

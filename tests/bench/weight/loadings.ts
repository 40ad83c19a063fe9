import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseAst } from 'vite';

/** What the browser loads at one occasion. */
export interface Loading {
  readonly name: string;
  /** Paths in the build. */
  readonly files: readonly string[];
}

interface ContentScript {
  readonly js?: readonly string[];
  readonly css?: readonly string[];
  readonly run_at?: string;
}

/** What a build loads on each occasion, as its manifest and its modules' own imports say; what they import later is left out. */
export function loadingsOf(build: string): Loading[] {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { content_scripts: readonly ContentScript[]; background: { service_worker: string }; action: { default_popup: string } };
  const filesOf = (isEarly: boolean) =>
    manifest.content_scripts.filter(({ run_at }) => (run_at === 'document_start') === isEarly).flatMap(({ css = [], js = [] }) => [...css, ...js]);
  const loadings = [
    { name: 'page, document_start', files: filesOf(true) },
    { name: 'page, later', files: filesOf(false) },
    { name: "popup's opening", files: pageFiles(build, manifest.action.default_popup) },
    { name: 'background', files: withImports(build, [manifest.background.service_worker]) },
  ];
  return loadings.filter(({ files }) => files.length > 0);
}

/** All files of a build. */
export function allFiles(build: string): string[] {
  const paths = readdirSync(build, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(build, path)).isFile()).toSorted();
}

function pageFiles(build: string, page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*\s(?:src|href)="([^"]+)"/g)].map(([, path]) => resolvePath(page, path!));
  return [page, ...withImports(build, named)];
}

/** The modules among `files` with all that they import at once. */
function withImports(build: string, files: readonly string[]): string[] {
  const all = new Set(files);
  for (const file of all) {
    if (file.endsWith('.js')) for (const imported of importsOf(readFileSync(join(build, file), 'utf8'))) all.add(resolvePath(file, imported));
  }
  return [...all];
}

function importsOf(code: string): string[] {
  return parseAst(code).body.flatMap((statement) => ('source' in statement && statement.source ? [statement.source.value] : []));
}

function resolvePath(from: string, path: string): string {
  return path.startsWith('/') ? path.slice(1) : normalize(join(dirname(from), path));
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

const from = (path: string) => `import { x } from '${path}';\nexport const y = x;\n`;

/** Code by file; each line breaks the rule that stands behind it. */
const FORBIDDEN: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['domain/imports-platform.ts', from('../platform/i18n'), 'no-restricted-imports'],
  ['domain/imports-site.ts', from('../site/card'), 'no-restricted-imports'],
  ['domain/deeper/imports-storage.ts', from('../../storage/marks'), 'no-restricted-imports'],
  ['domain/imports-package.ts', from('preact'), 'no-restricted-imports'],
  ['domain/names-document.ts', 'export const title = document.title;\n', 'no-restricted-globals'],
  ['platform/imports-storage.ts', from('../storage/marks'), 'no-restricted-imports'],
  ['platform/imports-features.ts', from('../features/run/run'), 'no-restricted-imports'],
  ['storage/imports-site.ts', from('../site/card'), 'no-restricted-imports'],
  ['storage/exports-ui.ts', "export { App } from '../ui/popup/app';\n", 'no-restricted-imports'],
  ['storage/imports-sync.ts', from('../sync/start'), 'no-restricted-imports'],
  ['sync/imports-features.ts', from('../features/run/run'), 'no-restricted-imports'],
  ['features/imports-sync.ts', from('../sync/start'), 'no-restricted-imports'],
  ['ui/popup/imports-sync.ts', from('../../sync/start'), 'no-restricted-imports'],
  ['site/imports-storage.ts', from('../storage/marks'), 'no-restricted-imports'],
  ['site/imports-features.ts', from('../features/run/run'), 'no-restricted-imports'],
  ['features/imports-ui.ts', from('../ui/popup/app'), 'no-restricted-imports'],
  ['features/imports-root.ts', from('../content'), 'no-restricted-imports'],
  ['features/imports-type-of-ui.ts', "import type { X } from '../ui/popup/app';\nexport type Y = X;\n", 'no-restricted-imports'],
  ['features/parts/imports-state.ts', from('../state/sight'), 'no-restricted-imports'],
  ['features/parts/imports-feature.ts', from('../star'), 'no-restricted-imports'],
  ['features/parts/imports-sync.ts', from('../../sync/start'), 'no-restricted-imports'],
  ['features/state/imports-run.ts', from('../run/run'), 'no-restricted-imports'],
  ['features/run/imports-feature.ts', from('../star'), 'no-restricted-imports'],
  ['features/triage-bar/imports-feature.ts', from('../arrange'), 'no-restricted-imports'],
  ['ui/popup/imports-site.ts', from('../../site/card'), 'no-restricted-imports'],
  ['ui/popup/parts/imports-keywords.ts', from('../keywords/hits'), 'no-restricted-imports'],
  ['ui/popup/parts/imports-site.ts', from('../../../site/card'), 'no-restricted-imports'],
  ['storage/imports-polyfill.ts', from('webextension-polyfill'), 'no-restricted-imports'],
  ['ui/imports-polyfill.ts', from('webextension-polyfill'), 'no-restricted-imports'],
  ['imports-polyfill.ts', from('webextension-polyfill'), 'no-restricted-imports'],
  ['platform/imports-polyfill.ts', from('webextension-polyfill'), 'no-restricted-imports'],
  ['features/names-registry.ts', 'export const registry = CSS.highlights;\n', 'no-restricted-properties'],
  ['features/names-highlight.ts', 'export const highlight = new Highlight();\n', 'no-restricted-globals'],
  ['platform/names-registry.ts', 'export const registry = CSS.highlights;\n', 'no-restricted-properties'],
  ['site/sets-markup.ts', "export const set = (to: Element) => (to.innerHTML = '<b>');\n", 'no-restricted-properties'],
  ['ui/sets-markup.tsx', "export const Set = () => <b dangerouslySetInnerHTML={{ __html: '<i>' }} />;\n", 'no-danger'],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['domain/matching/imports-domain.ts', from('../keyword')],
  ['platform/imports-domain.ts', from('../domain/paper')],
  ['platform/browser.ts', "import type { Browser } from 'webextension-polyfill';\nexport type Api = Browser;\n"],
  ['platform/highlights.ts', 'export const paint = () => CSS.highlights.set("a", new Highlight());\n'],
  ['storage/imports-down.ts', from('../platform/storage-area') + "export { z } from '../domain/mark';\n"],
  ['sync/imports-down.ts', from('../storage/marks') + "export { z } from '../platform/storage-area';\n"],
  ['site/imports-down.ts', from('../domain/paper')],
  ['features/imports-down.ts', from('../site/card') + "export { z } from '../storage/marks';\n"],
  ['features/parts/imports-down.ts', from('./element') + "export { z } from '../../site/card';\n"],
  ['features/triage-bar/imports-down.ts', from('../state/sight') + "export { z } from '../parts/element';\n"],
  ['ui/popup/imports-down.ts', from('../../storage/marks') + "export { z } from '../../domain/paper';\n"],
  ['imports-down.ts', from('./features/run/run') + "export { z } from './site/places';\n"],
];

let folder: string;
/** Rules broken, by file below src. */
let broken: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'papersift-zones-'));
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, code] of [...FORBIDDEN, ...ALLOWED]) {
    const path = join(folder, 'src', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  broken = lint(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(cwd: string): Map<string, string[]> {
  const program = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json', 'src'], { cwd, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`);
  const report = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  const rules = new Map<string, string[]>();
  for (const { filename, code } of report.diagnostics) {
    const file = filename.replace(/^.*?src\//, '');
    rules.set(file, [...(rules.get(file) ?? []), code]);
  }
  return rules;
}

describe('imports go down only', () => {
  it.each(FORBIDDEN)('%s is refused', (file, _code, rule) => {
    expect(broken.get(file)?.join()).toContain(`(${rule})`);
  });

  it.each(ALLOWED)('%s is let through', (file) => {
    expect(broken.get(file)).toBeUndefined();
  });
});

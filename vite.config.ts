import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const BROWSERS = ['chrome', 'firefox'] as const;
type Target = (typeof BROWSERS)[number];
/** Environments, each built by itself. */
const PARTS: readonly string[] = ['client', 'background', 'content'];

function toTarget(mode: string): Target {
  const target = BROWSERS.find((name) => name === mode);
  if (!target) throw new Error(`vite --mode is chrome or firefox, not "${mode}"`);
  return target;
}

/** The one source manifest without the keys of the other browser, which each browser's linter complains about. */
function manifestFor(target: Target): string {
  const manifest = JSON.parse(readFileSync(resolve(root, 'manifest.json'), 'utf8')) as Record<string, any>;
  if (target === 'firefox') {
    delete manifest['minimum_chrome_version'];
    delete manifest['background'].service_worker;
  } else {
    delete manifest['browser_specific_settings'];
    delete manifest['background'].scripts;
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Each visit loads and parses what is left. */
function withoutComments(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '\n');
}

/** Emits what no module imports: the manifest, and the content script's CSS as a file for the manifest to name. */
function extensionFiles(target: Target): Plugin {
  const features = resolve(root, 'src/features');
  // What all parts share comes first; each feature's own stands beside its code.
  const sheets = () => {
    const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
    const byName = files.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1));
    return [resolve(root, 'src/content.css'), ...byName.map((file) => resolve(features, file))];
  };
  return {
    name: 'papersift:extension-files',
    applyToEnvironment: (environment) => environment.name === 'content',
    buildStart() {
      for (const sheet of sheets()) this.addWatchFile(sheet);
      this.addWatchFile(resolve(root, 'manifest.json'));
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: manifestFor(target) });
      this.emitFile({ type: 'asset', fileName: 'content.css', source: sheets().map((sheet) => withoutComments(readFileSync(sheet, 'utf8'))).join('') });
    },
  };
}

/**
 * Preact without `dangerouslySetInnerHTML`, which nothing here uses: an assignment to innerHTML is what the stores' linters
 * and reviewers look for. Can go when Preact has a build without it.
 */
function withoutMarkup(): Plugin {
  const assignment = /\(\w+\.innerHTML=\w+\.__html\)/;
  return {
    name: 'papersift:without-markup',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        if (!assignment.test(code)) this.error('This version of Preact sets innerHTML in a way that is not known here.');
        return { code: code.replace(assignment, '0'), map: null };
      },
    },
  };
}

/**
 * The polyfill is 10 KB of script for what both browsers have by themselves under Manifest V3. Neither each visit of the site nor
 * each start of the background script nor each opening of the popup is to pay for it.
 */
function withoutPolyfill(): Plugin {
  return {
    name: 'papersift:without-polyfill',
    enforce: 'pre',
    resolveId: { filter: { id: /^webextension-polyfill$/ }, handler: () => resolve(root, 'src/platform/native-browser.ts') },
  };
}

/** What is loaded later comes from the extension's own folder and brings no style sheet: nothing of it need be fetched ahead. */
function withoutPreload(): Plugin {
  return {
    name: 'papersift:without-preload',
    enforce: 'pre',
    load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load();' },
  };
}

export default defineConfig(({ mode }) => {
  const target = toTarget(mode);
  const outDir = resolve(root, 'dist', target);
  const build = { outDir, emptyOutDir: false, target: 'es2024', modulePreload: false, minify: true } as const;
  // Constants stay constants, which the minifier puts where they are used.
  const output = { entryFileNames: '[name].js', topLevelVar: false } as const;
  return {
    root: resolve(root, 'src'),
    base: './',
    publicDir: false,
    plugins: [extensionFiles(target), withoutMarkup(), withoutPolyfill(), withoutPreload()],
    environments: {
      // Pages: ES modules that share chunks.
      client: {
        build: {
          ...build,
          rolldownOptions: {
            input: { popup: resolve(root, 'src/ui/popup/index.html') },
            output: { ...output, chunkFileNames: 'chunks/[name].js', assetFileNames: 'assets/[name][extname]' },
          },
        },
      },
      // By itself: of modules shared with a page it would load what only the page uses, too.
      background: {
        consumer: 'client',
        build: {
          ...build,
          rolldownOptions: {
            input: { background: resolve(root, 'src/background.ts') },
            output,
          },
        },
      },
      // A content script cannot import: one file.
      content: {
        consumer: 'client',
        build: {
          ...build,
          rolldownOptions: {
            input: { content: resolve(root, 'src/content.ts') },
            output: { ...output, format: 'iife' },
          },
        },
      },
    },
    builder: {
      async buildApp(builder) {
        rmSync(outDir, { recursive: true, force: true });
        for (const environment of Object.values(builder.environments)) {
          if (PARTS.includes(environment.name)) await builder.build(environment);
        }
        cpSync(resolve(root, 'src/_locales'), resolve(outDir, '_locales'), { recursive: true });
        cpSync(resolve(root, 'icons'), resolve(outDir, 'icons'), {
          recursive: true,
          filter: (file) => !file.endsWith('.svg'),
        });
      },
    },
  };
});

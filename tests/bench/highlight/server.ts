import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'vite';
import { HIGHLIGHT } from './ranges';
import type { PaperText } from './texts';

export interface BenchServer {
  readonly origin: string;
  close(): void;
}

// Cross-origin isolation: without it the browser rounds its clock to a tenth of a millisecond.
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** Serves `/N`, a page of N cards, and each of the modules of this folder as one script. */
export async function serve(methods: readonly string[], papers: readonly PaperText[]): Promise<BenchServer> {
  const scripts = await bundle(methods);
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url.slice(1));
    const type = script === undefined ? 'text/html' : 'text/javascript';
    response.writeHead(200, { ...ISOLATED, 'content-type': `${type}; charset=utf-8` });
    response.end(script ?? page(papers.slice(0, Number(url.slice(1)))));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** Each method by itself: none may warm up what another uses. */
async function bundle(methods: readonly string[]): Promise<Map<string, string>> {
  const entries = [['in-page', 'in-page.ts'], ...methods.map((name) => [name, `methods/${name}.ts`])] as const;
  const built = await Promise.all(entries.map(async ([name, file]) => [`${name}.js`, await bundleOne(resolve(import.meta.dirname, file))] as const));
  return new Map(built);
}

async function bundleOne(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2024', minify: true, lib: { entry, formats: ['es'], fileName: 'entry' } },
  });
  const [{ output }] = result as unknown as [{ output: readonly [{ code: string }] }];
  return output[0].code;
}

function page(papers: readonly PaperText[]): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>Cards</title>
<link rel="icon" href="data:,">
<style>
  body { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; font: 16px/1.4 sans-serif }
  ::highlight(${HIGHLIGHT}), ::highlight(papersift-yellow) { background: yellow }
</style>
${papers.map(card).join('\n')}
<script type="module" src="/in-page.js"></script>`;
}

function card({ id, title, abstract }: PaperText): string {
  return `<article class="card" id="${id}"><h3><a href="/papers/${id}">${escapeHtml(title)}</a></h3><p>${escapeHtml(abstract)}</p></article>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

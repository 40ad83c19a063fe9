import { createHash } from 'node:crypto';
import type { IslandName } from './app/islands';
import type { Site } from './app/site';
import { CLIENT_PATH, STYLE_PATH } from './assets';

// Like the host, before anything is painted: the cookie decides, else the system's preference.
const THEME_SCRIPT = `const theme = /theme=(\\w+)/.exec(document.cookie)?.[1];
document.documentElement.classList.toggle('dark', theme === 'dark' || ((!theme || theme === 'system') && matchMedia('(prefers-color-scheme: dark)').matches));`;

// Like the host: the islands are mounted when this has come, and DOMContentLoaded does not wait for it.
const MOUNT_SCRIPT = `import(${JSON.stringify(CLIENT_PATH)});`;

export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' ${[THEME_SCRIPT, MOUNT_SCRIPT].map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`).join(' ')}`,
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

export interface Island {
  readonly name: IslandName;
  /** Text of `data-props`; without it the attribute is absent. */
  readonly props?: string;
  readonly html: string;
}

export interface DocumentParts {
  readonly title: string;
  readonly before: readonly Island[];
  readonly main: readonly Island[];
  readonly footer: readonly Island[];
}

/** A whole page. */
export function documentOf({ title, before, main, footer }: DocumentParts, site: Site): string {
  const { c } = site;
  return `<!doctype html>
<html lang="en" class="">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width, initial-scale=1.0">
		<meta name="sample-today" content="${site.today}">
		<title>${escapeHtml(title)}</title>
		<link rel="icon" href="/favicon.png">
		<link rel="stylesheet" href="${escapeHtml(site.href(STYLE_PATH))}">
		<script>${THEME_SCRIPT}</script>
	</head>
	<body class="${c('page DailyPapersPage')}">
		<div class="${c('page-column')}">${before.map(island).join(' ')} <main class="${c('page-main')}">${main.map(island).join(' ')}</main> <footer class="${c('page-footer')}">${footer.map(island).join(' ')} <a href="/terms-of-service">TOS</a> <a href="/privacy">Privacy</a> <a href="/docs">Docs</a></footer></div>
		<script>${MOUNT_SCRIPT}</script>
	</body>
</html>
`;
}

function island({ name, props, html }: Island): string {
  const attribute = props === undefined ? '' : ` data-props="${escapeHtml(props)}"`;
  return `<div class="SVELTE_HYDRATER contents" data-target="${name}"${attribute}>${html}</div>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

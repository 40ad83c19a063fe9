import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DRIFT_SUFFIX } from './app/site';
import { readSwitches } from './app/switches';
import { buildSite } from './build';
import { paperById } from './papers';
import { avatar, thumbnail } from './pictures';

export const CLIENT_PATH = '/front/build/sample/index.js';
export const STYLE_PATH = '/front/build/sample/style.css';
const STYLES = fileURLToPath(new URL('styles', import.meta.url));

export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
}

/** The script, style sheet or picture at this address, or undefined when there is none. */
export async function assetAt(address: URL, today: string): Promise<Asset | undefined> {
  const path = address.pathname;
  if (path === CLIENT_PATH) return { type: 'text/javascript; charset=utf-8', body: (await buildSite()).clientCode };
  if (path === STYLE_PATH) return { type: 'text/css; charset=utf-8', body: await styleSheet(readSwitches(address.searchParams).drift) };
  return pictureAt(path, today);
}

function pictureAt(path: string, today: string): Asset | undefined {
  const somebody = path === '/favicon.png' || path === '/front/assets/papers-by.png' ? 'akhaliq' : /^\/avatars\/([^/]+)\.png$/.exec(path)?.[1];
  if (somebody !== undefined) return { type: 'image/png', body: avatar(somebody) };
  const id = /^\/social-thumbnails\/papers\/([^/]+)\.svg$/.exec(path)?.[1];
  const listed = id === undefined ? undefined : paperById(id, today);
  return listed && { type: 'image/svg+xml', body: thumbnail(listed.paper) };
}

async function styleSheet(drift: boolean): Promise<string> {
  const files = (await readdir(STYLES)).filter((name) => name.endsWith('.css')).sort();
  const sheets = await Promise.all(files.map((name) => readFile(join(STYLES, name), 'utf8')));
  const css = sheets.join('\n');
  if (!drift) return css;
  // Every class is renamed but those that do not come from a component: `dark` on html, and the islands' own.
  return css.replace(/\.((?:[a-zA-Z_-]|\\.)(?:[\w-]|\\.)*)/g, (selector, name: string) =>
    name === 'dark' || name === 'SVELTE_HYDRATER' ? selector : selector + DRIFT_SUFFIX);
}

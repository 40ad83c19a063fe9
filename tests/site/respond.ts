import { createSite, type Site } from './app/site';
import { viewOf } from './app/view';
import { answerApi } from './api';
import { assetAt } from './assets';
import { CONTENT_SECURITY_POLICY } from './document';
import { listingPage, paperPage } from './pages';

export interface SiteRequest {
  /** Full address, `https://huggingface.co/papers`. */
  readonly url: string;
  readonly method: string;
  readonly headers?: Record<string, string>;
}

export interface SiteResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}

export interface SiteOptions {
  /** The day that counts as today, `YYYY-MM-DD`; the real one by default. */
  readonly today?: string;
}

/** The sample site's answer to any request. Depends on the request and on `today` alone. Throws only when the site cannot be built. */
export async function respond(request: SiteRequest, options: SiteOptions = {}): Promise<SiteResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method Not Allowed');
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const address = new URL(request.url);
  const site = createSite(address, today);

  const asset = await assetAt(address, today);
  if (asset) return answer(200, asset.type, asset.body);
  const json = answerApi(site);
  if (json) return answer(json.status, 'application/json; charset=utf-8', JSON.stringify(json.body));
  return page(site);
}

async function page(site: Site): Promise<SiteResponse> {
  const { address, today, switches } = site;
  if (address.pathname === '/') return redirect(site.href('/papers'));
  const oldDate = address.pathname === '/papers' && switches.layout === '2026' && address.searchParams.get('date');
  if (oldDate) return redirect(site.href(`/papers/date/${encodeURIComponent(oldDate)}`));

  const view = viewOf(address, today);
  if (view) return html(await listingPage(view, site), site);
  const id = /^\/papers\/([^/]+)$/.exec(address.pathname)?.[1];
  const body = id && (await paperPage(id, site));
  return body ? html(body, site) : plain(404, 'Not Found');
}

function html(body: string, { switches }: Site): SiteResponse {
  const policy: Record<string, string> = switches.csp ? { 'content-security-policy': CONTENT_SECURITY_POLICY } : {};
  return answer(200, 'text/html; charset=utf-8', body, policy);
}

function answer(status: number, type: string, body: string | Buffer, more: Record<string, string> = {}): SiteResponse {
  // Not `no-store`, which would keep pages out of the back/forward cache.
  return { status, headers: { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', ...more }, body };
}

const plain = (status: number, body: string): SiteResponse => answer(status, 'text/plain; charset=utf-8', body);

const redirect = (location: string): SiteResponse => answer(302, 'text/plain; charset=utf-8', '', { location });

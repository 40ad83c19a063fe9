import { toPaperId, type PaperId } from '../domain/paper';

const SITE = 'https://huggingface.co';
const SITE_HOSTS: ReadonlySet<string> = new Set(['huggingface.co', 'www.huggingface.co', 'hf.co']);

/** Where a link of a card leads. Paper links carry the id, whatever their query or hash. */
export type LinkTarget =
  | { readonly kind: 'paper' | 'comments' | 'upvote'; readonly id: PaperId }
  | { readonly kind: 'profile'; readonly name: string }
  | { readonly kind: 'period' }
  | { readonly kind: 'github' | 'external'; readonly url: string }
  | { readonly kind: 'other' };

const OTHER: LinkTarget = { kind: 'other' };
const PERIOD: LinkTarget = { kind: 'period' };
// What nearly every link of a card is: parsing five thousand of them as URLs is what a long page would feel.
const PLAIN_PAPER_HREF = /^\/papers\/(\d{4}\.\d{4,5})(#community)?$/;
const PLAIN_UPVOTE_HREF = /^\/login\?next=%2Fpapers%2F(\d{4}\.\d{4,5})$/;
const PAPER_PATH = /^\/papers\/([^/?#]+)\/?$/;

function parseUrl(text: string, base: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

// An address that parsing leaves as it is: names of letters, no dot segments, nothing escaped. Each entry of the data has a few.
const PLAIN_URL = /^https:\/\/(?!.*xn--)(?:[a-z][a-z\d-]*\.)+[a-z]{2,}\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?$/;

/** `text` as an absolute http or https address, else undefined (`javascript:` and `data:` never come through). */
export function httpUrl(text: string, base = SITE): string | undefined {
  if (PLAIN_URL.test(text)) return text;
  const url = parseUrl(text, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/** The base that addresses below `node` are relative to: the site's own where the document has none (DOMParser). */
export function baseOf(node: Node): string {
  return node.baseURI.startsWith('http') ? node.baseURI : SITE;
}

/** The paper that `link` leads to, with or without `#community`, on this site only. */
export function paperIdOf(link: Element): PaperId | undefined {
  const target = linkTarget(link);
  return target.kind === 'paper' || target.kind === 'comments' ? target.id : undefined;
}

/** The paper that `link` has to do with, be it to upvote it. */
export function linkedPaper(link: Element): PaperId | undefined {
  const target = linkTarget(link);
  return 'id' in target ? target.id : undefined;
}

/** The last part of a `/papers/…` address that is no arXiv id (and no page of its own), else undefined. */
export function unknownPaperOf(link: Element): string | undefined {
  const url = parseUrl(link.getAttribute('href') ?? '', baseOf(link));
  const name = url && isSite(url, link) ? PAPER_PATH.exec(url.pathname)?.[1] : undefined;
  if (!name || toPaperId(name) || /^(?:trending|submit|date|week|month)$/.test(name)) return undefined;
  return name;
}

/** What `link` leads to. Never throws, whatever its href. */
export function linkTarget(link: Element): LinkTarget {
  const href = link.getAttribute('href');
  if (!href) return OTHER;
  const plain = PLAIN_PAPER_HREF.exec(href);
  const id = plain?.[1] && toPaperId(plain[1]);
  if (id) return { kind: plain[2] ? 'comments' : 'paper', id };
  const voted = PLAIN_UPVOTE_HREF.exec(href)?.[1];
  const votedId = voted && toPaperId(voted);
  if (votedId) return { kind: 'upvote', id: votedId };
  const url = parseUrl(href, baseOf(link));
  if (!url || !/^https?:$/.test(url.protocol)) return OTHER;
  return isSite(url, link) ? siteTarget(url) : outsideTarget(url);
}

function isSite(url: URL, link: Element): boolean {
  return SITE_HOSTS.has(url.hostname) || url.host === parseUrl(baseOf(link), SITE)?.host;
}

function siteTarget(url: URL): LinkTarget {
  const paper = paperIdOfPath(url.pathname);
  if (paper) return { kind: url.hash === '#community' ? 'comments' : 'paper', id: paper };
  if (/^\/papers\/(?:date|week|month)\//.test(url.pathname) || url.searchParams.has('date')) return PERIOD;
  if (url.pathname === '/login') {
    const next = paperIdOfPath(url.searchParams.get('next') ?? '');
    return next ? { kind: 'upvote', id: next } : OTHER;
  }
  const name = /^\/([\w.-]+)$/.exec(url.pathname)?.[1];
  return name ? { kind: 'profile', name } : OTHER;
}

function outsideTarget(url: URL): LinkTarget {
  if (!/^(?:www\.)?github\.com$/.test(url.hostname)) return { kind: 'external', url: url.href };
  const repo = /^\/[\w.-]+\/[\w.-]+/.exec(url.pathname)?.[0];
  return repo ? { kind: 'github', url: `https://github.com${repo}` } : OTHER;
}

function paperIdOfPath(path: string): PaperId | undefined {
  const name = PAPER_PATH.exec(path)?.[1];
  return name === undefined ? undefined : toPaperId(name);
}

import { mount } from 'svelte';
import { islandNamed } from './islands';
import { createSite, type Site, siteContext } from './site';

/** For tests, from the page's own world: how a host page can change its cards under an extension. */
interface SampleSite {
  /** Every card node is made anew. */
  rerender(): void;
  /** The same nodes in reverse order. */
  reorder(): void;
  /** Each node gets the next paper. */
  reuse(): void;
}

declare global {
  interface Window {
    sampleSite?: SampleSite;
  }
}

async function start(): Promise<void> {
  const today = document.querySelector<HTMLMetaElement>('meta[name="sample-today"]')?.content ?? '';
  const site = createSite(new URL(location.href), today);
  if (site.switches.remount > 0) await new Promise((done) => setTimeout(done, site.switches.remount));
  for (const island of document.querySelectorAll<HTMLElement>('.SVELTE_HYDRATER')) await mountIsland(island, site);
}

async function mountIsland(island: HTMLElement, site: Site): Promise<void> {
  const name = island.dataset['target'] ?? '';
  const props = await propsOf(island, site);
  // Like the host, and unlike hydration: what the server sent, and whatever was inserted into it, is lost.
  island.replaceChildren();
  const mounted = mount(islandNamed(name), { target: island, props, context: siteContext(site) });
  if (name !== 'DailyPapers' && name !== 'PaperContent') return;
  window.sampleSite = mounted as unknown as SampleSite;
  performance.mark('mounted');
}

/** Where a switch has spoilt `data-props`, the page itself has to know better: it asks the server. */
async function propsOf(island: HTMLElement, site: Site): Promise<Record<string, unknown>> {
  const isSpoilt = ['DailyPapers', 'PaperContent'].includes(island.dataset['target'] ?? '');
  if (!isSpoilt || site.switches.props === 'ok') return JSON.parse(island.dataset['props'] ?? '{}');
  const { pathname, search } = site.address;
  const response = await fetch(`/api/sample/props?page=${encodeURIComponent(pathname + search)}`);
  return (await response.json()) as Record<string, unknown>;
}

void start();

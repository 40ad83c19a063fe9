import type { IslandName } from './app/islands';
import type { Site } from './app/site';
import type { View } from './app/view';
import { buildSite } from './build';
import { documentOf, type Island } from './document';
import { digestProps, paperProps, staleProps } from './props';

/** HTML of a listing in any view. */
export async function listingPage(view: View, site: Site): Promise<string> {
  const props = digestProps(view, site);
  const { html } = await island('DailyPapers', props, site);
  const title = view.kind === 'trending' ? 'Trending Papers' : 'Daily Papers';
  return pageOf(title, [await island('DailyPapersBannerSubscribe', { isLoggedIn: false }, site), { name: 'DailyPapers', html, ...spoilt(props, staleProps(props, site), site) }], site);
}

/** HTML of a paper's own page, or undefined when there is no such paper. */
export async function paperPage(id: string, site: Site): Promise<string | undefined> {
  const props = paperProps(id, site);
  if (!props) return undefined;
  return pageOf(`Paper page - ${props.paper.title}`, [{ ...(await island('PaperContent', props, site)), ...spoilt(props, paperProps(props.related[0]!.id, site) ?? props, site) }], site);
}

async function pageOf(title: string, main: readonly Island[], site: Site): Promise<string> {
  const before = [await island('SystemThemeMonitor', { isLoggedIn: false }, site), await island('MainHeader', { isWide: false }, site)];
  const footer = [await island('ThemeSwitcher', { isLoggedIn: false }, site)];
  return documentOf({ title: `${title} - Sample Site`, before, main, footer }, site);
}

async function island(name: IslandName, props: object, site: Site): Promise<Island> {
  const { renderIsland } = await buildSite();
  const html = renderIsland({ island: name, props, address: site.address.href, today: site.today });
  return { name, props: JSON.stringify(props), html };
}

/** `data-props` in the state that the page's switch asks for; what is shown is right in every state. */
function spoilt(props: object, stale: object, site: Site): { props?: string } {
  const state = site.switches.props;
  if (state === 'missing') return {};
  if (state === 'stale') return { props: JSON.stringify(stale) };
  const json = JSON.stringify(props);
  return { props: state === 'broken' ? json.slice(0, Math.floor(json.length / 2)) : json };
}

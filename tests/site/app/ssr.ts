import { render } from 'svelte/server';
import { type IslandName, islandNamed } from './islands';
import { createSite, siteContext } from './site';

export interface RenderRequest {
  readonly island: IslandName;
  readonly props: object;
  /** Full address of the page that is rendered. */
  readonly address: string;
  readonly today: string;
}

/** The server's HTML of one island, without its container. */
export function renderIsland({ island, props, address, today }: RenderRequest): string {
  const context = siteContext(createSite(new URL(address), today));
  return render(islandNamed(island), { props: { ...props }, context }).body;
}

import { getContext } from 'svelte';
import type { Day } from './dates';
import { carrySwitches, readSwitches, type Switches } from './switches';

/** What every component may ask for: the page's address, its switches, and the day that counts as today. */
export interface Site {
  readonly address: URL;
  readonly today: Day;
  readonly switches: Switches;
  /** A path inside the site, with the switches of this page added. */
  readonly href: (path: string) => string;
  /** Class names as this page spells them: the drift switch renames all of them. */
  readonly c: (names: string) => string;
}

const CONTEXT = 'sample-site';
export const DRIFT_SUFFIX = '-k7';

export function createSite(address: URL, today: Day): Site {
  const switches = readSwitches(address.searchParams);
  return {
    address,
    today,
    switches,
    href: (path) => carrySwitches(path, address.searchParams),
    c: switches.drift ? drifted : (names) => names,
  };
}

export const siteContext = (site: Site): Map<string, unknown> => new Map([[CONTEXT, site]]);

export const useSite = (): Site => getContext<Site>(CONTEXT);

function drifted(names: string): string {
  return names.split(' ').map((name) => name + DRIFT_SUFFIX).join(' ');
}

import type { Browser } from 'webextension-polyfill';

interface Namespaces {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

/**
 * The extension API: with promises it is `browser` in Firefox and, under Manifest V3, `chrome` in Chromium, so that nothing
 * has to be put between. Where there is no such API, an element of the host page with that id stands under the name: it has
 * no `runtime.id`.
 */
export const browser: Browser = apiIn(globalThis as Namespaces);

function apiIn({ browser: named, chrome }: Namespaces): Browser {
  // Without an extension there is no API at all (unit tests): what uses it then fails by itself.
  return (named?.runtime?.id === undefined ? chrome : named)!;
}

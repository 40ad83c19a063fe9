import type { Browser } from 'webextension-polyfill';

interface Namespaces {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

/**
 * The extension API as the browser gives it, in place of the polyfill where each byte counts: with promises it is `browser` in
 * Firefox and, under Manifest V3, `chrome` in Chromium. Where there is no such API, an element of the host page with that id
 * stands under the name, with others that it holds as its members: none of them is a function of ours.
 */
export default apiIn(globalThis as Namespaces);

function apiIn({ browser, chrome }: Namespaces): Browser {
  return (typeof browser?.runtime?.getURL === 'function' ? browser : chrome)!;
}

// The one file that imports the polyfill: it has reached its end (browsers ship `browser` now) and goes some day. The build
// puts `native-browser.ts` in its place.
import browser from 'webextension-polyfill';

export { browser };

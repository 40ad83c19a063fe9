// The one file that imports the polyfill: it has reached its end (browsers ship `browser` now) and goes some day.
import browser from 'webextension-polyfill';

export { browser };

import { alarm } from './platform/alarm';
import { runAtBrowserStart } from './platform/browser-start';
import { exclusiveArea } from './platform/exclusive-area';
import { t, tCount } from './platform/i18n';
import { onPopupsClosed } from './platform/popup-port';
import { localArea, syncArea } from './platform/storage-area';
import { setBadge, setTitle } from './platform/toolbar';
import { applyKeywordRequests } from './storage/apply-keyword-requests';
import { draftKeywordItem, settingsItem } from './storage/preferences';
import { startSync } from './sync/start';

// The browser ends this worker when it is idle and starts it again for an event: listeners are set at once, state is read
// from storage each time, and nothing is kept in between that could not be found again.
const local = exclusiveArea(localArea);
const settings = settingsItem(localArea);
const forever = new AbortController().signal;

function showSwitch(enabled: boolean): void {
  void setBadge(enabled ? '' : t('badge_off'));
}

function showStars(stars: number): void {
  void setTitle(stars > 0 ? tCount('toolbar_starred', stars) : t('toolbar_title'));
}

function meetRequests(keys: readonly string[]): void {
  // What cannot be written now is tried again when this script starts again.
  applyKeywordRequests(local, keys).catch((error: unknown) => console.warn('Papersift could not change the keywords as a page has asked:', error));
}

runAtBrowserStart();

settings.onChanged(({ enabled }) => showSwitch(enabled), forever);
void settings.get().then(({ enabled }) => showSwitch(enabled));

localArea.onChanged((changes) => meetRequests([...changes].filter(([, value]) => value !== undefined).map(([key]) => key)), forever);
void localArea.keys().then(meetRequests);

// A popup cannot do it itself: Chromium drops what it writes while it closes.
onPopupsClosed(() => void draftKeywordItem(localArea).set(undefined));

startSync({ local, sync: syncArea, alarm: alarm('sync'), onStars: showStars }, forever);

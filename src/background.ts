import { localDay } from './domain/local-day';
import { alarm } from './platform/alarm';
import { runAtBrowserStart } from './platform/browser-start';
import { exclusiveArea } from './platform/exclusive-area';
import { t, tCount } from './platform/i18n';
import { onPopupsClosed } from './platform/popup-port';
import { localArea, syncArea } from './platform/storage-area';
import { setBadge, setTitle } from './platform/toolbar';
import { applyKeywordRequests } from './storage/apply-keyword-requests';
import { digestStatusItem } from './storage/digest-status';
import { dropOldHits } from './storage/keyword-hits';
import { draftKeywordItem, settingsItem } from './storage/preferences';
import { startSync } from './sync/start';

// The browser ends this worker when it is idle and starts it again for an event: listeners are set at once, state is read
// from storage each time, and nothing is kept in between that could not be found again.
const local = exclusiveArea(localArea);
const settings = settingsItem(localArea);
const forever = new AbortController().signal;

const digest = digestStatusItem(localArea);
const MOST_SHOWN = 99;
let stars = 0;

async function showToolbar(): Promise<void> {
  const [{ enabled, badge }, status] = await Promise.all([settings.get(), digest.get()]);
  const matches = enabled && badge !== false && status ? status.matchesLeft : 0;
  const count = matches > MOST_SHOWN ? `${MOST_SHOWN}+` : matches > 0 ? String(matches) : '';
  await setBadge(enabled ? count : t('badge_off'));
  if (!enabled) return setTitle(t('toolbar_off'));
  if (matches > 0) return setTitle(tCount('toolbar_matches', matches));
  await setTitle(stars > 0 ? tCount('toolbar_starred', stars) : t('toolbar_title'));
}

function showStars(count: number): void {
  stars = count;
  void showToolbar();
}

function meetRequests(keys: readonly string[]): void {
  // What cannot be written now is tried again when this script starts again.
  applyKeywordRequests(local, keys).catch((error: unknown) => console.warn('Papersift could not change the keywords as a page has asked:', error));
}

runAtBrowserStart();

settings.onChanged(() => void showToolbar(), forever);
digest.onChanged(() => void showToolbar(), forever);
void showToolbar();

localArea.onChanged((changes) => meetRequests([...changes].filter(([, value]) => value !== undefined).map(([key]) => key)), forever);
void localArea.keys().then((keys) => {
  meetRequests(keys);
  return dropOldHits(localArea, keys, localDay(new Date()));
});

// A popup cannot do it itself: Chromium drops what it writes while it closes.
onPopupsClosed(() => void draftKeywordItem(localArea).set(undefined));

startSync({ local, sync: syncArea, alarm: alarm('sync'), onStars: showStars }, forever);

import { t } from './platform/i18n';
import { localArea } from './platform/storage-area';
import { onPopupsClosed } from './platform/popup-port';
import { setBadge } from './platform/toolbar';
import { draftKeywordItem, settingsItem } from './storage/preferences';

// The browser ends this worker when it is idle and starts it again for an event: listeners are set at once, state is read
// from storage each time, and nothing is kept in between.
const settings = settingsItem(localArea);
const forever = new AbortController().signal;

function showSwitch(enabled: boolean): void {
  void setBadge(enabled ? '' : t('badge_off'));
}

settings.onChanged(({ enabled }) => showSwitch(enabled), forever);
void settings.get().then(({ enabled }) => showSwitch(enabled));

// A popup cannot do it itself: Chromium drops what it writes while it closes.
onPopupsClosed(() => void draftKeywordItem(localArea).set(undefined));

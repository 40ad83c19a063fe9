import { render } from 'preact';
import { exclusiveArea } from '../../platform/exclusive-area';
import { isTab } from '../../platform/extension-page';
import { t } from '../../platform/i18n';
import { pageMemory } from '../../platform/page-memory';
import { announcePopup } from '../../platform/popup-port';
import { localArea } from '../../platform/storage-area';
import { App } from './app';
import { errorText } from './parts/error-text';
import { loadPopup } from './load';
import { followTheme, showRememberedTheme } from './theme';

const root = document.getElementById('app')!;
// The popup's life is the page's: nothing aborts it.
const { signal } = new AbortController();

// Before anything is waited for: the popup is shown once this script has run so far.
const themeMemory = pageMemory('theme');
showRememberedTheme(themeMemory);
announcePopup();
// In a function: where modules themselves wait, the bundler leaves what they share with later parts in files of its own.
void open();

async function open(): Promise<void> {
  const inTab = await isTab();
  document.documentElement.classList.toggle('tab', inTab);
  try {
    const model = await loadPopup(exclusiveArea(localArea), signal);
    followTheme(model.status, themeMemory);
    render(<App model={model} inTab={inTab} />, root);
  } catch (error) {
    render(
      <p class="not-loaded" role="alert">
        {t('popup_not_loaded', errorText(error))}
      </p>,
      root,
    );
  }
}

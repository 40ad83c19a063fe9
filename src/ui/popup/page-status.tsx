import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n';
import { requestSiteAccess } from '../../platform/site-access';
import { pageLines, type PageLine, type PageView } from './page-lines';
import { TabLink } from './tab-link';

/** How the extension is doing on the page that the reader looks at. */
export function PageStatusView(view: PageView) {
  const [answer, setAnswer] = useState('');
  const ask = async () => {
    setAnswer('');
    const given = await requestSiteAccess();
    setAnswer(t(given ? 'popup_access_given' : 'popup_access_refused'));
  };
  return (
    <section class="page" aria-live="polite">
      {pageLines(view).map((line) => (
        <div key={line.text} class={`line ${line.tone}`}>
          <p>{line.text}</p>
          <LineAction action={line.action} ask={ask} />
        </div>
      ))}
      {answer && <p class="line quiet">{answer}</p>}
    </section>
  );
}

function LineAction({ action, ask }: { readonly action: PageLine['action']; readonly ask: () => void }) {
  switch (action) {
    case 'open-papers':
      return (
        <TabLink class="button" href="https://huggingface.co/papers">
          {t('popup_open_papers')}
        </TabLink>
      );
    case 'ask-access':
      return (
        <button type="button" class="button" onClick={ask}>
          {t('popup_ask_access')}
        </button>
      );
    case undefined:
      return null;
  }
}

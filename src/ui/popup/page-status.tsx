import { useState } from 'preact/hooks';
import { openTab } from '../../platform/extension-page';
import { t } from '../../platform/i18n';
import { showOpenDigest } from '../../platform/page-port';
import { requestSiteAccess } from '../../platform/site-access';
import { countedPage, pageLines, type PageLine, type PageView } from './page-lines';
import { PageProgress } from './page-progress';
import { TabLink } from './parts/tab-link';

const PAPERS = 'https://huggingface.co/papers';

async function openPapers(): Promise<void> {
  if (!(await showOpenDigest())) await openTab(PAPERS);
}

/** How the extension is doing on the page that the reader looks at. */
export function PageStatusView(view: PageView) {
  const [answer, setAnswer] = useState('');
  const ask = async () => {
    setAnswer('');
    const given = await requestSiteAccess();
    setAnswer(t(given ? 'popup_access_given' : 'popup_access_refused'));
  };
  return (
    <section class="page" aria-label={t('popup_page')} aria-live="polite">
      <PageProgress status={countedPage(view)} />
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
        <TabLink class="primary" href={PAPERS} open={openPapers}>
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

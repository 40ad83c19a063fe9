export interface PageStyle {
  /** Replaces the rule; there is none when it is empty. */
  set(rule: string): void;
}

/** Begins each sheet of ours and says nothing. */
const OUR_SHEET = '.papersift-sheet';

/**
 * A style sheet of ours on the page. An adopted one: no node that the host could lose, and no content security policy
 * stands in its way.
 */
export function pageStyle(document: Document, signal: AbortSignal): PageStyle {
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`${OUR_SHEET}{}`);
  let current = '';
  const adopt = () => {
    // The page may set a list of its own.
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  };
  adopt();
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  return {
    set(rule) {
      if (signal.aborted) return;
      adopt();
      if (rule === current) return;
      // Not `replaceSync`: Firefox (153) calculates the styles of all that is on the page anew for it, 0.3 s with 500 cards.
      if (rule !== '') sheet.insertRule(rule, 1);
      if (current !== '') sheet.deleteRule(rule === '' ? 1 : 2);
      current = rule;
    },
  };
}

/** Takes away the sheets of a version of us that was replaced on this page: Firefox ends it without a word to it. */
export function removeOldStyles(document: Document): void {
  const isOld = ({ cssRules: [first] }: CSSStyleSheet) => first && 'selectorText' in first && first.selectorText === OUR_SHEET;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !isOld(sheet));
}

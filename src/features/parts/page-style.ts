export interface PageStyle {
  /** Replaces the rules. */
  set(css: string): void;
}

/**
 * A style sheet of ours on the page. An adopted one: no node that the host could lose, and no content security policy
 * stands in its way.
 */
export function pageStyle(document: Document, signal: AbortSignal): PageStyle {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let current = '';
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  return {
    set(css) {
      if (css === current) return;
      current = css;
      sheet.replaceSync(css);
    },
  };
}

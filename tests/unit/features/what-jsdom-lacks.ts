import { vi } from 'vitest';

/** A style sheet as `adoptedStyleSheets` takes it; the tests read its text. */
export class FakeSheet {
  readonly #rules: string[] = [];
  insertRule(rule: string, at = 0): void {
    this.#rules.splice(at, 0, rule);
  }
  deleteRule(at: number): void {
    this.#rules.splice(at, 1);
  }
  /** Without the rule that only says whose the sheet is. */
  get text(): string {
    return this.#rules.slice(1).join('');
  }
}

/** jsdom has no adopted style sheets, no `CSS.escape` and no highlight registry, and lays nothing out: these stand in for them. */
export function addWhatJsdomLacks() {
  const highlights = new Map<string, Set<StaticRange>>();
  Object.assign(document, { adoptedStyleSheets: [] });
  Element.prototype.checkVisibility = () => true;
  vi.stubGlobal('CSSStyleSheet', FakeSheet);
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  vi.stubGlobal('Highlight', Set);
  vi.stubGlobal('CSS', { escape: escapeIdentifier, highlights });
  return {
    highlights,
    sheets: () => (document.adoptedStyleSheets as unknown as FakeSheet[]).map(({ text }) => text),
  };
}

/** As the standard says (CSSOM, "serialize an identifier"), without the case of a lone hyphen. */
function escapeIdentifier(text: string): string {
  const escapeOne = (char: string, at: number): string => {
    const code = char.charCodeAt(0);
    if (code === 0) return '\ufffd';
    const isLeadingDigit = /\d/.test(char) && (at === 0 || (at === 1 && text.startsWith('-')));
    if (code < 0x20 || code === 0x7f || isLeadingDigit) return `\\${code.toString(16)} `;
    return code >= 0x80 || /[\w-]/.test(char) ? char : `\\${char}`;
  };
  return Array.from({ length: text.length }, (_, at) => escapeOne(text[at]!, at)).join('');
}

// What the benchmark needs of packages that bring no types.
declare module 'mark.js' {
  export default class Mark {
    constructor(context: readonly Element[]);
    mark(terms: readonly string[], options: { readonly separateWordSearch: boolean; readonly acrossElements: boolean }): void;
    markRegExp(pattern: RegExp): void;
  }
}
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(root: Element, options: { readonly preset: string; readonly find: RegExp; readonly wrap: string }): void;
}
declare module 'highlight-words-core' {
  export function findAll(options: { readonly searchWords: string[]; readonly textToHighlight: string; readonly autoEscape: boolean }): readonly {
    readonly start: number;
    readonly end: number;
    readonly highlight: boolean;
  }[];
}
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(terms: readonly string[]);
    search(text: string): readonly [last: number, found: readonly string[]][];
  }
}

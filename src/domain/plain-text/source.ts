/** A text that is being read, with what is known of all of it. */
export interface Source {
  readonly text: string;
  /** By the place of an opening brace that of its closing one. */
  readonly closing: ReadonlyMap<number, number>;
  /** Where quotes close that were opened, with how many signs close them. */
  readonly quoteEnds: Map<number, number>;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Piece {
  readonly text: string;
  /** Where to read on. */
  readonly next: number;
  /** Takes the space before it away too: it leaves nothing behind. */
  readonly tidy?: boolean;
}

/** What stands behind a backslash opens and closes nothing. */
const BRACE = /\\[^]|[{}]/g;

export function sourceOf(text: string): Source {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(BRACE)) {
    if (sign === '{') open.push(index);
    else if (sign === '}' && open.length > 0) closing.set(open.pop()!, index);
  }
  return { text, closing, quoteEnds: new Map() };
}

/** What `pattern` (sticky) finds at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The inside of the braces that open at `at`, or after one space; undefined where none do, or where they do not close. */
export function groupAt({ text, closing }: Source, at: number, end: number): Span | undefined {
  const open = text[at] === ' ' ? at + 1 : at;
  const close = text[open] === '{' ? closing.get(open) : undefined;
  return close !== undefined && close < end ? { from: open + 1, to: close } : undefined;
}

/** The browser's own words, without a full stop: they stand inside a sentence of ours. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}

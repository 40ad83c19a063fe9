/** Milliseconds after which the browser has read the file, whatever it asked the reader before. */
const READ_BY_THEN = 60_000;

/** Hands a JSON text to the browser's downloads under this name. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), READ_BY_THEN);
}

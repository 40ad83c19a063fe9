/**
 * Puts `text` on the clipboard. To be called while a click or a key press is handled: browsers allow it only then.
 * @throws what the browser says when it refuses
 */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

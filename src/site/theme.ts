/** Whether the host shows the page in its dark theme. */
export function isDark(document: Document): boolean {
  return document.documentElement.classList.contains('dark');
}

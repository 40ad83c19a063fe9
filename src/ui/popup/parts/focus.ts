/** Focuses what the next rendering brings: Preact renders before the next frame. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

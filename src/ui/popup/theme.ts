import type { PageStatus } from '../../domain/page-status';
import type { PageMemory } from '../../platform/page-memory';
import type { Source } from './parts/source';

const DARK = 'dark';
const LIGHT = 'light';

/** Shows the theme of the page that was seen last, or the one that the browser prefers while none was. */
export function showRememberedTheme(memory: PageMemory): void {
  const remembered = memory.get();
  show(remembered === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : remembered === DARK);
}

/** Takes on the theme of the page that the popup is about, and remembers it, so that the next opening does not flash. */
export function followTheme(status: Source<PageStatus | 'waiting' | undefined>, memory: PageMemory): void {
  const follow = () => {
    const page = status.value();
    if (typeof page !== 'object') return;
    show(page.dark);
    memory.set(page.dark ? DARK : LIGHT);
  };
  status.subscribe(follow);
  follow();
}

function show(dark: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle(DARK, dark);
  classList.toggle(LIGHT, !dark);
}

export type Theme = 'light' | 'dark' | 'system';

/** What the reader chose, kept in the cookie `theme`. */
export function chosenTheme(): Theme {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(document.cookie)?.[1];
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function chooseTheme(theme: Theme): void {
  document.cookie = `theme=${theme}; path=/; max-age=31536000; secure; samesite=lax`;
  applyTheme();
}

/** Brings the class on `html` in line with the cookie and the system's preference. */
export function applyTheme(): void {
  const theme = chosenTheme();
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
}

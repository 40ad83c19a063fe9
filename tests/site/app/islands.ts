import type { Component } from 'svelte';
import DailyPapers from './islands/DailyPapers.svelte';
import DailyPapersBannerSubscribe from './islands/DailyPapersBannerSubscribe.svelte';
import MainHeader from './islands/MainHeader.svelte';
import PaperContent from './islands/PaperContent.svelte';
import SystemThemeMonitor from './islands/SystemThemeMonitor.svelte';
import ThemeSwitcher from './islands/ThemeSwitcher.svelte';

/** The parts of a page that are mounted on their own, by the name in `data-target`. */
const ISLANDS = {
  DailyPapers,
  DailyPapersBannerSubscribe,
  MainHeader,
  PaperContent,
  SystemThemeMonitor,
  ThemeSwitcher,
};

export type IslandName = keyof typeof ISLANDS;

/** Throws when there is no island of this name. */
export function islandNamed(name: string): Component<Record<string, unknown>> {
  if (!Object.hasOwn(ISLANDS, name)) throw new Error(`No island is called "${name}"`);
  return ISLANDS[name as IslandName];
}

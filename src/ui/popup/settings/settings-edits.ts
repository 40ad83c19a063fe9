import type { Settings } from '../../../domain/settings';
import type { ShownPart } from '../../../domain/shown-parts';

/** The settings with one topic switched; ids that this version does not know stay as they are. */
export function switchTopic(settings: Settings, id: string, on: boolean): Settings {
  return { ...settings, topicsOff: switched(settings.topicsOff, id, on) };
}

/** The settings with one part of the cards switched; parts that this version does not know stay as they are. */
export function switchPart(settings: Settings, part: ShownPart, on: boolean): Settings {
  return { ...settings, partsOff: switched(settings.partsOff ?? [], part, on) };
}

function switched(off: readonly string[], id: string, on: boolean): string[] {
  const others = off.filter((other) => other !== id);
  return on ? others : [...others, id];
}

/** The settings with other keys for an action: '' for none, undefined for those that it has by default. */
export function chooseKeys(settings: Settings, action: string, keys: string | undefined): Settings {
  const others = Object.entries(settings.keys ?? {}).filter(([each]) => each !== action);
  return { ...settings, keys: Object.fromEntries(keys === undefined ? others : [...others, [action, keys]]) };
}

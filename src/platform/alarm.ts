import { browser } from './browser';

/** A timer of the browser's that outlives the background script, and starts it again. */
export interface Alarm {
  /** Rings once, so many minutes from now; the browsers do not go below half a minute. What was set before is forgotten. */
  set(minutes: number): void;
  clear(): void;
  onRing(listener: () => void): void;
}

export function alarm(name: string): Alarm {
  return {
    set: (minutes) => void browser.alarms.create(name, { delayInMinutes: minutes }),
    clear: () => void browser.alarms.clear(name),
    onRing: (listener) => browser.alarms.onAlarm.addListener((rung) => rung.name === name && listener()),
  };
}

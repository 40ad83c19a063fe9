import type { Feature, FeatureParts, Page } from '../parts/feature';

export interface RunningFeature {
  call<K extends keyof FeatureParts>(part: K, ...args: Parameters<NonNullable<FeatureParts[K]>>): void;
}

/**
 * Starts a feature. One that throws, then or later, is switched off on this page with its name in the console; the
 * others go on.
 */
export function startFeature(feature: Feature, page: Page, isAlive: () => boolean, signal: AbortSignal): RunningFeature {
  const own = new AbortController();
  const life = AbortSignal.any([signal, own.signal]);
  const run: Guard = (work) => {
    if (life.aborted) return undefined;
    try {
      return work();
    } catch (error) {
      own.abort();
      if (isAlive()) console.error(`Papersift: "${feature.name}" failed and is off on this page.`, error);
      return undefined;
    }
  };
  const parts: FeatureParts = run(() => feature.start(guardPage(page, run), life)) ?? {};
  return {
    call(part, ...args) {
      const work = parts[part] as ((...args: unknown[]) => void) | undefined;
      if (work) run(() => work(...args));
    },
  };
}

type Guard = <T>(work: () => T) => T | undefined;

/** The page for one feature: what the feature listens to calls it under `guard`. */
function guardPage(page: Page, guard: Guard): Page {
  return { ...page, settings: guardSource(page.settings, guard), keywords: guardSource(page.keywords, guard), marks: guardSource(page.marks, guard) };
}

interface Source<T> {
  onChanged(listener: (value: T) => void, signal: AbortSignal): void;
}

function guardSource<T, S extends Source<T>>(source: S & Source<T>, guard: Guard): S {
  // The rest is the source's own: values are read from it when they are asked for.
  return Object.assign(Object.create(source) as S, {
    onChanged: (listener: (value: T) => void, signal: AbortSignal) => source.onChanged((value) => guard(() => listener(value)), signal),
  });
}

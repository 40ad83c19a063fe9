import type { MarkChange } from '../../../../src/domain/mark';
import type { PaperId } from '../../../../src/domain/paper';
import type { ExclusiveArea } from '../../../../src/platform/exclusive-area';
import type { StorageArea } from '../../../../src/platform/storage-area';
import { deviceSync, type DeviceSync } from './device-sync';
import { heldArea, type Flavour, type HeldArea } from './held-area';
import type { Oracle } from './oracle';
import { readingsOf, textOf, type Values } from './readings';
import { exclusive, livingArea, lock, scriptLife, type LifePlan, type ScriptLife } from './script-life';
import type { Server } from './server';
import { openTab, type Tab } from './tab';

export interface EnginePorts {
  readonly local: ExclusiveArea;
  readonly sync: StorageArea;
  now(): Date;
  random(): number;
}

/** @param signal aborts when the background script is gone */
export type EngineMaker = (ports: EnginePorts, signal: AbortSignal) => { round(mayWrite?: boolean): Promise<{ readonly isDue: boolean }> };

/** What the world gives to all its devices. */
export interface Surroundings {
  readonly server: Server;
  readonly oracle: Oracle;
  readonly makeEngine: EngineMaker;
  now(): number;
  random(): number;
}

/** Calls of set and of remove; in storage.local those for what the reader decided. */
export interface Writes {
  readonly sync: number;
  readonly local: number;
}

/** One browser of the reader's: its storage, its open pages, and the background script. */
export interface Device {
  readonly local: HeldArea;
  readonly sync: DeviceSync;
  decide(tab: number, id: PaperId, change: MarkChange): Promise<void>;
  /** Papers that were decided on this very device. */
  readonly decided: ReadonlySet<PaperId>;
  reopen(tab: number): void;
  /** What the popup writes with. */
  readonly popupArea: ExclusiveArea;
  /** One round of the background script, which is started when it does not run. */
  round(plan?: LifePlan, mayWrite?: boolean): Promise<void>;
  /** Whether the browser or the script's own alarm will start a round without the reader doing anything. */
  isWoken(): boolean;
  kill(): void;
  /** The clock on the reader's wall. */
  jump(milliseconds: number): void;
  /** What the background script has written so far. */
  writes(): Writes;
}

export function device(flavour: Flavour, { server, oracle, makeEngine, now, random }: Surroundings): Device {
  const local = heldArea(flavour, random);
  const sync = deviceSync(flavour, server, now, random);
  const tabs: (Tab | undefined)[] = [];
  const held = lock();
  const decided = new Set<PaperId>();
  const writes = { sync: 0, local: 0 };
  let offset = 0;
  let wakes = 0;
  let heeded = 0;
  let script: { life: ScriptLife; end: AbortController; engine: ReturnType<EngineMaker> } | undefined;

  const counted = (area: StorageArea, name: keyof Writes): StorageArea => {
    const count = (keys: readonly string[]) => void ((name === 'sync' || keys.some((key) => READERS_KEY.test(key))) && (writes[name] += 1));
    return {
      ...area,
      set: (items) => (count(Object.keys(items)), area.set(items)),
      remove: (keys) => (count(keys), area.remove(keys)),
    };
  };
  const wake = () => void (wakes += 1);
  const forever = new AbortController().signal;
  sync.area.onChanged(wake, forever);
  local.onChanged((changes) => {
    if ([...changes.keys()].some((key) => key === 'keywords' || key === 'settings' || key.startsWith('journal:'))) wake();
  }, forever);
  const start = () => {
    const life = scriptLife();
    const end = new AbortController();
    const ports: EnginePorts = {
      local: exclusive(livingArea(counted(local, 'local'), life), held, life.died),
      sync: livingArea(counted(sync.area, 'sync'), life),
      now: () => new Date(now() + offset),
      random,
    };
    return { life, end, engine: makeEngine(ports, end.signal) };
  };
  const kill = () => {
    script?.end.abort('ended');
    script = undefined;
  };

  return {
    local,
    sync,
    decided,
    decide(tab, id, change) {
      decided.add(id);
      tabs[tab] ??= openTab(local, oracle);
      return tabs[tab].decide(id, change);
    },
    reopen(tab) {
      tabs[tab]?.close();
      tabs[tab] = undefined;
    },
    popupArea: exclusive(local, held, undefined, (before, after) => recordUpdate(oracle, before, { ...before, ...after })),
    async round(plan = {}, mayWrite = true) {
      script ??= start();
      const { life, engine } = script;
      const before = { ...writes };
      const heard = wakes;
      life.plan(plan);
      const result = await Promise.race([engine.round(mayWrite), life.died]);
      life.plan({});
      if (writes.sync - before.sync > (mayWrite ? 2 : 0)) throw new Error(`wrong: ${writes.sync - before.sync} writes to storage.sync in one round`);
      // What a script was ended at is found at its next start.
      if (result) heeded = result.isDue ? heard - 1 : heard;
      if (life.isOver()) kill();
    },
    isWoken: () => wakes > heeded,
    kill,
    jump: (milliseconds) => void (offset += milliseconds),
    writes: () => ({ ...writes }),
  };
}

const READERS_KEY = /^(mark|journal|month|paper):|^(keywords|settings)$/;

/** Under the lock the reader's change meets what is stored: that it knows. */
function recordUpdate(oracle: Oracle, before: Values, after: Values): void {
  const known = readingsOf(before);
  for (const [subject, reading] of readingsOf(after)) {
    const old = known.get(subject);
    if (textOf(old) !== textOf(reading)) oracle.record(subject, reading, oracle.behind(subject, old));
  }
}

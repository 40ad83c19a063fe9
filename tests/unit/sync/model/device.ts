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
export type EngineMaker = (ports: EnginePorts, signal: AbortSignal) => { round(): Promise<unknown> };

/** What the world gives to all its devices. */
export interface Surroundings {
  readonly server: Server;
  readonly oracle: Oracle;
  readonly makeEngine: EngineMaker;
  now(): number;
  random(): number;
}

/** One browser of the reader's: its storage, its open pages, and the background script. */
export interface Device {
  readonly local: HeldArea;
  readonly sync: DeviceSync;
  decide(tab: number, id: PaperId, change: MarkChange): Promise<void>;
  reopen(tab: number): void;
  /** What the popup writes with. */
  readonly popupArea: ExclusiveArea;
  /** One round of the background script, which is started when it does not run. */
  round(plan?: LifePlan): Promise<void>;
  kill(): void;
  /** The clock on the reader's wall. */
  jump(milliseconds: number): void;
  /** Calls of storage.sync's set and remove by the background script so far. */
  writes(): number;
}

export function device(flavour: Flavour, { server, oracle, makeEngine, now, random }: Surroundings): Device {
  const local = heldArea(flavour, random);
  const sync = deviceSync(flavour, server, now, random);
  const tabs: (Tab | undefined)[] = [];
  const held = lock();
  let offset = 0;
  let writes = 0;
  let script: { life: ScriptLife; end: AbortController; engine: ReturnType<EngineMaker> } | undefined;

  const counted: StorageArea = {
    ...sync.area,
    set: (items) => ((writes += 1), sync.area.set(items)),
    remove: (keys) => ((writes += 1), sync.area.remove(keys)),
  };
  const start = () => {
    const life = scriptLife();
    const end = new AbortController();
    const ports: EnginePorts = {
      local: exclusive(livingArea(local, life), held, life.died),
      sync: livingArea(counted, life),
      now: () => new Date(now() + offset),
      random,
    };
    return { life, end, engine: makeEngine(ports, end.signal) };
  };
  const kill = () => {
    script?.end.abort();
    script = undefined;
  };

  return {
    local,
    sync,
    decide: (tab, id, change) => (tabs[tab] ??= openTab(local, oracle)).decide(id, change),
    reopen(tab) {
      tabs[tab]?.close();
      tabs[tab] = undefined;
    },
    popupArea: exclusive(local, held, undefined, (before, after) => recordUpdate(oracle, before, { ...before, ...after })),
    async round(plan = {}) {
      script ??= start();
      const { life, engine } = script;
      life.plan(plan);
      await Promise.race([engine.round(), life.died]);
      life.plan({});
      if (life.isOver()) kill();
    },
    kill,
    jump: (milliseconds) => void (offset += milliseconds),
    writes: () => writes,
  };
}

/** Under the lock the reader's change meets what is stored: that it knows. */
function recordUpdate(oracle: Oracle, before: Values, after: Values): void {
  const known = readingsOf(before);
  for (const [subject, reading] of readingsOf(after)) {
    const old = known.get(subject);
    if (textOf(old) !== textOf(reading)) oracle.record(subject, reading, oracle.behind(subject, old));
  }
}

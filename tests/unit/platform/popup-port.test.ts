// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { announcePopup, onPopupsClosed } from '../../../src/platform/popup-port';

/** The end of a port that one side holds: it hears when the other side goes. */
interface PortEnd {
  readonly name: string;
  readonly onDisconnect: { addListener(listener: () => void): void };
  readonly hear: () => void;
}

const fake = vi.hoisted(() => ({ onConnect: [] as ((port: unknown) => void)[], connect: undefined as unknown as (info: { name: string }) => unknown }));

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    runtime: {
      onConnect: { addListener: (listener: (port: unknown) => void) => void fake.onConnect.push(listener) },
      connect: (info: { name: string }) => fake.connect(info),
    },
  },
}));

function portEnd(name: string): PortEnd {
  const listeners: (() => void)[] = [];
  return { name, onDisconnect: { addListener: (listener) => void listeners.push(listener) }, hear: () => listeners.forEach((each) => each()) };
}

/** A worker that connecting starts, as in the browser, and that knows nothing of what was before. */
function startWorld() {
  const ports: { readonly here: PortEnd; readonly there: PortEnd }[] = [];
  const closed = vi.fn();
  let starts = 0;
  let isRunning = false;
  fake.connect = ({ name }) => {
    if (!isRunning) {
      starts += 1;
      isRunning = true;
      fake.onConnect.length = 0;
      onPopupsClosed(closed);
    }
    const port = { here: portEnd(name), there: portEnd(name) };
    ports.push(port);
    for (const listener of fake.onConnect) listener(port.there);
    return port.here;
  };
  return {
    closed,
    starts: () => starts,
    stopWorker() {
      isRunning = false;
      for (const { here } of ports.splice(0)) here.hear();
    },
    closePopup() {
      window.dispatchEvent(new Event('pagehide'));
      for (const { there } of ports.splice(0)) there.hear();
    },
  };
}

function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => void vi.restoreAllMocks());

it('a popup that is seen connects again to a worker that was stopped, and its end is known', () => {
  const { stopWorker, closePopup, starts, closed } = startWorld();
  show('visible');
  announcePopup();
  for (let i = 0; i < 3; i += 1) stopWorker();
  expect(starts()).toBe(4);
  expect(closed).not.toHaveBeenCalled();
  closePopup();
  expect(closed).toHaveBeenCalledTimes(1);
  expect(starts()).toBe(4);
});

it('a popup in a tab that nobody sees lets a stopped worker rest, and connects once when it is seen again', () => {
  const { stopWorker, starts } = startWorld();
  show('visible');
  announcePopup();
  show('hidden');
  expect(starts()).toBe(1);
  stopWorker();
  expect(starts()).toBe(1);
  show('visible');
  show('hidden');
  show('visible');
  expect(starts()).toBe(2);
});

it('a popup that closes unseen, while the worker rests, wakes it: what the popup left is taken away', () => {
  const { stopWorker, closePopup, starts, closed } = startWorld();
  show('visible');
  announcePopup();
  show('hidden');
  stopWorker();
  closePopup();
  expect(starts()).toBe(2);
  expect(closed).toHaveBeenCalledTimes(1);
});

import { beforeEach, expect, it, vi } from 'vitest';
import type { PageStatus } from '../../../src/domain/page-status';
import { publishStatus } from '../../../src/platform/page-port';

const STATUS = { found: 2, read: 2 } as PageStatus;

const fake = vi.hoisted(() => ({ connect: new Set<(port: unknown) => void>() }));

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    runtime: {
      onConnect: {
        addListener: (listener: (port: unknown) => void) => fake.connect.add(listener),
        removeListener: (listener: (port: unknown) => void) => fake.connect.delete(listener),
      },
    },
  },
}));

beforeEach(() => fake.connect.clear());

/** A popup that connects; `close` tells the page, as the browser mostly does. */
function popup(name = 'page-status') {
  const heard: unknown[] = [];
  const closed = new Set<() => void>();
  const port = {
    name,
    onDisconnect: { addListener: (listener: () => void) => closed.add(listener) },
    postMessage: vi.fn((message: unknown) => void heard.push(message)),
  };
  for (const listener of fake.connect) listener(port);
  return { heard, port, close: () => closed.forEach((listener) => listener()) };
}

function publish(getStatus: () => PageStatus | undefined = () => STATUS) {
  const life = new AbortController();
  return { publisher: publishStatus(getStatus, life.signal), life };
}

it('answers a popup at once, and null where the page is no digest', () => {
  publish();
  expect(popup().heard).toEqual([STATUS]);
  fake.connect.clear();
  publish(() => undefined);
  expect(popup().heard).toEqual([null]);
});

it('tells many changes of one go once, and asks for the status only when somebody listens', async () => {
  const getStatus = vi.fn(() => STATUS);
  const { publisher } = publish(getStatus);
  publisher.update();
  await Promise.resolve();
  expect(getStatus).not.toHaveBeenCalled();
  const { heard } = popup();
  publisher.update();
  publisher.update();
  await Promise.resolve();
  expect(heard).toEqual([STATUS, STATUS]);
});

it('passes over ports that are not for it, and those that have closed', async () => {
  const { publisher } = publish();
  const [other, gone] = [popup('popup-open'), popup()];
  gone.close();
  publisher.update();
  await Promise.resolve();
  expect(other.heard).toEqual([]);
  expect(gone.heard).toEqual([STATUS]);
});

it('a port that was closed without a word costs the others nothing', async () => {
  const { publisher } = publish();
  const [dead, live] = [popup(), popup()];
  dead.port.postMessage.mockImplementation(() => {
    throw new Error('Attempting to use a disconnected port object');
  });
  publisher.update();
  await Promise.resolve();
  publisher.update();
  await Promise.resolve();
  expect(live.heard).toEqual([STATUS, STATUS, STATUS]);
  expect(dead.port.postMessage).toHaveBeenCalledTimes(2);
});

it('says nothing more once it is aborted', async () => {
  const { publisher, life } = publish();
  const { heard } = popup();
  life.abort();
  publisher.update();
  await Promise.resolve();
  expect(heard).toEqual([STATUS]);
  expect(popup().heard).toEqual([]);
});

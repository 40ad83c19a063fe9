import type { PageStatus } from '../domain/page-status';
import { browser } from './browser';
import { closePopup } from './extension-page';
import { listen } from './listen';

const PORT_NAME = 'page-status';

type Port = ReturnType<typeof browser.runtime.connect>;

export interface StatusPublisher {
  /** Tells every popup that listens that there is something new to say. Costs nothing when none does. */
  update(): void;
}

/**
 * The content script's end: a popup hears the status when it connects and after each update.
 * @param getStatus is asked only when somebody listens; undefined where the page is no digest
 */
export function publishStatus(getStatus: () => PageStatus | undefined, signal: AbortSignal): StatusPublisher {
  const ports = new Set<Port>();
  const tell = (port: Port, status: PageStatus | null) => {
    try {
      port.postMessage(status);
    } catch {
      // Closed without a word: by the back/forward cache, or with the extension. The others still listen.
      ports.delete(port);
    }
  };
  const onConnect = (port: Port) => {
    if (port.name !== PORT_NAME) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    tell(port, getStatus() ?? null);
  };
  listen(browser.runtime.onConnect, onConnect, signal);
  // Ports close by themselves when the extension has gone, and may not be touched any more.
  signal.addEventListener('abort', () => ports.clear());
  let pending = false;
  const send = () => {
    pending = false;
    const status = getStatus() ?? null;
    for (const port of ports) tell(port, status);
  };
  return {
    // Many things may change at one go: they are told once, when all have.
    update() {
      if (pending || ports.size === 0) return;
      pending = true;
      queueMicrotask(send);
    },
  };
}

type StatusListener = (status: PageStatus | undefined) => void;

/**
 * The popup's end: hears the status of the page that the reader looks at, and undefined when there is none. A page that
 * has not been read yet says nothing until it has. A page that goes away is looked for again when a tab has loaded.
 * Where the popup itself is opened as a tab, the page is the one used last that answers.
 */
export function watchPageStatus(listener: StatusListener, signal: AbortSignal): void {
  let searching = false;
  let connected = false;
  const search = async () => {
    if (searching || connected || signal.aborted) return;
    searching = true;
    connected = await connectToFirst(listener, lost, signal);
    searching = false;
    if (!connected && !signal.aborted) listener(undefined);
  };
  const lost = () => {
    connected = false;
    listener(undefined);
  };
  const onUpdated = (_id: number, change: { status?: string }) => {
    if (change.status === 'complete') void search();
  };
  listen(browser.tabs.onUpdated, onUpdated, signal);
  void search();
}

async function connectToFirst(listener: StatusListener, lost: () => void, signal: AbortSignal): Promise<boolean> {
  for (const tabId of await candidateTabs()) {
    if (signal.aborted) return false;
    if (await connect(tabId, listener, lost, signal)) return true;
  }
  return false;
}

async function candidateTabs(): Promise<number[]> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const own = await browser.tabs.getCurrent();
  if (!own) return active?.id === undefined ? [] : [active.id];
  const others = (await tabsByUse()).filter(({ id }) => id !== own.id);
  return others.map(({ id }) => id);
}

interface OpenTab {
  readonly id: number;
  readonly windowId: number | undefined;
}

/** All tabs, the one used last first. */
async function tabsByUse(): Promise<OpenTab[]> {
  const tabs = (await browser.tabs.query({})).sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return tabs.flatMap(({ id, windowId }) => (id === undefined ? [] : [{ id, windowId }]));
}

/** Milliseconds that a tab has to answer: one that the browser has frozen does not. */
const ANSWER_TIME = 300;

/**
 * Brings the digest that was used last to the front, when one is open. Asks the tabs, since none of our permissions lets us
 * see their addresses. False when there is none.
 */
export async function showOpenDigest(): Promise<boolean> {
  const tabs = await tabsByUse();
  const areDigests = await Promise.all(tabs.map(({ id }) => isDigest(id)));
  const digest = tabs.find((_, index) => areDigests[index]);
  if (!digest) return false;
  // Both are asked for before either has been done, which may close the popup.
  const tab = browser.tabs.update(digest.id, { active: true });
  if (digest.windowId !== undefined) await browser.windows.update(digest.windowId, { focused: true });
  await tab;
  await closePopup();
  return true;
}

async function isDigest(tabId: number): Promise<boolean> {
  let status: PageStatus | undefined;
  const nothing = () => undefined;
  await connect(tabId, (answer) => (status = answer), nothing, AbortSignal.timeout(ANSWER_TIME));
  return status !== undefined;
}

/** True when the tab has our content script: it answers as soon as it has read the page, or the port is closed. */
function connect(tabId: number, listener: StatusListener, lost: () => void, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let answered = false;
    const port = browser.tabs.connect(tabId, { name: PORT_NAME });
    port.onMessage.addListener((status) => {
      answered = true;
      listener((status as PageStatus | null) ?? undefined);
      resolve(true);
    });
    port.onDisconnect.addListener((closed) => {
      // Reading the error keeps "Unchecked runtime.lastError" out of the console.
      void (closed.error ?? browser.runtime.lastError);
      if (answered) lost();
      else resolve(false);
    });
    const end = () => {
      port.disconnect();
      resolve(answered);
    };
    signal.addEventListener('abort', end, { once: true });
  });
}

import { heldArea, type Flavour, type HeldArea } from './held-area';
import { limits, type Limits } from './limits';
import type { Server } from './server';

/** The server's value of a key that this browser knows last. */
interface Base {
  readonly version: number;
  readonly text: string | undefined;
}

const NO_BASE: Base = { version: 0, text: undefined };

/** Which keys a message carries. */
export type Which = (key: string) => boolean;

/** One browser's storage.sync and its part of the sync service. */
export interface DeviceSync {
  readonly area: HeldArea;
  readonly limits: Limits;
  isSignedIn(): boolean;
  signIn(): void;
  /** Keeps what the area holds and forgets what the server had. */
  signOut(): void;
  /** @param age brings a value that old instead of the latest: a message that was delayed or comes again */
  download(which: Which, age?: number): void;
  /** What is behind the server is not sent: it has to be downloaded first. */
  upload(which: Which): void;
  /** What was written and not sent is gone, as when the browser crashes before it is on the disk. */
  lose(): void;
  /** All that there is, both ways. True when something was to be sent or came. */
  exchange(): boolean;
}

export function deviceSync(flavour: Flavour, server: Server, now: () => number, random: () => number): DeviceSync {
  const bounds = limits(flavour, now);
  const area = heldArea(flavour, random, bounds.admit);
  const bases = new Map<string, Base>();
  let signedIn = false;

  const baseOf = (key: string) => bases.get(key) ?? NO_BASE;
  const isPending = (key: string) => area.texts.get(key) !== baseOf(key).text;
  const allKeys = () => [...new Set([...server.keys(), ...area.texts.keys()])].sort();

  const receive = (key: string, version: number): [string, string | undefined] | undefined => {
    const base = baseOf(key);
    const remote: Base = { version, text: server.text(key, version) };
    bases.set(key, remote);
    // Chromium: a newer remote value wins over the local one, even the same value written again. Firefox: three ways; what comes in wins
    // where both have changed, a removal too.
    const wins = flavour === 'chromium' ? version !== base.version : remote.text !== base.text;
    return wins && remote.text !== area.texts.get(key) ? [key, remote.text] : undefined;
  };
  const download = (which: Which, age = 0) => {
    if (!signedIn) return;
    const keys = server.keys().filter((key) => which(key) && server.latest(key) > 0);
    const changes = keys.map((key) => receive(key, Math.max(1, server.latest(key) - age))).filter((change) => change !== undefined);
    area.apply(new Map(changes));
  };
  const upload = (which: Which) => {
    if (!signedIn) return;
    for (const key of allKeys()) {
      if (!which(key) || !isPending(key) || baseOf(key).version !== server.latest(key)) continue;
      const text = area.texts.get(key);
      bases.set(key, { version: server.add(key, text), text });
    }
  };
  const overwriteWithRemote = () => {
    for (const key of allKeys()) bases.set(key, { version: server.latest(key), text: server.text(key, server.latest(key)) });
    area.apply(new Map(allKeys().filter(isPending).map((key) => [key, baseOf(key).text])));
  };

  return {
    area,
    limits: bounds,
    isSignedIn: () => signedIn,
    signIn() {
      if (signedIn) return;
      signedIn = true;
      // Chromium takes the server's values when syncing starts and deletes the keys that the server does not have.
      if (flavour === 'chromium') overwriteWithRemote();
      else download(() => true);
    },
    signOut() {
      signedIn = false;
      bases.clear();
    },
    download,
    upload,
    lose: () => {
      if (signedIn) area.apply(new Map(allKeys().filter(isPending).map((key) => [key, baseOf(key).text])));
    },
    exchange() {
      const isBehind = (key: string) => baseOf(key).version !== server.latest(key);
      const isQuiet = !allKeys().some((key) => isPending(key) || isBehind(key));
      download(() => true);
      upload(() => true);
      return !isQuiet;
    },
  };
}

import { vi } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import type { PageMemory } from '../../../src/platform/page-memory';

/** A page memory that outlives no test. */
export function fakeMemory(text?: string): PageMemory {
  let held = text;
  return { get: () => held, set: (next) => void (held = next) };
}

/** The parts of `browser` that the popup's texts need: real English messages, as the browser fills them in. */
export function fakeBrowser() {
  const getMessage = (key: keyof typeof messages, substitutions: readonly string[] = []) =>
    messages[key].message.replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
  return {
    browser: {
      i18n: { getMessage, getUILanguage: () => 'en' },
      permissions: { request: vi.fn() },
      tabs: { create: vi.fn(), getCurrent: () => Promise.resolve(undefined) },
      runtime: { getManifest: () => ({ version: '1.2.3' }) },
    },
  };
}

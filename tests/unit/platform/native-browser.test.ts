// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const api = { runtime: { id: 'papersift', getURL: (path: string) => path } };

async function apiFor(browser: unknown, chrome: unknown): Promise<unknown> {
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('chrome', chrome);
  return (await import('../../../src/platform/native-browser')).default;
}

describe("the browser's own API", () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  it('is `browser` where there is one', async () => {
    expect(await apiFor(api, { runtime: {} })).toBe(api);
  });

  it('is `chrome` where there is no other', async () => {
    expect(await apiFor(undefined, api)).toBe(api);
  });

  it.each([[document.createElement('div')], [{ runtime: document.createElement('form') }]])('is not an element of the host page with that id', async (element) => {
    expect(await apiFor(element, api)).toBe(api);
  });
});

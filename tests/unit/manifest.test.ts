import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../manifest.json'), 'utf8'));

it('asks for no more than storage, a timer and the papers pages', () => {
  expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms']);
  expect(manifest.content_scripts.map(({ matches }: { matches: string[] }) => matches)).toEqual([['https://huggingface.co/papers*']]);
  const keys = Object.keys(manifest);
  for (const key of ['host_permissions', 'optional_permissions', 'optional_host_permissions', 'externally_connectable', 'web_accessible_resources']) {
    expect(keys).not.toContain(key);
  }
});

// Neither browser lets an extension that says so run in a private window: nothing is stored from there, no button offered.
it('keeps away from private windows', () => {
  expect(manifest.incognito).toBe('not_allowed');
});

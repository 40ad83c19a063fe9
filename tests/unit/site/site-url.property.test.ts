import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpUrl } from '../../../src/site/site-url';

const PIECES = ['https://', 'http://', 'cdn.example', 'a-b.example', 'xn--a.example', '1.2.3.4', 'EXAMPLE.com', '/', '//', '.', '..', '/./', 'paper', 'v1.2', '-', '_', '%20', ' ', '?w=1', '#x', ':8080', '@', 'é', '\\', '\n'];

// Node's own URL.canParse says no to some names that its URL takes.
function parsed(text: string): string | undefined {
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

describe('an address that is taken as it is', () => {
  it.each(['https://cdn.example/t/2609.1/a_b-c.png', 'https://github.com/a/b.js', 'https://x.y.example/'])('is what parsing gives: %s', (address) => {
    expect(httpUrl(address)).toBe(new URL(address).href);
  });

  it('is never one that parsing changes or refuses', () => {
    const address = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => `https://${pieces.join('')}`);
    fc.assert(fc.property(address, (text) => {
      expect(httpUrl(text)).toBe(parsed(text));
    }), { numRuns: 5000 });
  });
});

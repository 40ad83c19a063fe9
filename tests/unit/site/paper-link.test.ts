// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import { leadsToPaper } from '../../../src/site/paper-link';

const ID = toPaperId('2402.12345')!;

it.each([
  '/papers/2402.12345',
  '/papers/2402.12345#community',
  '/papers/2402.12345?utm_source=x',
  'https://huggingface.co/papers/2402.12345',
  'https://arxiv.org/abs/2402.12345',
  'https://arxiv.org/abs/2402.12345v2',
  'http://www.arxiv.org/pdf/2402.12345',
  'https://arxiv.org/pdf/2402.12345v1.pdf',
  'https://export.arxiv.org/pdf/2402.12345#page=3',
  'https://arxiv.org/html/2402.12345/',
])('leads to the paper: %s', (href) => expect(leads(href)).toBe(true));

it.each([
  '/papers/2402.12346',
  '/papers',
  '/login?next=%2Fpapers%2F2402.12345',
  '/adobe',
  'https://github.com/adobe/2402.12345',
  'https://arxiv.org/abs/2402.12346',
  'https://arxiv.org/list/cs.CL/2402.12345',
  'https://notarxiv.org/abs/2402.12345',
  'https://example.org/?u=https://arxiv.org/abs/2402.12345',
  'javascript:void 0',
  '',
])('leads elsewhere: %s', (href) => expect(leads(href)).toBe(false));

function leads(href: string): boolean {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  return leadsToPaper(link, ID);
}

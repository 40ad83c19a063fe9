import { describe, expect, it } from 'vitest';
import { compileTextFilter } from '../../../src/domain/text-filter';

const fits = (typed: string, ...texts: string[]) => compileTextFilter(typed)!(texts);

describe('what is typed to filter by', () => {
  it.each([
    ['d', 'A diffusion model'],
    ['diffu', 'A diffusion model'],
    ['diffusion mo', 'A diffusion model'],
    ['policy', 'Learned policies'],
    ['pretrain', 'On pre-training'],
    ['Llama 3', 'Llama 3.1 is here'],
    ['RLHF | human feed', 'From human feedback'],
    ['poincare', 'Poincaré embeddings'],
    ['强', '一种强化学习方法'],
    ['C++', 'Written in C++'],
    ['"RAG"', 'With RAG'],
    ['transform*', 'Transformers'],
    ['Ada Love', 'Ada Lovelace'],
  ])('%s finds “%s”', (typed, text) => expect(fits(typed, 'nothing here', text)).toBe(true));

  it.each([
    ['diffu ', 'A diffusion model'],
    ['mo diffusion', 'A diffusion model'],
    ['usion', 'A diffusion model'],
    ['"rag"', 'With RAG'],
    ['human | RL ', 'RLHF'],
  ])('%s does not find “%s”', (typed, text) => expect(fits(typed, text)).toBe(false));

  it.each(['', '   ', '…', '"" |', '*'])('“%s” is no filter', (typed) => expect(compileTextFilter(typed)).toBeUndefined());

  it.each(['x'.repeat(10_000), 'word '.repeat(2_000), 'a | '.repeat(2_500), '-'.repeat(9_999) + 'x', 's'.repeat(10_000)])('10,000 characters hang nothing', (typed) => {
    const text = 'A model of word and word that goes on. '.repeat(40);
    // A few milliseconds; what hangs is ended by the limit.
    expect(compileTextFilter(typed)?.([text]) ?? false).toBeTypeOf('boolean');
  }, 20_000);
});

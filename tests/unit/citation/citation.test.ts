import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorName } from '../../../src/domain/citation/author-name';
import { bibtexText } from '../../../src/domain/citation/bibtex-text';
import { cite, CITATION_KINDS, type CitedPaper } from '../../../src/domain/citation/citation';
import type { PaperId } from '../../../src/domain/paper';

const id = '1706.03762' as PaperId;
const attention: CitedPaper = { id, title: 'Attention Is All You Need', authors: ['Ashish Vaswani', 'Noam Shazeer', 'Łukasz Kaiser'], authorCount: 3, publishedAt: '2017-06-12' };
const field = (paper: CitedPaper, name: string) => new RegExp(`^  ${name} = \\{(.*)\\},?$`, 'm').exec(cite(paper, 'bibtex'))?.[1];
const key = (paper: Partial<CitedPaper>) => /\{(.*),/.exec(cite({ ...attention, ...paper }, 'bibtex'))![1];

describe('BibTeX', () => {
  it('has all that a bibliography needs', () => {
    expect(cite(attention, 'bibtex')).toBe(
      [
        '@misc{vaswani2017attention,',
        '  title = {{Attention Is All You Need}},',
        '  author = {Vaswani, Ashish and Shazeer, Noam and Kaiser, {\\L}ukasz},',
        '  year = {2017},',
        '  eprint = {1706.03762},',
        '  archivePrefix = {arXiv},',
        '  url = {https://arxiv.org/abs/1706.03762}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Luc Van Gool', 'Van Gool, Luc'],
    ['Nando de Freitas', 'de Freitas, Nando'],
    ['Laurens van der Maaten', 'van der Maaten, Laurens'],
    ['Thanh Van Nguyen', 'Nguyen, Thanh Van'],
    ['Van Anh Tran', 'Tran, Van Anh'],
    ['De Wang', 'Wang, De'],
    ['Martin Luther King Jr.', 'King, Jr., Martin Luther'],
    ['Sammy Davis, Jr.', 'Davis, Jr., Sammy'],
    ['Hinton, Geoffrey', 'Hinton, Geoffrey'],
    ['José Ñandú', "{\\~N}and{\\'u}, Jos{\\'e}"],
    ['Erwin Schrödinger', 'Schr{\\"o}dinger, Erwin'],
    ['Žiga Škoda', '{\\v{S}}koda, {\\v{Z}}iga'],
    ['Søren Strauß', 'Strau{\\ss}, S{\\o}ren'],
    ['Víctor Martín-Löf', "Mart{\\'{\\i}}n-L{\\\"o}f, V{\\'{\\i}}ctor"],
    ['张三', '{张三}'],
    ['Madonna', '{Madonna}'],
    ['Qwen Team', '{Qwen Team}'],
    ['OpenAI', '{OpenAI}'],
    ['Research and Development', '{Research and Development}'],
    ['R&D Team', '{R\\&D Team}'],
    ['Brace} {Smith', '\\{Smith, Brace\\}'],
  ])('writes %s as %s', (name, written) => {
    expect(field({ ...attention, authors: [name], authorCount: 1 }, 'author')).toBe(written);
  });

  it('names the organisation where it knows no author, says that there are others, and passes over what is no name', () => {
    const { authors: _, ...nobody } = attention;
    expect(field(nobody, 'author')).toBeUndefined();
    expect(field({ ...nobody, organization: { fullname: 'Kimi Team' } }, 'author')).toBe('{Kimi Team}');
    expect(field({ ...attention, authorCount: 48 }, 'author')).toMatch(/ and others$/);
    expect(field({ ...attention, authors: ['Kimi Team', ':', 'Bo Li', 'et al.'], authorCount: 4 }, 'author')).toBe('{Kimi Team} and Li, Bo');
  });

  it.each([
    ['50\\% of $O(n^2)$: R&D_x #1', '50\\% of O(n$^{2}$): R\\&D\\_x \\#1'],
    ['$\\alpha$-VAE “so” — 10–20 ~5 a\\b', '$\\alpha$-VAE ``so\'\' --- 10--20 {\\textasciitilde}5 a{\\textbackslash}b'],
    ['Unbalanced } and {', 'Unbalanced \\} and \\{'],
    ['ℝ² and 大模型', 'ℝ$^{2}$ and 大模型'],
  ])('escapes the title %s', (title, written) => {
    expect(field({ ...attention, title }, 'title')).toBe(`{${written}}`);
  });

  it('takes the year from the id where no date is known, and makes keys of letters and digits', () => {
    const { publishedAt: _, ...undated } = attention;
    expect(field(undated, 'year')).toBe('2017');
    expect(key({ authors: ['Laurens van der Maaten'], title: 'On the t-SNE of It' })).toBe('vandermaaten2017t');
    expect(key({ authors: ['Žiga Škoda'], title: 'Über-LLMs' })).toBe('skoda2017uber');
    expect(key({ authors: ['Søren Kløve'], title: 'The A' })).toBe('klove2017the');
    expect(key({ authors: ['张三'], title: '大模型' })).toBe('arxiv2017');
  });
});

describe('other forms', () => {
  it('a Markdown link, whose brackets do not end it', () => {
    expect(cite({ ...attention, title: 'So [far] a\\b ``good\'\'' }, 'markdown')).toBe('[So \\[far\\] a\\\\b “good”](https://huggingface.co/papers/1706.03762)');
  });

  it('a plain citation', () => {
    expect(cite(attention, 'plain')).toBe('Ashish Vaswani, Noam Shazeer, and Łukasz Kaiser (2017). Attention Is All You Need. arXiv:1706.03762');
    expect(cite({ ...attention, authors: ['A B', 'C D'], authorCount: 2, title: 'Why?' }, 'plain')).toBe('A B and C D (2017). Why? arXiv:1706.03762');
    expect(cite({ ...attention, authorCount: 9 }, 'plain')).toMatch(/^Ashish Vaswani, Noam Shazeer, Łukasz Kaiser, et al\. \(2017\)/);
    const { authors: _, ...nobody } = attention;
    expect(cite(nobody, 'plain')).toBe('(2017). Attention Is All You Need. arXiv:1706.03762');
  });
});

describe('of any paper', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('{', '}', '\\', '$', 'é', 'ß', 'ı', '²', 'α', ' and ', ',', ' ', 'Li', 'van ', '%', '^', '~')).map((all) => all.join('')));
  const balance = (written: string) => [...written.replace(/\\[\\{}]/g, '')].reduce((depth, sign) => (depth < 0 ? depth : depth + Number(sign === '{') - Number(sign === '}')), 0);

  it('braces are balanced, dollars come in pairs, and nothing throws', () => {
    fc.assert(
      fc.property(text, fc.array(text), (title, authors) => {
        const paper = { ...attention, title, authors, authorCount: authors.length };
        for (const kind of CITATION_KINDS) cite(paper, kind);
        const written = cite(paper, 'bibtex');
        expect(balance(written)).toBe(0);
        expect(written.replace(/\\\$/g, '').split('$').length % 2).toBe(1);
      }),
      { numRuns: 3000 },
    );
  });

  it('no name is split into two by BibTeX, and no word of it lost', () => {
    const name = fc.array(fc.constantFrom('Li', 'van', 'Van', 'de', 'and', 'Jr.', '张', 'Team', 'Ö', 'II'), { minLength: 1 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(name, (each) => {
        const { last, first, suffix = '', whole } = authorName(each);
        expect(`${first} ${last} ${suffix}`.trim().split(' ').sort()).toEqual(each.split(' ').sort());
        expect(whole ?? !/(^| )and( |$)/.test(last + first)).toBe(true);
      }),
    );
  });

  it('texts in Latin letters become ASCII', () => {
    expect(bibtexText('ÀéîõüçšżěůőŁøßæœåđ')).toMatch(/^[ -~]+$/);
  });
});

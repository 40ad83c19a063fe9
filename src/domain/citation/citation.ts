import type { Paper } from '../paper';
import { plainText } from '../plain-text/plain-text';
import { LETTERS } from '../plain-text/symbols';
import { authorName, realNames, type AuthorName } from './author-name';
import { bibtexText } from './bibtex-text';

export const CITATION_KINDS = ['bibtex', 'markdown', 'plain'] as const;
export type CitationKind = (typeof CITATION_KINDS)[number];

/** What a citation needs of a paper. */
export type CitedPaper = Pick<Paper, 'id' | 'title' | 'authors' | 'authorCount' | 'organization' | 'publishedAt'>;

/** The paper cited in one of the forms that readers paste. Never throws. */
export function cite(paper: CitedPaper, kind: CitationKind): string {
  if (kind === 'bibtex') return bibtex(paper);
  return kind === 'markdown' ? markdown(paper) : plain(paper);
}

function bibtex(paper: CitedPaper): string {
  const authors = bibtexAuthors(paper);
  const fields = [
    // In two pairs of braces: which capitals are a name's and which a heading's only the authors know, so that all are kept.
    ['title', `{${bibtexText(plainText(paper.title))}}`],
    ...(authors ? [['author', authors]] : []),
    ['year', yearOf(paper)],
    ['eprint', paper.id],
    ['archivePrefix', 'arXiv'],
    ['url', `https://arxiv.org/abs/${paper.id}`],
  ];
  return `@misc{${citationKey(paper)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

function bibtexAuthors(paper: CitedPaper): string {
  const names = namesOf(paper);
  const written = names.map(({ last, first, suffix, whole }) =>
    whole ? `{${bibtexText(last)}}` : [last, ...(suffix ? [suffix] : []), first].map(bibtexText).join(', '),
  );
  return [...written, ...(hasOthers(paper, names) ? ['others'] : [])].join(' and ');
}

function markdown({ id, title }: CitedPaper): string {
  return `[${plainText(title).replace(/[\\[\]]/g, '\\$&')}](https://huggingface.co/papers/${id})`;
}

/** More names are not read. */
const MAX_NAMES = 10;

function plain(paper: CitedPaper): string {
  const names = namesOf(paper);
  const shown = names.slice(0, MAX_NAMES).map(fullName);
  const isCut = names.length > MAX_NAMES || hasOthers(paper, names);
  const year = `(${yearOf(paper)})`;
  const title = plainText(paper.title);
  return `${names.length > 0 ? `${listed(shown, isCut)} ${year}` : year}. ${title}${/[.?!]$/.test(title) ? '' : '.'} arXiv:${paper.id}`;
}

function listed(names: readonly string[], isCut: boolean): string {
  if (isCut) return `${names.join(', ')}${names.length > 1 ? ',' : ''} et al.`;
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

function fullName({ last, first, suffix }: AuthorName): string {
  return [first, last, suffix].filter(Boolean).join(' ');
}

function namesOf({ authors = [], organization }: CitedPaper): readonly AuthorName[] {
  const names = realNames(authors).map((name) => authorName(plainText(name)));
  return names.length > 0 || !organization ? names : [{ last: organization.fullname, first: '', whole: true }];
}

function hasOthers({ authors = [], authorCount = 0 }: CitedPaper, names: readonly AuthorName[]): boolean {
  return authors.length > 0 && names.length > 0 && authorCount > authors.length;
}

/** arXiv counts from 2007 on: its ids begin with two digits of the year. */
function yearOf({ id, publishedAt }: CitedPaper): string {
  return publishedAt?.slice(0, 4) ?? `20${id.slice(0, 2)}`;
}

const INSIGNIFICANT = /^(?:an?|the|on|of|in|for|to|from|towards?|with|and|at|by|is|are|do|does|can|how|what|why|when|we|you|your|it)$/;

/** As scholars' search engines make it: `vaswani2017attention`. */
function citationKey(paper: CitedPaper): string {
  const [first] = namesOf(paper);
  const words = plainText(paper.title).split(/[\s\-–—/:,]+/).map(ascii).filter((word) => /[a-z]/.test(word));
  const word = words.find((each) => !INSIGNIFICANT.test(each)) ?? words[0] ?? '';
  const name = ascii(first?.last ?? '') || 'arxiv';
  return name + yearOf(paper) + word;
}

const NAMES_OF_LETTERS = new Map([...LETTERS].map(([name, letter]) => [letter, name]));

function ascii(text: string): string {
  const letters = [...text.normalize('NFKD')].map((sign) => NAMES_OF_LETTERS.get(sign) ?? sign);
  return letters.join('').toLowerCase().replace(/[^a-z0-9]/g, '');
}

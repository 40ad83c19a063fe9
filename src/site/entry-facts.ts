import { isCounter } from '../domain/counter';
import { foldSpace } from '../domain/fold-space';
import { parseIsoDay, type IsoDate } from '../domain/iso-date';
import { toPaperId, type Organization, type Paper, type PaperId } from '../domain/paper';
import { httpUrl } from './site-url';

/** What the page's data says of one paper; what it does not say, or says in a form that cannot be, is absent. */
export type PaperFacts = Partial<Omit<Paper, 'id'>>;

type Fields = Readonly<Record<string, unknown>>;

type Read<T> = (value: unknown) => T | undefined;

const string: Read<string> = (value) => (typeof value === 'string' ? value : undefined);
const text: Read<string> = (value) => foldSpace(string(value) ?? '') || undefined;
const count: Read<number> = (value) => (isCounter(value) ? value : undefined);
const day: Read<IsoDate> = (value) => parseIsoDay(string(value) ?? '');
const link: Read<string> = (value) => (typeof value === 'string' ? httpUrl(value) : undefined);

/** The first of `values` that fits: the site says some things twice, of the entry and of its paper. */
function first<T>(read: Read<T>, ...values: readonly unknown[]): T | undefined {
  for (const value of values) {
    const result = read(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function paperOf(entry: unknown): Fields {
  const fields = fieldsOf(entry);
  // The API's search answers with papers as they are, without an entry around them.
  return typeof fields['paper'] === 'object' ? fieldsOf(fields['paper']) : fields;
}

/** The id of an entry of the digest, or undefined when the entry is none. */
export function entryId(entry: unknown): PaperId | undefined {
  const id = first(string, paperOf(entry)['id'], fieldsOf(entry)['id']);
  return id === undefined ? undefined : toPaperId(id);
}

function readAuthors(value: unknown): Pick<PaperFacts, 'authors' | 'authorCount'> {
  if (!Array.isArray(value)) return {};
  const shown = value.filter((author) => fieldsOf(author)['hidden'] !== true);
  const names = shown.map((author) => first(text, fieldsOf(author)['name'])).filter((name) => name !== undefined);
  // An unreadable name costs that name; the count still says that there is one more.
  return names.length > 0 ? { authors: names, authorCount: shown.length } : {};
}

function readOrganization(...values: readonly unknown[]): Organization | undefined {
  for (const value of values) {
    const { name, fullname } = fieldsOf(value);
    const address = first(text, name);
    // The page shows the address part where an organisation has no other name.
    const label = first(text, fullname, name);
    if (label !== undefined) return address === undefined ? { fullname: label } : { name: address, fullname: label };
  }
  return undefined;
}

function readKeywords(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const keywords = new Set(value.map((item) => first(text, item)).filter((item) => item !== undefined));
  return keywords.size > 0 ? [...keywords] : undefined;
}

/** `facts` without its undefined members. */
export function defined<T extends object>(facts: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Reads one entry of `dailyPapers` or `searchResults`, field by field: a bad field costs only itself. Never throws. */
export function readEntry(entry: unknown): PaperFacts {
  const outer = fieldsOf(entry);
  const paper = paperOf(entry);
  const submitter = fieldsOf(outer['submittedBy']);
  const dailySubmitter = fieldsOf(paper['submittedOnDailyBy']);
  const { authors, authorCount } = readAuthors(paper['authors']);
  return defined<PaperFacts>({
    title: first(text, paper['title'], outer['title']),
    abstract: first(text, paper['summary'], outer['summary']),
    authors,
    authorCount,
    organization: readOrganization(outer['organization'], paper['organization']),
    // The entry's own date is the paper's moved by the server's time zone, most often a day back: the last resort.
    publishedAt: first(day, paper['publishedAt'], outer['publishedAt']),
    upvotes: first(count, paper['upvotes'], outer['upvotes']),
    comments: first(count, outer['numComments'], paper['numComments']),
    githubRepo: first(link, paper['githubRepo']),
    githubStars: first(count, paper['githubStars']),
    projectPage: first(link, paper['projectPage']),
    submitter: first(text, submitter['user'], submitter['name'], dailySubmitter['user'], dailySubmitter['name']),
    thumbnail: first(link, outer['thumbnail'], paper['thumbnail']),
    siteKeywords: readKeywords(paper['ai_keywords']),
  });
}

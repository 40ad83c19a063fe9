import { addDays, type Day } from './app/dates';
import type { Author, DigestEntry, Organization, PaperData, Publisher, User } from './app/page-data';
import { SEED_PAPERS, type Listed } from './papers';
import { hash, objectId } from './random';
import type { SamplePaper } from './sample-paper';

export const PUBLISHER = (origin: string): Publisher => ({
  _id: objectId('publisher'), avatarUrl: `${origin}/avatars/akhaliq.png`, isPro: false, fullname: 'AK', user: 'akhaliq', type: 'user',
});

const seedIds = new Set(SEED_PAPERS.map((paper) => paper.id));

/** A paper in the shape that the host's JSON gives it. `origin` is what pictures are served from. */
export function entryOf({ paper, day }: Listed, origin: string): DigestEntry {
  const data = paperDataOf({ paper, day }, origin);
  const { user: _, ...submittedBy } = data.submittedOnDailyBy;
  return {
    paper: data,
    publishedAt: shownTime(paper),
    title: paper.title,
    summary: paper.abstract,
    thumbnail: `${origin}/social-thumbnails/papers/${paper.id}.svg`,
    ...(paper.video ? { mediaUrls: [`${origin}/uploads/${paper.id}.mp4`] } : {}),
    numComments: paper.comments,
    submittedBy,
    ...(data.organization ? { organization: data.organization } : {}),
    isAuthorParticipating: paper.authorParticipates ?? false,
  };
}

/** The `paper` part of an entry, which is also what `/api/papers/ID` answers. */
export function paperDataOf({ paper, day }: Listed, origin: string): PaperData {
  return {
    id: paper.id,
    authors: paper.authors.map((name, index) => authorOf(paper.id, name, index, origin)),
    publishedAt: publishedTime(paper),
    submittedOnDailyAt: `${day}T00:00:00.000Z`,
    title: paper.title,
    submittedOnDailyBy: userOf(paper.submitter.user, paper.submitter.fullname, origin),
    summary: paper.abstract,
    upvotes: paper.upvotes,
    discussionId: objectId(`discussion ${paper.id}`),
    ...(paper.projectPage ? { projectPage: paper.projectPage } : {}),
    ...(paper.githubRepo ? { githubRepo: paper.githubRepo, githubStars: paper.githubStars ?? 0 } : {}),
    ...(paper.aiSummary ? { ai_summary: paper.aiSummary } : {}),
    ...(paper.keywords ? { ai_keywords: paper.keywords } : {}),
    ...(paper.organization ? { organization: organizationOf(paper.organization, origin) } : {}),
  };
}

/** The day that pages show for a paper. */
export const shownDay = (paper: SamplePaper): Day => shownTime(paper).slice(0, 10);

function authorOf(paperId: string, name: string, index: number, origin: string): Author {
  const id = objectId(`author ${paperId} ${index}`);
  const claimed = hash(id) % 5 === 0;
  return { _id: id, ...(claimed ? { user: userOf(handleOf(name), name, origin) } : {}), name, hidden: false };
}

function userOf(user: string, fullname: string, origin: string): User {
  return { _id: objectId(`user ${user}`), avatarUrl: `${origin}/avatars/${user}.png`, isPro: false, fullname, user, type: 'user', name: user };
}

function organizationOf({ name, fullname }: { name: string; fullname: string }, origin: string): Organization {
  return { _id: objectId(`organization ${name}`), name, fullname, avatar: `${origin}/avatars/${name}.png` };
}

/** Late enough in the day that four hours earlier is still the same day. */
const timeOfDay = ({ id }: SamplePaper): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(5 + (hash(id) % 18))}:${two(hash(`minute ${id}`) % 60)}:${two(hash(`second ${id}`) % 60)}.000Z`;
};

// The host gives old papers their real time and recent ones midnight; the time that it shows is four hours earlier, so
// that a recent paper is shown a day before the date in its data.
function publishedTime(paper: SamplePaper): string {
  return seedIds.has(paper.id) ? `${paper.publishedAt}T${timeOfDay(paper)}` : `${addDays(paper.publishedAt, 1)}T00:00:00.000Z`;
}

function shownTime(paper: SamplePaper): string {
  const FOUR_HOURS_MS = 4 * 3_600_000;
  return new Date(new Date(publishedTime(paper)).getTime() - FOUR_HOURS_MS).toISOString();
}

function handleOf(name: string): string {
  const letters = name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '');
  return letters === '' ? `user${hash(name) % 10_000}` : letters;
}

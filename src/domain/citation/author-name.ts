/** A name as bibliographies need it. `whole`: an organisation, or a name that is not made of given and family names. */
export interface AuthorName {
  readonly last: string;
  readonly first: string;
  readonly suffix?: string;
  readonly whole?: true;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const ORGANIZATION = /\b(?:team|group|collaboration|consortium|project|labs?|institute|university|community|research|initiative|authors|inc|ai)\b\.?$/i;
const PARTICLE = /^(?:van|von|de|der|den|des|di|da|das|do|dos|du|del|della|la|le|ten|ter|te|zu|zum|zur|af|av|al|el|bin|ibn|ben|y)$/;
// "Le", "Da" and "Du" with a capital are more often given names; so is "Van" before a name from Vietnam.
const CAPITAL_PARTICLE = /^(?:Van|Von|De|Der|Den|Di|Del|Della|La)$/;
const VIETNAMESE = /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|truong|mai|dao)$/i;
const UNSPACED = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Splits a name as the site gives it ("Ludwig van Beethoven", "Beethoven, Ludwig van", "Qwen Team"). */
export function authorName(name: string): AuthorName {
  const text = name.replace(/\s+/g, ' ').trim();
  const [before = '', ...after] = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  if (after.length === 1 && SUFFIX.test(after[0]!)) return { ...authorName(before), suffix: after[0]! };
  if (after.length === 1 && !ORGANIZATION.test(text)) return { last: before, first: after[0]! };
  const words = text.split(' ');
  if (words.length === 1 || after.length > 1 || ORGANIZATION.test(text) || words.includes('and') || UNSPACED.test(text)) {
    return { last: text, first: '', whole: true };
  }
  const hasSuffix = words.length > 2 && SUFFIX.test(words.at(-1)!);
  const suffix = hasSuffix ? { suffix: words.pop()! } : {};
  const at = lastNameAt(words);
  return { first: words.slice(0, at).join(' '), last: words.slice(at).join(' '), ...suffix };
}

/** A last name begins with its particles, of which none is the first word of all. */
function lastNameAt(words: readonly string[]): number {
  const last = words.length - 1;
  const isParticle = (word: string) => PARTICLE.test(word) || (CAPITAL_PARTICLE.test(word) && !VIETNAMESE.test(fold(words[last]!)));
  let at = last;
  while (at > 1 && isParticle(words[at - 1]!)) at--;
  return at;
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
}

/** The authors' names without what is none: a colon behind a team's name, "et al.". */
export function realNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => /[\p{L}\p{N}]/u.test(name) && !/^(?:et al\.?|others|and others)$/i.test(name.trim()));
}

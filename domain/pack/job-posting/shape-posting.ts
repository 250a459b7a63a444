import type { Language } from '../../localised.ts';
import { reduceHtml } from '../../text/reduce-html.ts';
import { localiseTexts, type TaggedText } from '../localise-texts.ts';
import { fitForeignId } from '../foreign-id.ts';
import { readChoice } from '../choice-words.ts';
import { isObject } from '../pick-value.ts';
import { readProperty, readText, readTexts, resolve, type Node, type NodesById } from './nodes.ts';
import { shapePlace, toPlain } from './shape-place.ts';

export interface ShapedPosting {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly isForeign: boolean;
  /** It has no text of its own, and its title stands for one. */
  readonly isTextless: boolean;
  /** The last day on which one can apply, as it is written; '' when it does not say. */
  readonly validThrough: string;
}

/** A JobPosting as a job; null when it has no title. @param usual language of postings without `inLanguage` */
export function shapePosting(posting: Node, byId: NodesById, usual: Language | null): ShapedPosting | null {
  const tag = readLanguage(posting);
  const tagged = (texts: readonly TaggedText[], shape: (text: string) => string) =>
    localiseTexts(
      texts.map((each) => ({ text: shape(each.text), tag: each.tag ?? tag })),
      usual,
    );
  const named = readProperty(posting, 'title').length > 0 ? 'title' : 'name';
  const title = tagged(
    readProperty(posting, named).flatMap((value) => readTexts(value)),
    toPlain,
  );
  if (title.localised === undefined) return null;
  const skills = splitSkills(posting);
  const text = tagged(joinTexts(posting, skills.sentences), reduceHtml);
  const id = readText(posting, 'identifier');
  const company = readCompany(posting, byId);
  const fields = {
    id: id === '' ? undefined : fitForeignId(id),
    company: company === '' ? undefined : company,
    title: title.localised,
    text: text.localised ?? title.localised,
    place: shapePlace(posting, byId),
    contract: readContract(posting),
    level: readLevel(posting),
    skills: skills.names.length === 0 ? undefined : skills.names,
    posted: readText(posting, 'datePosted') || undefined,
  };
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    isForeign: title.isForeign || text.isForeign,
    isTextless: text.localised === undefined,
    validThrough: readText(posting, 'validThrough'),
  };
}

/** Of `inLanguage`: a tag, or a thing whose `alternateName` is one. */
function readLanguage(posting: Node): string {
  const [language] = readProperty(posting, 'inLanguage');
  return (isObject(language) ? readText(language, 'alternateName') : '') || readText(posting, 'inLanguage');
}

function readCompany(posting: Node, byId: NodesById): string {
  const [written] = readProperty(posting, 'hiringOrganization');
  const organisation = resolve(written, byId);
  return toPlain(readTexts(organisation)[0]?.text ?? '');
}

const contracts: Readonly<Record<string, string | null>> = {
  INTERN: 'internship',
  FULLTIME: 'full-time',
  PARTTIME: 'part-time',
  CONTRACTOR: 'fixed-term',
  TEMPORARY: 'fixed-term',
  PERDIEM: 'fixed-term',
  SEASONAL: 'fixed-term',
  VOLUNTEER: null,
  OTHER: null,
};

/** An internship is one also when it is full-time; a kind of employment that we have no word for is not told. */
function readContract(posting: Node): string | undefined {
  const written = readProperty(posting, 'employmentType').flatMap((value) => readTexts(value));
  const kinds = written
    .flatMap(({ text }) => text.replace(/^https?:\/\/schema\.org\//i, '').split(/\s*[,;|/]\s*/))
    .map((each) => contracts[each.toUpperCase().replace(/[^A-Z]/g, '')] ?? readChoice('contract', each))
    .filter((each) => each !== null);
  return kinds.includes('internship') ? 'internship' : kinds[0];
}

/** By the experience that is asked for, in months. */
function readLevel(posting: Node): string | undefined {
  if (readContract(posting) === 'internship') return 'intern';
  const [written] = readProperty(posting, 'experienceRequirements');
  const months = isObject(written)
    ? Number(readText(written, 'monthsOfExperience') || Number.NaN)
    : readMonths(written);
  if (!Number.isFinite(months)) return undefined;
  if (months < 24) return 'graduate';
  return months < 60 ? 'mid' : 'senior';
}

function readMonths(written: unknown): number {
  const text = typeof written === 'string' ? reduceHtml(written) : '';
  if (/no experience|entry[ -]level|無需經驗|无需经验|經驗不限|经验不限/i.test(text)) return 0;
  const years = /(\d{1,2})\s*(?:\+|plus)?\s*(?:[-–to]+\s*\d{1,2}\s*)?(?:years?|yrs?|年)/i.exec(text);
  return years === null ? Number.NaN : Number(years[1]) * 12;
}

const longestSkill = 60;

/** Short ones are skills; a whole sentence belongs to the text. */
function splitSkills(posting: Node): { names: string[]; sentences: string[] } {
  const written = readProperty(posting, 'skills').flatMap((value) =>
    readTexts(value).map(({ text }) => reduceHtml(text)),
  );
  const parts = written
    .flatMap((text) => text.split(/\s*[;；|、\n]\s*|[,，]\s+/))
    .map((part) => part.replace(/^•\s*/, '').trim());
  const names = [...new Set(parts.filter((part) => part !== '' && part.length <= longestSkill))];
  return { names, sentences: parts.filter((part) => part.length > longestSkill) };
}

const moreTexts =
  'responsibilities,qualifications,experienceRequirements,educationRequirements,physicalRequirement,employerOverview'.split(
    ',',
  );

/** The description, and what other properties say that is not in it. */
function joinTexts(posting: Node, sentences: readonly string[]): TaggedText[] {
  const described = readProperty(posting, 'description').flatMap((value) => readTexts(value));
  const others = moreTexts.flatMap((name) => readProperty(posting, name).flatMap((value) => readTexts(value)));
  const more = [...others.map(({ text }) => text), ...sentences];
  const [first, ...rest] = described.length === 0 ? [{ text: '', tag: null }] : described;
  if (first === undefined) return [];
  const known = reduceHtml(first.text);
  const added = more.map(reduceHtml).filter((text) => text !== '' && !known.includes(text));
  return [{ text: [known, ...new Set(added)].filter((each) => each !== '').join('\n\n'), tag: first.tag }, ...rest];
}

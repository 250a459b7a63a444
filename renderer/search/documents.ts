import type { PlaceKind } from '../../domain/floor-plan.ts';
import type { Job } from '../../domain/job.ts';
import { languages, type Localised } from '../../domain/localised.ts';
import type { SearchContent } from './content.ts';
import synonyms from './synonyms.json' with { type: 'json' };
import { splitRuns } from './tokens.ts';

export const kinds = ['jobs', 'companies', 'sessions', 'places'] as const;
export type Kind = (typeof kinds)[number];

/** Where in a document a word stands: a title or a skill says more than a company's name, and that more than a body. */
export const fieldNames = ['title', 'skill', 'company', 'detail', 'body'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Anything that can be found, as texts. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: Kind;
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
}

/** Jobs first, the newest of them first: the order of equals. */
export function listDocuments(content: SearchContent): readonly SearchDocument[] {
  const { companies, sessions, floorPlan } = content;
  // With the labels of its stands, so that whoever reads C03 on a sign finds the jobs there.
  const companyNames = new Map(companies.map(({ id, name, stands }) => [id, [...textsOf(name), ...stands]]));
  const functionNames = new Map(content.functions.map(({ id, name }) => [id, [id, ...textsOf(name)]]));
  const places = floorPlan?.features.map(({ properties }) => properties) ?? [];
  const placeNames = new Map(places.map(({ id, name, label }) => [id, [...textsOf(name), ...listOf(label)]]));
  return [
    ...sortByDate(content.jobs).map((job) => ({
      id: job.id,
      kind: 'jobs' as const,
      fields: {
        title: textsOf(job.title),
        skill: job.skills,
        company: companyNames.get(job.company) ?? [],
        detail: [
          ...(functionNames.get(job.function ?? '') ?? []),
          ...listOf(job.level),
          ...listOf(job.contract),
          ...job.languages,
          ...textsOf(job.place),
        ],
        body: textsOf(job.text),
      },
    })),
    ...companies.map(({ id, name, stands, about }) => ({
      id,
      kind: 'companies' as const,
      fields: { title: textsOf(name), skill: [], company: stands, detail: [], body: textsOf(about) },
    })),
    ...sessions.map(({ id, kind, title, speakers, track, room, place, text }) => ({
      id,
      kind: 'sessions' as const,
      fields: {
        title: textsOf(title),
        skill: [],
        company: speakers,
        detail: [kind, ...textsOf(track), ...textsOf(room), ...(placeNames.get(place ?? '') ?? [])],
        body: textsOf(text),
      },
    })),
    ...places
      .filter(({ kind }) => kind !== 'walkway' && kind !== 'kiosk')
      .map(({ id, kind, name, label }) => ({
        id,
        kind: 'places' as const,
        fields: {
          title: [...listOf(label), ...textsOf(name)],
          skill: [],
          company: amenityWords(kind),
          detail: [],
          body: [],
        },
      })),
  ];
}

/** The newest first; without a date last, and otherwise as given. */
export function sortByDate(jobs: readonly Job[]): Job[] {
  const dateOf = ({ posted = '' }: Job) => posted;
  return jobs.toSorted((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) < dateOf(b) ? 1 : -1));
}

/** All that a document is called, a line each, as what was typed can be compared with it. */
export function titlesOf({ fields }: SearchDocument): string {
  return `\n${fields.title.map(comparable).join('\n')}\n`;
}

/** A text with one blank between its words and none of its signs. */
export function comparable(text: string): string {
  return splitRuns(text)
    .map((run) => run.text)
    .join(' ');
}

/** How people ask for it; not synonyms, because whoever looks for lunch wants no job that mentions it. */
function amenityWords(kind: PlaceKind): readonly string[] {
  const words: Readonly<Record<string, readonly string[]>> = synonyms.amenities;
  return words[kind] ?? [kind];
}

function textsOf(text: Localised | undefined): string[] {
  return languages.flatMap((language) => listOf(text?.[language]));
}

function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

import type { z } from 'zod';
import { companySchema } from '../company.ts';
import { longestLabel } from '../floor-plan.ts';
import { jobSchema } from '../job.ts';
import { sessionSchema } from '../session.ts';
import { skillSchema } from '../skill.ts';
import type { ListPart } from './readers.ts';

/** What a column holds. A `localised` one stands in the file once per language: `name_en`, `name_zh_hant`, `name_zh_hans`. */
export interface Column {
  readonly holds:
    | 'text'
    | 'whole number'
    | 'list'
    | 'localised text'
    | 'date'
    | 'date and time'
    /** One of few values, or several, that `choice-words.ts` knows by many words. */
    | 'choice'
    | 'choices'
    /** The name or id of a company, a function, a place: what it refers to is known when all files are read. */
    | 'reference'
    /** Not a field of the schema but of use for others: the day of a session, how long it lasts. */
    | 'aid';
  readonly required: boolean;
  /** What to write when the cell is empty and must not be. */
  readonly hint: string;
  /** What parts the entries of a list; blanks, commas and semicolons when it is left out. */
  readonly separator?: RegExp;
  /** Characters of an entry at most; a longer one is left out. */
  readonly longest?: number;
}

/** A file of the pack that lists things. */
export interface Table<Item> {
  readonly stem: ListPart;
  /** One of them, and several. */
  readonly nouns: readonly [string, string];
  readonly schema: z.ZodType<Item>;
  readonly columns: Readonly<Record<string, Column>>;
}

const id: Column = {
  holds: 'text',
  required: false,
  hint: 'Write a name that no other row has and that stays the same.',
};
/** Semicolons where there are any, otherwise the commas of three languages, bars and lines. */
const phrases = /;|；|\s*\|\s*|\n|、/;

function column(holds: Column['holds'], hint: string, more: Partial<Column> = {}): Column {
  return { holds, required: false, hint, ...more };
}

const required = { required: true } as const;

export const companyTable = {
  stem: 'companies',
  nouns: ['company', 'companies'],
  schema: companySchema,
  columns: {
    id,
    name: column('localised text', "Write the company's name in at least one language.", required),
    stands: column('list', 'Write the labels of its stands, parted by commas: C03, C04.', {
      separator: /[,;，；、\n]/,
      longest: longestLabel,
    }),
    about: column('localised text', 'Write a sentence or two about the company.'),
  },
} as const satisfies Table<z.infer<typeof companySchema>>;

export const jobTable = {
  stem: 'jobs',
  nouns: ['job', 'jobs'],
  schema: jobSchema,
  columns: {
    id,
    company: column('reference', 'Write the id or name of the company that offers the job.', required),
    function: column('reference', "Write the id or name of one of the event's functions."),
    level: column('choice', 'Write how experienced the applicant must be.'),
    contract: column('choice', 'Write the kind of contract.'),
    place: column('localised text', 'Write where the work is done.'),
    languages: column('choices', 'Write language codes parted by spaces: en yue.'),
    skills: column('list', 'Write skills parted by semicolons: SystemVerilog; RISC-V.', {
      separator: phrases,
      longest: 80,
    }),
    posted: column('date', 'Write the date as YYYY-MM-DD.'),
    title: column('localised text', "Write the job's title in at least one language.", required),
    text: column('localised text', 'Write the advertisement in at least one language.', required),
  },
} as const satisfies Table<z.infer<typeof jobSchema>>;

export const agendaTable = {
  stem: 'agenda',
  nouns: ['session', 'sessions'],
  schema: sessionSchema,
  columns: {
    id,
    kind: column('choice', 'Write what kind of session it is.'),
    date: column('aid', 'Write the day as YYYY-MM-DD.'),
    start: column('date and time', 'Write date and time as YYYY-MM-DDTHH:MM.', required),
    end: column('date and time', 'Write date and time as YYYY-MM-DDTHH:MM.', required),
    duration: column('aid', 'Write how long it lasts as HH:MM.'),
    place: column('reference', 'Write the id of a place on the floor plan.'),
    room: column('localised text', 'Write the name of the room.'),
    track: column('localised text', 'Write the track that the session belongs to.'),
    speakers: column('list', 'Write the names of the speakers, parted by semicolons.', { separator: phrases }),
    capacity: column('whole number', 'Write how many people fit in.'),
    title: column('localised text', "Write the session's title in at least one language.", required),
    text: column('localised text', 'Write a sentence or two about the session.'),
  },
} as const satisfies Table<z.infer<typeof sessionSchema>>;

export const skillTable = {
  stem: 'skills',
  nouns: ['skill', 'skills'],
  schema: skillSchema,
  columns: {
    id,
    label: column('localised text', 'Write what the skill is called in at least one language.', required),
    alternatives: column('list', 'Write its other names, parted by semicolons.', { separator: phrases, longest: 120 }),
  },
} as const satisfies Table<z.infer<typeof skillSchema>>;

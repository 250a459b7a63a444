import type { z } from 'zod';
import { companySchema } from '../company.ts';
import { jobSchema } from '../job.ts';
import { sessionSchema } from '../session.ts';

/** What a column holds. A `localised` one stands in the file once per language: `name_en`, `name_zh_hant`, `name_zh_hans`. */
export interface Column {
  readonly holds: 'text' | 'whole number' | 'list' | 'localised text';
  readonly required: boolean;
  /** What to write when the cell is empty and must not be. */
  readonly hint: string;
}

/** A file of the pack that lists things, as CSV or JSON. */
export interface Table<Item> {
  readonly stem: string;
  /** One of them, and several. */
  readonly nouns: readonly [string, string];
  readonly schema: z.ZodType<Item>;
  readonly columns: Readonly<Record<string, Column>>;
}

const id: Column = {
  holds: 'text',
  required: true,
  hint: 'Write a name that no other row has and that stays the same.',
};

function text(hint: string, required = false): Column {
  return { holds: 'text', required, hint };
}

function list(hint: string): Column {
  return { holds: 'list', required: false, hint };
}

function localised(hint: string, required = false): Column {
  return { holds: 'localised text', required, hint };
}

export const companyTable = {
  stem: 'companies',
  nouns: ['company', 'companies'],
  schema: companySchema,
  columns: {
    id,
    name: localised("Write the company's name in at least one language.", true),
    stands: list('Write the labels of its stands, parted by spaces: C03 C04.'),
    about: localised('Write a sentence or two about the company.'),
  },
} as const satisfies Table<z.infer<typeof companySchema>>;

export const jobTable = {
  stem: 'jobs',
  nouns: ['job', 'jobs'],
  schema: jobSchema,
  columns: {
    id,
    company: text('Write the id of the company that offers the job.', true),
    function: text("Write the id of one of the event's functions."),
    level: text('Write how experienced the applicant must be.'),
    contract: text('Write the kind of contract.'),
    place: localised('Write where the work is done.'),
    languages: list('Write language codes parted by spaces: en yue.'),
    skills: list('Write skills parted by semicolons: SystemVerilog; RISC-V.'),
    posted: text('Write the date as YYYY-MM-DD.'),
    title: localised("Write the job's title in at least one language.", true),
    text: localised('Write the advertisement in at least one language.', true),
  },
} as const satisfies Table<z.infer<typeof jobSchema>>;

export const agendaTable = {
  stem: 'agenda',
  nouns: ['session', 'sessions'],
  schema: sessionSchema,
  columns: {
    id,
    kind: text('Write what kind of session it is.', true),
    start: text('Write date and time as YYYY-MM-DDTHH:MM.', true),
    end: text('Write date and time as YYYY-MM-DDTHH:MM.', true),
    place: text('Write the id of a place on the floor plan.'),
    room: localised('Write the name of the room.'),
    track: localised('Write the track that the session belongs to.'),
    speakers: list('Write the names of the speakers, parted by semicolons.'),
    capacity: { holds: 'whole number', required: false, hint: 'Write how many people fit in.' },
    title: localised("Write the session's title in at least one language.", true),
    text: localised('Write a sentence or two about the session.'),
  },
} as const satisfies Table<z.infer<typeof sessionSchema>>;

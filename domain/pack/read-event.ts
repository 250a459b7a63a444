import { z } from 'zod';
import { eventSchema, type EventDetails } from '../event.ts';
import { fileMappingSchema, type FileMapping } from './file-mapping.ts';
import type { Problem } from './problem.ts';
import { checkWhole, createLocate, readJson, type LocateInDocument } from './read-document.ts';

/** What other files refer to, as far as it is in order even when the rest of `event.json` is not. */
type EventReferences = {
  readonly [Name in 'functions' | 'interests' | 'kiosks' | 'languages' | 'timeZone' | 'days']:
    EventDetails[Name] | null;
};

export interface EventFile {
  readonly event: EventDetails | null;
  readonly references: EventReferences;
  /** How the other files are to be read; empty when it is not in order. */
  readonly files: FileMapping;
  readonly locate: LocateInDocument;
}

/** What stands in the file: the event that kiosks show, and what only the reader of the pack needs. */
const eventFileSchema = eventSchema.extend({ files: fileMappingSchema.optional() });

/** `event.json`. */
export function readEvent(file: string, bytes: Uint8Array): { read: EventFile | null; problems: Problem[] } {
  const { document, problems } = readJson(file, bytes);
  if (document === null) return { read: null, problems };
  const locate = createLocate(file, document);
  const { item, found } = checkWhole(eventFileSchema, document.value, locate);
  problems.push(...found.map((problem) => (problem.column === 'sealingKey' ? explainSealingKey(problem) : problem)));
  const files = item?.files ?? readMapping(document.value);
  if (item === null)
    return { read: { event: null, references: readReferences(document.value), files, locate }, problems };
  const { files: _, ...event } = item;
  return { read: { event, references: event, files, locate }, problems };
}

/** How event.json says that the other files are to be read, as far as it is in order. */
export function readFileMapping(bytes: Uint8Array | undefined): FileMapping {
  if (bytes === undefined) return {};
  return readMapping(readJson('event.json', bytes).document?.value);
}

function readMapping(written: unknown): FileMapping {
  const { files } = z.looseObject({}).catch({}).parse(written);
  return readPart(fileMappingSchema, files) ?? {};
}

function explainSealingKey(problem: Problem): Problem {
  return {
    ...problem,
    message: 'The key that registrations are sealed with is missing or damaged.',
    instead: 'Run `npm run event -- key PACK`, which writes it.',
  };
}

function readReferences(written: unknown): EventReferences {
  const { functions, interests, kiosks, languages, timeZone, days } = eventSchema.shape;
  const parts = z.looseObject({}).catch({}).parse(written);
  return {
    functions: readPart(functions, parts['functions']),
    interests: readPart(interests, parts['interests']),
    kiosks: readPart(kiosks, parts['kiosks']),
    languages: readPart(languages, parts['languages']),
    timeZone: readPart(timeZone, parts['timeZone']),
    days: readPart(days, parts['days']),
  };
}

function readPart<Part>(schema: z.ZodType<Part>, written: unknown): Part | null {
  const outcome = schema.safeParse(written);
  return outcome.success ? outcome.data : null;
}

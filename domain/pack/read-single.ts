import { z } from 'zod';
import { eventSchema, type EventDetails } from '../event.ts';
import type { Problem } from './problem.ts';
import { checkWhole, createLocate, readJson, type LocateInDocument } from './read-document.ts';

/** What other files refer to, as far as it is in order even when the rest of `event.json` is not. */
type EventReferences = {
  readonly [Name in 'functions' | 'interests' | 'kiosks' | 'languages']: EventDetails[Name] | null;
};

export interface EventFile {
  readonly event: EventDetails | null;
  readonly references: EventReferences;
  readonly locate: LocateInDocument;
}

/** `event.json`. */
export function readEvent(file: string, bytes: Uint8Array): { read: EventFile | null; problems: Problem[] } {
  const { document, problems } = readJson(file, bytes);
  if (document === null) return { read: null, problems };
  const locate = createLocate(file, document);
  const { item, found } = checkWhole(eventSchema, document.value, locate);
  problems.push(...found.map((problem) => (problem.column === 'sealingKey' ? explainSealingKey(problem) : problem)));
  return { read: { event: item, references: item ?? readReferences(document.value), locate }, problems };
}

function explainSealingKey(problem: Problem): Problem {
  return {
    ...problem,
    message: 'The key that registrations are sealed with is missing or damaged.',
    instead: 'Run `npm run event -- key PACK`, which writes it.',
  };
}

function readReferences(written: unknown): EventReferences {
  const { functions, interests, kiosks, languages } = eventSchema.shape;
  const parts = z.looseObject({}).catch({}).parse(written);
  return {
    functions: readPart(functions, parts['functions']),
    interests: readPart(interests, parts['interests']),
    kiosks: readPart(kiosks, parts['kiosks']),
    languages: readPart(languages, parts['languages']),
  };
}

function readPart<Part>(schema: z.ZodType<Part>, written: unknown): Part | null {
  const outcome = schema.safeParse(written);
  return outcome.success ? outcome.data : null;
}

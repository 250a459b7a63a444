import { z } from 'zod';
import { eventSchema, type EventDetails } from '../event.ts';
import { floorPlanSchema, placeSchema, type Place } from '../floor-plan.ts';
import { checkItem } from './check-item.ts';
import { decodeText } from './decode-text.ts';
import { parseJson, type JsonDocument } from './parse-json.ts';
import { quote, type Problem } from './problem.ts';
import { checkDocumentItems, describePath, type List } from './read-list.ts';

/** What other files refer to, as far as it is in order even when the rest of `event.json` is not. */
type EventReferences = {
  readonly [Name in 'functions' | 'interests' | 'kiosks' | 'languages']: EventDetails[Name] | null;
};

export interface EventFile {
  readonly event: EventDetails | null;
  readonly references: EventReferences;
  readonly locate: (path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line' | 'column'>;
}

/** `event.json`. */
export function readEvent(file: string, bytes: Uint8Array): { read: EventFile | null; problems: Problem[] } {
  const { document, problems } = readJson(file, bytes);
  if (document === null) return { read: null, problems };
  const locate = createLocate(file, document);
  const { item, found } = checkWhole(eventSchema, document, locate);
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

/** Whether the plan is whole is decided feature by feature, so that one bad stand does not hide the others. */
const envelopeSchema = floorPlanSchema.extend({ features: z.array(z.unknown()).min(1) });

/** `floorplan.geojson`. */
export function readFloorPlan(file: string, bytes: Uint8Array): { list: List<Place> | null; problems: Problem[] } {
  const { document, problems } = readJson(file, bytes);
  if (document === null) return { list: null, problems };
  const { item, found } = checkWhole(envelopeSchema, document, createLocate(file, document));
  problems.push(...found);
  if (item === null) return { list: null, problems };
  const { features } = item;
  const outcome = checkDocumentItems({ schema: placeSchema, file, document, items: features, base: ['features'] });
  return { list: outcome.list, problems: [...problems, ...outcome.problems] };
}

function readJson(file: string, bytes: Uint8Array): { document: JsonDocument | null; problems: Problem[] } {
  const { text, problems } = decodeText(file, bytes);
  if (text === null) return { document: null, problems };
  const { document, problems: syntaxProblems } = parseJson(file, text);
  return { document, problems: [...problems, ...syntaxProblems] };
}

function createLocate(file: string, document: JsonDocument): EventFile['locate'] {
  return (path) => ({
    file,
    line: document.lineOf(path),
    ...(path.length === 0 ? {} : { column: describePath(path) }),
  });
}

function checkWhole<Item>(schema: z.ZodType<Item>, document: JsonDocument, locate: EventFile['locate']) {
  const { item, faults } = checkItem(schema, document.value);
  const found = faults.map(({ severity, path, found: value, message, instead }): Problem => {
    const shown = value === undefined ? {} : { found: quote(value) };
    return { severity, ...locate(path), ...shown, message, instead };
  });
  return { item, found };
}

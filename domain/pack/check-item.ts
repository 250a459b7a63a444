import { z } from 'zod';
import { findNearestName } from './nearest-name.ts';
import { explainIssue } from './explain-issue.ts';

/** Something wrong inside one item. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  readonly path: readonly PropertyKey[];
  readonly found: unknown;
  readonly message: string;
  readonly instead: string;
}

/**
 * One item against its schema. Names that the schema does not know are warned of and left out; everything else that does not fit is an
 * error, and then there is no item.
 */
export function checkItem<Item>(schema: z.ZodType<Item>, written: unknown): { item: Item | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const value = structuredClone(written);
  for (;;) {
    const outcome = schema.safeParse(value);
    if (outcome.success) return { item: outcome.data, faults };
    const unknown = outcome.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
    if (unknown.length === 0) {
      for (const issue of outcome.error.issues) {
        const found = lookUp(value, issue.path);
        faults.push({ severity: 'error', path: issue.path, found, ...explainIssue(issue, found) });
      }
      return { item: null, faults };
    }
    for (const { path, keys } of unknown) {
      const owner = lookUp(value, path) as Record<string, unknown>;
      const known = listKnownNames(schema, path);
      for (const key of keys) {
        faults.push({ severity: 'warning', path: [...path, key], found: key, ...describeUnknownName(key, known) });
        Reflect.deleteProperty(owner, key);
      }
    }
  }
}

/** What stands at a path inside a value. */
export function lookUp(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The names that an object at this path of the schema may have. */
function listKnownNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner: JsonSchema[] = [z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })];
  for (const key of path) inner = inner.flatMap(spread).flatMap((at) => stepInto(at, key));
  return [...new Set(inner.flatMap(spread).flatMap((at) => Object.keys(at.properties ?? {})))];
}

function spread(schema: JsonSchema): JsonSchema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(spread)];
}

function stepInto(schema: JsonSchema, key: PropertyKey): JsonSchema[] {
  const next = typeof key === 'number' ? schema.items : schema.properties?.[String(key)];
  return typeof next === 'object' && !Array.isArray(next) ? [next] : [];
}

/** The words about a column or JSON key that no schema knows. */
export function describeUnknownName(written: string, known: readonly string[]): { message: string; instead: string } {
  const nearest = findNearestName(written, known);
  return {
    message: 'This name is not known and is left out.',
    instead: nearest === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${nearest}?`,
  };
}

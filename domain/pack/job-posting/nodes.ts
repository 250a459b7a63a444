import { isObject } from '../pick-value.ts';
import type { TaggedText } from '../localise-texts.ts';

/** A thing of schema.org with its properties, from JSON-LD or from the tags of a page. */
export type Node = Readonly<Record<string, unknown>>;

export interface PostingNode {
  readonly node: Node;
  /** Where the block that holds it begins, from 1. */
  readonly line: number;
  readonly form: 'json' | 'tags';
}

/** What `{ "@id": … }` stands for. */
export type NodesById = ReadonlyMap<string, Node>;

/** Deeper ones are no posting, but an attack. */
const deepest = 32;

/** Everything of type JobPosting in a JSON-LD document, in `@graph`, lists or other things, and all that has an `@id`. */
export function findPostings(document: unknown): { postings: Node[]; byId: Map<string, Node> } {
  const postings: Node[] = [];
  const byId = new Map<string, Node>();
  const visit = (value: unknown, depth: number) => {
    if (depth > deepest) return;
    if (Array.isArray(value)) for (const each of value) visit(each, depth + 1);
    if (!isObject(value)) return;
    const id = value['@id'];
    // A bare reference is not the thing itself.
    if (typeof id === 'string' && Object.keys(value).length > 1) byId.set(id, { ...byId.get(id), ...value });
    if (isPosting(value)) postings.push(value);
    for (const inner of Object.values(value)) visit(inner, depth + 1);
  };
  visit(document, 0);
  return { postings, byId };
}

export function isPosting(node: Node): boolean {
  return listValues(node['@type'] ?? node['type']).some(
    (type) => typeof type === 'string' && isNamed(type, 'JobPosting'),
  );
}

function isNamed(written: string, name: string): boolean {
  return written.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '') === name;
}

/** The values of a property, with or without the prefix of its vocabulary. */
export function readProperty(node: Node, name: string): readonly unknown[] {
  const key = [name, `schema:${name}`, `https://schema.org/${name}`, `http://schema.org/${name}`].find(
    (each) => node[each] !== undefined,
  );
  return key === undefined ? [] : listValues(node[key]);
}

function listValues(value: unknown): readonly unknown[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.filter((each) => each !== undefined && each !== null && each !== '');
}

/** The thing itself where only its `@id` is written. */
export function resolve(value: unknown, byId: NodesById): unknown {
  if (!isObject(value)) return value;
  const id = value['@id'];
  return typeof id === 'string' ? { ...byId.get(id), ...value } : value;
}

const nameProperties = ['name', 'legalName', 'description', 'credentialCategory', 'termCode', 'value', 'alternateName'];

/** A value as texts with the tag of their language: a text, a number, `@value`, or what a thing is called. */
export function readTexts(value: unknown, depth = 0): TaggedText[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ text: value.trim(), tag: null }];
  if (typeof value === 'number') return [{ text: String(value), tag: null }];
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((each) => readTexts(each, depth + 1));
  if (!isObject(value)) return [];
  if (value['@value'] !== undefined) {
    const tag = value['@language'];
    return readTexts(value['@value'], depth + 1).map(({ text }) => ({
      text,
      tag: typeof tag === 'string' ? tag : null,
    }));
  }
  for (const name of nameProperties) {
    const texts = readProperty(value, name).flatMap((each) => readTexts(each, depth + 1));
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The first text of a property; '' when it has none. */
export function readText(node: Node, name: string): string {
  return readProperty(node, name).flatMap((value) => readTexts(value))[0]?.text ?? '';
}

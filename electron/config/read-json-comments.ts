import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** One key of the outermost object, where it stands, from 1. */
export interface ReadKey {
  readonly name: string;
  readonly value: unknown;
  readonly place: Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface JsonWithComments {
  /** In their order; a key that stands there twice is there twice. Null when the text is no object. */
  readonly keys: readonly ReadKey[] | null;
  /** What is no JSON, and what to write instead. */
  readonly faults: readonly { readonly place: Place; readonly words: string }[];
}

/**
 * Reads a JSON object that a person wrote: with comments (slashes or slash and star) and a comma after the last entry. It reads on after a fault, so
 * that all of them are told at once.
 */
export function readJsonWithComments(content: string): JsonWithComments {
  // Windows' Notepad puts a byte order mark first.
  const text = content.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const faults = errors.map(({ error, offset }) => ({
    place: findPlace(text, offset),
    words: faultWords[printParseErrorCode(error)] ?? 'is no JSON',
  }));
  if (root?.type !== 'object') return { keys: null, faults };
  const keys = (root.children ?? []).flatMap(({ offset, children: [name, value] = [] }): ReadKey[] =>
    name === undefined || value === undefined
      ? []
      : [{ name: String(name.value), value: toValue(value), place: findPlace(text, offset) }],
  );
  return { keys, faults };
}

/** Without a prototype's keys: `__proto__` in a file is a key like any other. */
function toValue({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(toValue);
  if (type !== 'object') return value as unknown;
  const entries = children.flatMap(({ children: [name, inner] = [] }) =>
    name === undefined || inner === undefined ? [] : [[String(name.value), toValue(inner)] as const],
  );
  return Object.fromEntries(entries);
}

function findPlace(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** By the parser's own names of faults. */
const faultWords: Readonly<Record<string, string>> = {
  InvalidSymbol: 'is no value: write a text in double quotes, a number, true, false, a list [ ] or an object { }',
  InvalidNumberFormat: 'is no number: write digits, such as 45',
  PropertyNameExpected: 'a key in double quotes belongs here',
  ValueExpected: 'a value is missing here: write a text in double quotes, a number, true or false',
  ColonExpected: 'write a colon between the key and its value',
  CommaExpected: 'write a comma between this entry and the one before',
  CloseBraceExpected: 'the } that ends it is missing',
  CloseBracketExpected: 'the ] that ends the list is missing',
  EndOfFileExpected: 'nothing but comments may stand behind the last }',
  InvalidCommentToken: 'is no comment: begin one with //',
  UnexpectedEndOfComment: 'the comment does not end: write */',
  UnexpectedEndOfString: 'the text does not end: write a double quote behind it, on the same line',
  UnexpectedEndOfNumber: 'the number does not end: write digits, such as 45',
  InvalidUnicode: 'write each backslash twice (C:\\\\Foyer), or a slash in its place (C:/Foyer)',
  InvalidEscapeCharacter: 'write each backslash twice (C:\\\\Foyer), or a slash in its place (C:/Foyer)',
  InvalidCharacter: 'a text may hold no tabs and line breaks: write it on one line',
};

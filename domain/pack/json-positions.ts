/** A string is told apart by its opening quotation mark; `[ !#-[\]-\uffff]` is what may stand in it unescaped. */
const token =
  /(?:([{}[\]:,])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const blank = /[ \t\r\n]*/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

export interface JsonPositions {
  /** Offset of the first fault; null when the text is JSON (RFC 8259). */
  readonly fault: number | null;
  /** Offset of each value by its path, the names joined by line feeds. */
  readonly offsets: ReadonlyMap<string, number>;
}

/**
 * Where in a JSON text its values stand, or where it stops being JSON. `JSON.parse` tells neither: some of its messages hold no position.
 * Not recursive, so that no depth of brackets exhausts the stack.
 */
export function locateJson(text: string): JsonPositions {
  const offsets = new Map<string, number>();
  const open: { closes: '}' | ']'; index: number }[] = [];
  const path: string[] = [];
  let expected: Expected = 'value';
  for (let offset = 0; ;) {
    blank.lastIndex = offset;
    blank.test(text);
    const start = blank.lastIndex;
    if (start === text.length) return { fault: expected === 'nothing' ? null : start, offsets };
    token.lastIndex = start;
    const match = token.exec(text);
    if (match === null) return { fault: start, offsets };
    offset = token.lastIndex;
    const [whole, sign, string] = match;
    const inner = open.at(-1);
    if (sign === ':' || sign === ',') {
      if (sign === ':' ? expected !== ':' : expected !== ', or end') return { fault: start, offsets };
      if (sign === ':') expected = 'value';
      else if (inner?.closes === '}') expected = 'key';
      else if (inner !== undefined) {
        inner.index += 1;
        path[path.length - 1] = String(inner.index);
        expected = 'value';
      }
    } else if (sign === '}' || sign === ']') {
      const empty = sign === '}' ? 'key or }' : 'value or ]';
      if (inner?.closes !== sign || (expected !== ', or end' && expected !== empty)) return { fault: start, offsets };
      open.pop();
      path.pop();
      expected = open.length === 0 ? 'nothing' : ', or end';
    } else if (expected === 'key' || expected === 'key or }') {
      if (string === undefined) return { fault: start, offsets };
      path[path.length - 1] = String(JSON.parse(whole));
      expected = ':';
    } else if (expected === 'value' || expected === 'value or ]') {
      offsets.set(path.join('\n'), start);
      if (sign === '{' || sign === '[') {
        open.push({ closes: sign === '{' ? '}' : ']', index: 0 });
        path.push(sign === '{' ? '' : '0');
        expected = sign === '{' ? 'key or }' : 'value or ]';
      } else expected = open.length === 0 ? 'nothing' : ', or end';
    } else return { fault: start, offsets };
  }
}

/** Line and column, both from 1. */
export function toLineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

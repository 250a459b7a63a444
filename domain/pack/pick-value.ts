/**
 * What stands at a path of a record: a heading as written, or names parted by dots, `[]` behind one that is a list: `stands[].booth`. A last
 * part with braces is written out for each: `stands[].{hall} {booth}`.
 */
export function pickValue(record: Readonly<Record<string, unknown>>, source: string): unknown {
  if (Object.hasOwn(record, source)) return record[source];
  const template = /(^|\.)([^.]*\{.*)$/.exec(source);
  const path = template === null ? source : source.slice(0, template.index);
  const keys = path === '' ? [] : path.split('.');
  const found = walk(record, keys);
  if (template?.[2] === undefined) return found;
  const pattern = template[2];
  return Array.isArray(found) ? found.map((each) => fill(pattern, each)) : fill(pattern, found);
}

/** The names at the top of a record that a source begins with. */
export function toSourceKey(source: string): string {
  return source.replace(/(\[\]|\.|\{).*$/s, '');
}

function walk(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  const isList = key.endsWith('[]');
  const inner = isObject(value) ? value[isList ? key.slice(0, -2) : key] : undefined;
  if (!isList) return walk(inner, rest);
  return Array.isArray(inner) ? inner.map((each) => walk(each, rest)).filter((each) => each !== undefined) : undefined;
}

function fill(pattern: string, record: unknown): string {
  return pattern
    .replace(/\{([^}]*)\}/g, (_, key: string) => {
      const value = isObject(record) ? record[key] : undefined;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    })
    .trim();
}

/** An object in the sense of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether there is nothing in it to read. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.every(isBlank))
  );
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface ListedName {
  readonly own: string;
  /** '' when the list has none. */
  readonly latin: string;
}

/** A list of names: lines with perhaps a tab and the Latin spelling, or a .json array of strings. Empty lines are left out. */
export function readNames(file: string): ListedName[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  if (file.endsWith('.json')) {
    const names = z.array(z.string(), `${file} is no array of strings`).parse(JSON.parse(text));
    return names.map((own) => ({ own, latin: '' }));
  }
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [own = '', latin = ''] = line.split('\t');
      return { own, latin };
    });
}

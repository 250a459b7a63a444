import type { BuiltIndex } from './catalogue-index.ts';

/** A built index as it is kept: long lists of strings as one string each, which is cloned and read a good deal faster. */
export interface PackedIndex extends Omit<BuiltIndex, 'inverted' | 'readings' | 'titles'> {
  readonly inverted: Omit<BuiltIndex['inverted'], 'terms'> & { readonly terms: string };
  readonly readings: { readonly keys: string; readonly ends: string; readonly han: string };
  readonly titles: string;
}

/** In no term, reading or title: they are letters, digits and signs of words. */
const border = '\u0000';

export function packIndex({ inverted, readings, titles }: BuiltIndex): PackedIndex {
  return {
    inverted: { ...inverted, terms: inverted.terms.join(border) },
    readings: {
      keys: readings.keys.join(border),
      ends: readings.ends.join(border),
      han: readings.han.join(border),
    },
    titles: titles.join(border),
  };
}

export function unpackIndex({ inverted, readings, titles }: PackedIndex): BuiltIndex {
  return {
    inverted: { ...inverted, terms: split(inverted.terms) },
    readings: { keys: split(readings.keys), ends: split(readings.ends), han: split(readings.han) },
    titles: split(titles),
  };
}

function split(list: string): string[] {
  return list === '' ? [] : list.split(border);
}

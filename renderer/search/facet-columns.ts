import type { Job } from '../../domain/job.ts';
import { facetNames, type FacetName, type Facets, type SearchAnswer } from './query.ts';

/** The values that jobs have of one facet: those of job `i` are `codes[offsets[i]]` up to `codes[offsets[i + 1]]`. */
interface Column {
  readonly name: FacetName;
  readonly values: readonly string[];
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
}

export interface FacetColumns {
  /**
   * @param isFound of each job, whether the words fit
   * @returns the jobs that fit words and facets, in their order, and how many each value would leave
   */
  narrow(isFound: (job: number) => boolean, facets: Facets): { jobs: number[]; counts: SearchAnswer['counts'] };
  /** Tells of each job whether it fits the facets. */
  fitter(facets: Facets): (job: number) => boolean;
}

export function createFacetColumns(jobs: readonly Job[]): FacetColumns {
  const columns = facetNames.map((name) => createColumn(jobs, name));
  const askedOf = (facets: Facets) =>
    columns.flatMap((column, index) => {
      const codes = chooseCodes(column.values, facets[column.name]);
      return codes === null ? [] : [{ column, index, codes }];
    });
  return {
    fitter(facets) {
      const asked = askedOf(facets);
      return (job) => asked.every(({ column, codes }) => hasOne(column, job, codes));
    },
    narrow(isFound, facets) {
      const counts = columns.map(({ values }) => new Uint32Array(values.length));
      const narrowed: number[] = [];
      const asked = askedOf(facets);
      for (let job = 0; job < jobs.length; job += 1) {
        if (!isFound(job)) continue;
        // Of the facets that it does not fit: one at most is of interest, because the others stay as they are.
        let misfit = -1;
        let misfits = 0;
        for (const { column, index, codes } of asked) {
          if (hasOne(column, job, codes)) continue;
          misfit = index;
          misfits += 1;
        }
        if (misfits > 1) continue;
        if (misfits === 0) narrowed.push(job);
        for (let index = 0; index < columns.length; index += 1) {
          const [column, count] = [columns[index], counts[index]];
          if (column && count && (misfits === 0 || misfit === index)) countValues(column, job, count);
        }
      }
      return { jobs: narrowed, counts: nameCounts(columns, counts) };
    },
  };
}

function createColumn(jobs: readonly Job[], name: FacetName): Column {
  const numbers = new Map<string, number>();
  const offsets = new Uint32Array(jobs.length + 1);
  const codes: number[] = [];
  jobs.forEach((job, index) => {
    for (const value of new Set(valuesOf(job, name))) {
      let number = numbers.get(value);
      if (number === undefined) numbers.set(value, (number = numbers.size));
      codes.push(number);
    }
    offsets[index + 1] = codes.length;
  });
  return { name, values: [...numbers.keys()], offsets, codes: Uint32Array.from(codes) };
}

/** Null where nothing is chosen: all of them. */
function chooseCodes(values: readonly string[], chosen: readonly string[]): Uint8Array | null {
  return chosen.length === 0 ? null : Uint8Array.from(values, (value) => (chosen.includes(value) ? 1 : 0));
}

function hasOne({ offsets, codes }: Column, job: number, chosen: Uint8Array): boolean {
  const end = offsets[job + 1] ?? 0;
  for (let at = offsets[job] ?? 0; at < end; at += 1) if (chosen[codes[at] ?? 0] === 1) return true;
  return false;
}

function countValues({ offsets, codes }: Column, job: number, count: Uint32Array): void {
  const end = offsets[job + 1] ?? 0;
  for (let at = offsets[job] ?? 0; at < end; at += 1) {
    const code = codes[at] ?? 0;
    count[code] = (count[code] ?? 0) + 1;
  }
}

function nameCounts(columns: readonly Column[], counts: readonly Uint32Array[]): SearchAnswer['counts'] {
  return Object.fromEntries(
    columns.map(({ name, values }, index) => [
      name,
      Object.fromEntries(
        values.flatMap((value, code) => {
          const count = counts[index]?.[code] ?? 0;
          return count > 0 ? [[value, count]] : [];
        }),
      ),
    ]),
  ) as SearchAnswer['counts'];
}

/** What a job has of a facet; its place in English, or else in the first language that it is given in. */
export function valuesOf(job: Job, name: FacetName): readonly string[] {
  switch (name) {
    case 'language':
      return job.languages;
    case 'place': {
      const place = job.place?.en ?? Object.values(job.place ?? {})[0];
      return place === undefined ? [] : [place];
    }
    case 'function':
    case 'level':
    case 'company':
    case 'contract': {
      const value = job[name];
      return value === undefined ? [] : [value];
    }
  }
}

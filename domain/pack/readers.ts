import type { RecordReader } from './pack-source.ts';
import { readCsv, readXlsx } from './read-rows.ts';
import { readJsonLines, readJsonList } from './read-items.ts';

/** The parts of a pack that list things. */
export type ListPart = 'companies' | 'jobs' | 'agenda' | 'skills';

/** Formats that every list may have, by the end of the file's name. Of several readers the first that does not answer null is taken. */
const common = {
  csv: [readCsv],
  tsv: [readCsv],
  xlsx: [readXlsx],
  json: [readJsonList],
  jsonl: [readJsonLines],
} as const satisfies Record<string, readonly RecordReader[]>;

/** Which readers a file is given to, by what it tells and how its name ends. A new format is a line here. */
export const readers: Readonly<Record<ListPart, Readonly<Record<string, readonly RecordReader[]>>>> = {
  companies: common,
  jobs: common,
  agenda: common,
  skills: common,
};

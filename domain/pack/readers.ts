import { readIcalendar } from './calendar/read-icalendar.ts';
import { readScheduleJson } from './calendar/read-schedule-json.ts';
import { readScheduleXml } from './calendar/read-schedule-xml.ts';
import { readPostingLines, readPostingPage, readPostings } from './job-posting/read-job-postings.ts';
import type { Found, PackSource, ReaderSettings, RecordReader } from './pack-source.ts';
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
  jobs: {
    ...common,
    json: [readPostings, readJsonList],
    jsonl: [readPostingLines, readJsonLines],
    jsonld: [readPostingPage],
    html: [readPostingPage],
    htm: [readPostingPage],
    txt: [readPostingPage],
  },
  agenda: { ...common, json: [readScheduleJson, readJsonList], ics: [readIcalendar], xml: [readScheduleXml] },
  skills: common,
};

/** The records of a file, from the first reader that knows its format. */
export async function findRecords(part: ListPart, source: PackSource, settings: ReaderSettings): Promise<Found> {
  for (const read of readers[part][toExtension(source.file)] ?? []) {
    const found = await read(source, settings);
    if (found !== null) return found;
  }
  const { file } = source;
  const known = Object.keys(readers[part]).join(', ');
  const message = `The file is in no format that ${part} can have.`;
  const problem = { severity: 'error', file, message, instead: `Save it as one of: ${known}.` } as const;
  return { records: [], headings: null, complete: false, locate: () => ({ file }), problems: [problem] };
}

/** How a file's name ends, without the dot and in small letters. */
export function toExtension(file: string): string {
  return (/\.([^./]*)$/.exec(file)?.[1] ?? '').toLowerCase();
}

import type { Language } from '../localised.ts';
import type { Problem } from './problem.ts';

/** One file of a pack. */
export interface PackSource {
  /** Its name in the pack, with `/` where it lies in a folder: `jobs.csv`, `floorplan/hall-1.geojson`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Finds the place that a problem names. `path` begins with the file's own heading or key. */
export type Locate = (row: number, path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'row' | 'line' | 'column'>;

/** What a reader of one format finds in a file that lists things, before anybody asks what its names mean. */
export interface Found {
  /**
   * The things in their order; `row` as `locate` counts. Names are the file's own headings or keys, or those of the schema. Texts may hold
   * HTML, dates any common form, levels and contracts common words, and a text without a language gets one: `shapeRecords` sees to that.
   */
  readonly records: readonly { readonly row: number; readonly value: unknown }[];
  /** A table's headings in their order, as written; null where each record names its own fields. */
  readonly headings: readonly string[] | null;
  /** False when there may be more, in parts of the file that could not be read. */
  readonly complete: boolean;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
  /** How many the reader itself left out, by reason in words: `cancelled`. They are not among the records. */
  readonly leftOut?: Readonly<Record<string, number>>;
  /** Fields of ours without which a record is left out with a warning: no organiser writes this format by hand and could mend it there. */
  readonly skipWithout?: readonly string[];
}

/** What the rest of the pack tells a reader. */
export interface ReaderSettings {
  /** IANA name of the event's time zone; null when event.json has none. */
  readonly timeZone: string | null;
  /** The event's days, as YYYY-MM-DD; undefined when event.json tells none. */
  readonly days?: readonly string[] | undefined;
  /** Language of texts that do not say theirs, where event.json tells it. */
  readonly language: Language | null;
  /** Path of the list inside a JSON file, where event.json tells it: `activities`. */
  readonly list: string | null;
}

/** Reads one format; null when the file is in another one after all, and the next reader is asked. */
export type RecordReader = (source: PackSource, settings: ReaderSettings) => Found | null | Promise<Found | null>;

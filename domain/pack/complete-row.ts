import { completeSession, type SessionNote } from './complete-session.ts';
import { fitId, makeId } from './make-id.ts';
import { isBlank, isObject } from './pick-value.ts';
import { quote } from './problem.ts';
import type { ShapeContext } from './shape-records.ts';
import type { Table } from './tables.ts';

/** A name that refers to another part, as the fields that say so; `dropped` says why it is not an id. */
export interface Reference {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly dropped?: { readonly message: string; readonly instead: string };
}

/** What the rest of the pack says about a record. */
export interface ListContext extends ShapeContext {
  /** Of an event of one day: what a time without a day means. */
  readonly onlyDay: string | null;
  /** The event's days, as YYYY-MM-DD; undefined when event.json tells none. */
  readonly days?: readonly string[];
  /** What the text of a field refers to, by field. */
  readonly refer: Readonly<Record<string, (written: string) => Reference>>;
  /** Id of the place on the floor plan that a name means. */
  readonly findPlace: (name: string) => string | null;
  /** The labels of the stands that are meant, as the floor plan writes them. */
  readonly findStand: (written: string) => readonly string[];
}

/** Something about a record that a person should know. */
export interface Note {
  readonly field: string;
  readonly found?: string;
  readonly message: string;
  readonly instead: string;
}

export interface Completed {
  readonly value: unknown;
  readonly notes: readonly Note[];
  readonly isMade: boolean;
  readonly session?: SessionNote | null;
}

/** A shaped record with what the rest of the pack, the clock of the event and its own content tell: references, times, an id. */
export function completeRow(table: Table<unknown>, written: Record<string, unknown>, context: ListContext): Completed {
  const notes: Note[] = [];
  let value = written;
  let session: SessionNote | null = null;
  if (table.stem === 'agenda') ({ value, note: session } = completeSession(written, context));
  if (table.stem === 'agenda') value = { kind: 'talk', ...value };
  if (session !== null)
    notes.push({ field: 'end', ...sessionWords[session](String(written['end'] ?? written['start'])) });
  for (const [field, refer] of Object.entries(context.refer)) {
    const name = value[field];
    if (typeof name !== 'string') continue;
    const { fields, dropped } = refer(name);
    const { [field]: _, ...rest } = value;
    value = { ...rest, ...fields };
    if (dropped !== undefined) notes.push({ field, found: quote(name), ...dropped });
  }
  value = findStands(findRoom(value, context), context);
  const id = value['id'];
  if (isBlank(id)) {
    const made = makeId(table.stem, value);
    return { value: made === null ? value : { ...value, id: made }, notes, isMade: made !== null, session };
  }
  const fitting = typeof id === 'string' ? fitId(id) : id;
  if (fitting !== id) {
    const message = `${quote(id)} does not fit as an id; ${quote(fitting)} is used.`;
    const instead = 'Use letters, digits, dot, dash or underscore (64 at most).';
    notes.push({ field: 'id', found: quote(id), message, instead });
  }
  return { value: { ...value, id: fitting }, notes, isMade: false, session };
}

/** A room that the floor plan has, by its name, is that place. */
function findRoom(value: Record<string, unknown>, { findPlace }: ListContext): Record<string, unknown> {
  const { room, ...rest } = value;
  if (!isObject(room) || value['place'] !== undefined) return value;
  for (const name of Object.values(room)) {
    const place = typeof name === 'string' ? findPlace(name) : null;
    if (place !== null) return { ...rest, place };
  }
  return value;
}

function findStands(value: Record<string, unknown>, { findStand }: ListContext): Record<string, unknown> {
  const { stands } = value;
  if (!Array.isArray(stands)) return value;
  const found = (stands as unknown[]).flatMap((stand): readonly unknown[] =>
    typeof stand === 'string' ? findStand(stand) : [stand],
  );
  return { ...value, stands: [...new Set(found)] };
}

const sessionWords: Readonly<Record<SessionNote, (found: string) => Omit<Note, 'field'>>> = {
  'ends-next-day': (found) => ({
    found: quote(found),
    message: 'It ends before it starts; it is taken to end on the next day.',
    instead: 'Write the date of the next day.',
  }),
  'ends-before-start': (found) => ({
    found: quote(found),
    message: 'It ends before it starts, or at once, and is left out.',
    instead: 'Write an end that is later than the start.',
  }),
};

import type { OpenedRecord } from './sealing/open-record.ts';
import type { SealedRecord } from './sealed-record.ts';

/** One line of the table: a visitor's record and what was in it. */
export interface TableEntry {
  readonly record: SealedRecord;
  readonly opened: OpenedRecord;
}

/** What the table shows of a visitor, whether they registered at a kiosk or before the event. */
interface VisitorFields {
  readonly name: { readonly own: string; readonly latin: string };
  readonly email: string;
  readonly phone: string;
  readonly status: string;
  readonly field: string;
  readonly interests: readonly string[];
  readonly talentPool: string;
  readonly language: string;
}

const columns: Record<string, (fields: VisitorFields, record: SealedRecord) => string | number> = {
  claim_code: (_, { claimCode }) => claimCode,
  kind: (_, { kind }) => kind,
  name: ({ name }) => name.own,
  name_latin: ({ name }) => name.latin,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  status: ({ status }) => status,
  field: ({ field }) => field,
  interests: ({ interests }) => interests.join(' '),
  talent_pool: ({ talentPool }) => talentPool,
  language: ({ language }) => language,
  event: (_, { event }) => event,
  kiosk: (_, { kiosk }) => kiosk,
  sequence: (_, { sequence }) => sequence,
  id: (_, { id }) => id,
};

export function toVisitorFields(opened: OpenedRecord): VisitorFields {
  switch (opened.kind) {
    case 'registration': {
      const { contact, ...rest } = opened.registration;
      return {
        ...rest,
        email: contact.kind === 'email' ? contact.value : '',
        phone: contact.kind === 'phone' ? contact.value : '',
      };
    }
    case 'check-in': {
      const { attendee, language } = opened.checkIn;
      const { email = '', phone = '', status = '' } = attendee;
      return { ...attendee, email, phone, status, language };
    }
  }
}

/** Of records that correct one another only the last. */
export function dropReplaced(records: readonly SealedRecord[]): SealedRecord[] {
  const replaced = new Set(records.map(({ replaces }) => replaces));
  return records.filter(({ id }) => !replaced.has(id));
}

/** RFC 4180, with the byte order mark without which Excel takes UTF-8 for something else. */
export function writeRegistrationsCsv(entries: readonly TableEntry[]): string {
  return [...startRegistrationsCsv(), ...entries.map(writeEntry)].join('');
}

/** The first line, for who writes the rest bit by bit with `writeEntry`. */
export function startRegistrationsCsv(): string[] {
  return ['\ufeff', writeRow(Object.keys(columns))];
}

export function writeEntry({ record, opened }: TableEntry): string {
  const fields = toVisitorFields(opened);
  return writeRow(Object.values(columns).map((read) => read(fields, record)));
}

function writeRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => `"${guard(String(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection), the full-width forms included; an
 * apostrophe makes it text. That holds for telephone numbers too: +1-202-555-0100 would be calculated.
 */
function guard(cell: string): string {
  return /^[\s'"]*[=+\-@＝＋－＠|%]/u.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

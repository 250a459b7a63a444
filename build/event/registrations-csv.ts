import type { Registration } from '../../domain/registration.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';

export interface OpenedRecord {
  readonly record: SealedRecord;
  readonly registration: Registration;
}

const columns: Record<string, (opened: OpenedRecord) => string | number> = {
  claim_code: ({ record }) => record.claimCode,
  name: ({ registration }) => registration.name.own,
  name_latin: ({ registration }) => registration.name.latin,
  email: ({ registration: { contact } }) => (contact.kind === 'email' ? contact.value : ''),
  phone: ({ registration: { contact } }) => (contact.kind === 'phone' ? contact.value : ''),
  status: ({ registration }) => registration.status,
  field: ({ registration }) => registration.field,
  interests: ({ registration }) => registration.interests.join(' '),
  talent_pool: ({ registration }) => registration.talentPool,
  language: ({ registration }) => registration.language,
  event: ({ record }) => record.event,
  kiosk: ({ record }) => record.kiosk,
  sequence: ({ record }) => record.sequence,
  id: ({ record }) => record.id,
};

/** Of records that correct one another only the last. */
export function dropReplaced(records: readonly SealedRecord[]): SealedRecord[] {
  const replaced = new Set(records.map(({ replaces }) => replaces));
  return records.filter(({ id }) => !replaced.has(id));
}

/** RFC 4180, with the byte order mark without which Excel takes UTF-8 for something else. */
export function writeRegistrationsCsv(opened: readonly OpenedRecord[]): string {
  const rows = opened.map((each) => Object.values(columns).map((read) => read(each)));
  return `\ufeff${[Object.keys(columns), ...rows].map(writeRow).join('')}`;
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

import { auditEntrySchema, type AuditEntry } from '../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { holds } from '../identity/ed25519.ts';
import { hashEntry, startOfChain, writeEntryLine } from './chain.ts';
import { auditHeadSchema, headBytes, writeHeadLine, type AuditHead } from './head.ts';

/** The first line that is not as the hub wrote it, from 1. */
export interface BrokenLine {
  readonly line: number;
  /** A sentence. */
  readonly what: string;
}

/**
 * Checks an export without the hub: that each line is as it was written, that nothing is missing or in another place, and that the hub
 * signed where it ends.
 * @param text the file
 * @param hubKey that the signature must be of; null takes the one that the file names, which then has to be compared by a person
 */
export function verifyAudit(text: string, hubKey: string | null): Result<AuditHead, BrokenLine> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const last = lines.length;
  let previous = startOfChain;
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const fault = checkEntry({ line, number: index + 1, previous });
    if (!fault.ok) return err({ line: index + 1, what: fault.reason });
    previous = fault.value.hash;
  }
  const broken = (what: string) => err({ line: Math.max(1, last), what });
  const head = read(lines.at(-1) ?? '', auditHeadSchema, writeHeadLine);
  if (head === null) return broken('the export ends without the line that the hub signs, so its end may be cut off.');
  if (!text.endsWith('\n')) return broken('the line is cut off.');
  if (head.entries !== last - 1 || head.head !== previous)
    return broken(`the hub signed ${head.entries} entries and another end: entries before this line are missing.`);
  if (hubKey !== null && head.hubKey !== hubKey) return broken('another hub signed this.');
  if (!holds({ bytes: headBytes(head), signature: head.signature, publicKey: head.hubKey }))
    return broken('the signature does not hold.');
  return ok(head);
}

function checkEntry({
  line,
  number,
  previous,
}: {
  line: string;
  number: number;
  previous: string;
}): Result<AuditEntry, string> {
  const entry = read(line, auditEntrySchema, writeEntryLine);
  if (entry === null) return err('this is not as the hub wrote it.');
  if (entry.number !== number) return err(`entry ${number} should stand here, and not entry ${entry.number}.`);
  if (entry.previous !== previous) return err('it does not follow from the entry before.');
  return hashEntry(entry) === entry.hash ? ok(entry) : err('its hash is not that of what it says.');
}

/** Null unless the line is the very text that is written for what it says. */
function read<Value>(
  line: string,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  write: (value: Value) => string,
): Value | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(json);
  return parsed.success && write(parsed.data) === line ? parsed.data : null;
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEventKey, openEventKey } from '../../domain/sealing/event-key.ts';
import { openRecord } from '../../domain/sealing/open-record.ts';
import { readJournal } from '../../electron/journal/read-journal.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { putSealingKey } from './put-sealing-key.ts';
import { dropReplaced, writeRegistrationsCsv, type OpenedRecord } from './registrations-csv.ts';

const keyHelp = `npm run event -- key PACK --out FILE

Makes the key pair that seals the registrations of an event. The public half goes into PACK/event.json, the private half,
protected by a passphrase, into FILE. Keep FILE and the passphrase away from the kiosks: whoever has both can read every
registration, and without them nobody can. The passphrase is asked for, or taken from FOYER_PASSPHRASE.`;

const openHelp = `npm run event -- open JOURNAL --key FILE --out registrations.csv

Opens the registrations in a kiosk's journal (journal.sqlite in its data folder) into a table for a spreadsheet; of a
registration that was corrected only the last. The journal is only read. The passphrase is asked for, or taken from
FOYER_PASSPHRASE.`;

/** What a person is told instead of a result; the command ends with exit code 1. */
class Refusal extends Error {}

/** `event -- key`: @returns the exit code */
export function runKeyCommand(argv: readonly string[]): Promise<number> {
  return run(keyHelp, async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean' } },
    });
    const pack = positionals[0];
    if (values.help === true) return keyHelp;
    const { out } = values;
    if (pack === undefined || positionals.length > 1 || out === undefined) throw new Refusal(keyHelp);
    const eventPath = join(pack, 'event.json');
    const event = readText(eventPath);
    const put = putSealingKey(event);
    if (!put.ok) throw new Refusal(`${eventPath}: ${put.reason}`);
    if (existsSync(out)) throw new Refusal(`${out} is there already and is not overwritten. Name another file.`);
    const key = await createEventKey(await needPassphrase({ isNew: true }));
    writeNew(out, `${JSON.stringify(key, null, 2)}\n`);
    replaceFile(eventPath, put.value(key.publicKey));
    return `The private key is in ${out}, the public one in ${eventPath}.`;
  });
}

/** `event -- open`: @returns the exit code, 1 also when some records could not be opened */
export function runOpenCommand(argv: readonly string[]): Promise<number> {
  return run(openHelp, async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { key: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) return openHelp;
    const { key, out } = values;
    const journal = positionals[0];
    if (journal === undefined || positionals.length > 1 || key === undefined || out === undefined) {
      throw new Refusal(openHelp);
    }
    const records = readJournal(journal);
    if (!records.ok) throw new Refusal(records.reason);
    if (existsSync(out)) throw new Refusal(`${out} is there already and is not overwritten. Name another file.`);
    const privateKey = await openEventKey(parseJson(readText(key)), await needPassphrase({ isNew: false }));
    if (!privateKey.ok) throw new Refusal(`${key}: ${keyWords[privateKey.reason]}`);
    const latest = dropReplaced(records.value);
    const opened: OpenedRecord[] = [];
    for (const record of latest) {
      const registration = await openRecord(record, privateKey.value);
      if (registration.ok) opened.push({ record, registration: registration.value });
    }
    writeNew(out, writeRegistrationsCsv(opened));
    const closed = latest.length - opened.length;
    if (closed > 0) {
      throw new Refusal(
        `${out} has ${opened.length} registrations; ${closed} more were sealed with another key or changed since, and are not in it.`,
      );
    }
    return `${out} has ${opened.length} registrations. It holds personal data: keep it safe, and erase it when the event’s retention ends.`;
  });
}

const keyWords = {
  'not-an-event-key': 'this is no event key. Name the file that `npm run event -- key` wrote.',
  'wrong-passphrase': 'the passphrase does not open it.',
};

async function run(help: string, work: () => Promise<string>): Promise<number> {
  try {
    console.log(await work());
    return 0;
  } catch (error) {
    if (error instanceof Refusal) console.error(error.message);
    else if (isFlagMistake(error)) console.error(`${error.message}\n\n${help}`);
    else throw error;
    return 1;
  }
}

function isFlagMistake(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

async function needPassphrase(ask: { isNew: boolean }): Promise<string> {
  const passphrase = await askPassphrase(ask);
  if (passphrase !== null) return passphrase;
  throw new Refusal('No passphrase, or two that differ. Run this in a terminal, or set FOYER_PASSPHRASE.');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Readable by this user only. */
function writeNew(path: string, content: string): void {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw new Refusal(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Whole or not at all. */
function replaceFile(path: string, content: string): void {
  const temporary = `${path}.part`;
  writeFileSync(temporary, content, { flush: true });
  renameSync(temporary, path);
}

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dropReplaced, writeRegistrationsCsv, type TableEntry } from '../../domain/registrations-csv.ts';
import { openEventKey } from '../../domain/sealing/event-key.ts';
import { openRecord } from '../../domain/sealing/open-record.ts';
import { readJournal } from '../../electron/journal/read-journal.ts';
import { keyFaultWords } from './key-command.ts';
import { needPassphrase, parseJson, readText, Refusal, runOrRefuse, writeNew } from './refusal.ts';

const help = `npm run event -- open JOURNAL --key FILE --out registrations.csv

Opens the registrations and check-ins in a kiosk's journal (journal.sqlite in its data folder) into a table for a spreadsheet;
of a registration that was corrected only the last. The journal is only read. The passphrase is asked for, or taken from
FOYER_PASSPHRASE.`;

/** `event -- open`: @returns the exit code, 1 also when some records could not be opened */
export function runOpenCommand(argv: readonly string[]): Promise<number> {
  return runOrRefuse(help, async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { key: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) return help;
    const { key, out } = values;
    const journal = positionals[0];
    if (journal === undefined || positionals.length > 1 || key === undefined || out === undefined) {
      throw new Refusal(help);
    }
    const records = readJournal(journal);
    if (!records.ok) throw new Refusal(records.reason);
    if (existsSync(out)) throw new Refusal(`${out} is there already and is not overwritten. Name another file.`);
    const privateKey = await openEventKey(parseJson(readText(key)), await needPassphrase({ isNew: false }));
    if (!privateKey.ok) throw new Refusal(`${key}: ${keyFaultWords[privateKey.reason]}`);
    const latest = dropReplaced(records.value);
    const entries: TableEntry[] = [];
    for (const record of latest) {
      const opened = await openRecord(record, privateKey.value);
      if (opened.ok) entries.push({ record, opened: opened.value });
    }
    writeNew(out, writeRegistrationsCsv(entries));
    const closed = latest.length - entries.length;
    if (closed > 0) {
      throw new Refusal(
        `${out} has ${entries.length} registrations; ${closed} more were sealed with another key or changed since, and are not in it.`,
      );
    }
    return `${out} has ${entries.length} registrations. It holds personal data: keep it safe, and erase it when the event’s retention ends.`;
  });
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { readPackFolder } from '../event/read-pack-folder.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { checkAudit, exportAudit } from './audit-command.ts';
import { event } from './event-command.ts';
import { kiosk } from './kiosk-command.ts';
import { listProblems, type OperatorClient } from './operator-client.ts';
import { staff } from './staff-command.ts';
import { updates } from './updates-command.ts';
import { writeAll } from './write-all.ts';

export interface Call {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly client: OperatorClient;
}

export interface Command {
  /** After the command's name: `PACK`, `--out FILE`. */
  readonly usage: string;
  readonly help: string;
  readonly flags: readonly string[];
  /** How many words it takes beside its flags. */
  readonly words: { readonly from: number; readonly to: number };
  /** What can be done without a hub; undefined when the flags ask for something else. */
  alone?(flags: Call['flags']): Result<string, string> | undefined;
  /** What is printed; the reason is a sentence. */
  run(call: Call): Promise<Result<string, string>>;
}

const none = { from: 0, to: 0 };

function show(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function lister(path: string) {
  return async ({ client }: Call) => {
    const answer = await client.ask('GET', path);
    return answer.ok ? ok(show(answer.value)) : answer;
  };
}

const codeSchema = z.object({
  code: z.string(),
  type: z.string(),
  qr: z.string(),
  minutes: z.number(),
  addresses: z.array(z.string()),
});

const enrol: Command = {
  usage: '[--position K3]',
  help: 'Makes a code that enrols one kiosk within ten minutes, and shows what to type there.',
  flags: ['position'],
  words: none,
  async run({ client, flags }) {
    const answer = await client.ask('POST', '/v1/operator/enrolment-codes', { position: flags['position'] ?? null });
    if (!answer.ok) return answer;
    const { code, type, qr, minutes, addresses } = codeSchema.parse(answer.value);
    const where = `The hub listens on ${addresses.join(', ')}.`;
    return ok(
      `${qr}\n\n${code}\n\nAt the kiosk, within ${minutes} minutes, once: type or scan the code on its first screen, or start it with\n  ${type}\n\n${where}`,
    );
  },
};

const kioskSchema = z.object({
  kiosks: z.array(
    z.object({
      kiosk: z.string(),
      position: z.string().nullable(),
      isRevoked: z.boolean(),
      isListening: z.boolean(),
      lastSeen: z.number().nullable(),
      nextSequence: z.number(),
      deadLetters: z.number(),
    }),
  ),
});

const kiosks: Command = {
  usage: '',
  help: 'Lists the kiosks of this hub.',
  flags: [],
  words: none,
  async run({ client }) {
    const answer = await client.ask('GET', '/v1/operator/kiosks');
    if (!answer.ok) return answer;
    const rows = kioskSchema.parse(answer.value).kiosks.map((each) => {
      const state = each.isRevoked ? 'revoked' : each.isListening ? 'online' : 'offline';
      const seen = each.lastSeen === null ? 'never' : new Date(each.lastSeen).toISOString();
      return `${each.kiosk.padEnd(12)}${state.padEnd(10)}${seen.padEnd(28)}${String(each.nextSequence - 1).padEnd(10)}${each.deadLetters}`;
    });
    return ok(['kiosk       state     last heard                  records   dead letters', ...rows].join('\n'));
  },
};

const revoke: Command = {
  usage: 'KIOSK',
  help: 'Shuts a kiosk out, from its next request on. What it sent stays.',
  flags: [],
  words: { from: 1, to: 1 },
  async run({ client, positionals: [kiosk = ''] }) {
    const answer = await client.ask('POST', '/v1/operator/revoke', { kiosk });
    return answer.ok ? ok(`${kiosk} is revoked.`) : answer;
  },
};

const loadSchema = z.object({
  event: z.string(),
  counts: z.object({ companies: z.number(), jobs: z.number(), sessions: z.number() }),
  changed: z.number(),
  removed: z.number(),
  problems: z.array(z.unknown()),
  attendees: z.object({ total: z.number() }),
});

const load: Command = {
  usage: 'PACK',
  help: 'Checks an event pack and gives it to the hub and its kiosks. A broken pack never replaces a good one.',
  flags: [],
  words: { from: 1, to: 1 },
  async run({ client, positionals: [folder = ''] }) {
    const read = readPackFolder(folder);
    if (!read.ok) return read;
    const files = Object.fromEntries(
      [...read.value].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
    );
    const answer = await client.ask('POST', '/v1/operator/event', { files });
    if (!answer.ok) return answer;
    const { event, counts, changed, removed, problems, attendees } = loadSchema.parse(answer.value);
    const counted = `${counts.companies} companies, ${counts.jobs} jobs, ${counts.sessions} sessions`;
    const listed =
      attendees.total === 0
        ? ''
        : ` ${attendees.total} attendees are being locked; \`npm run hub -- event\` shows how far that is.`;
    const words = `Loaded ${event}: ${counted}. ${changed} entries changed, ${removed} were removed.${listed}`;
    return ok([...listProblems(problems), words].join('\n'));
  },
};

const attendeesSchema = loadSchema.pick({ problems: true, attendees: true });

const attendees: Command = {
  usage: 'FILE',
  help: 'Gives the hub another list of pre-registered visitors (.csv or .xlsx), without the rest of the pack.',
  flags: [],
  words: { from: 1, to: 1 },
  async run({ client, positionals: [path = ''] }) {
    let content: string;
    try {
      content = readFileSync(path).toString('base64');
    } catch (error) {
      return err(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const name = path.toLowerCase().endsWith('.xlsx') ? 'attendees.xlsx' : 'attendees.csv';
    const answer = await client.ask('POST', '/v1/operator/attendees', { name, content });
    if (!answer.ok) return answer;
    const { problems, attendees: progress } = attendeesSchema.parse(answer.value);
    const words = `${progress.total} attendees are being locked; \`npm run hub -- event\` shows how far that is.`;
    return ok([...listProblems(problems), words].join('\n'));
  },
};

const unlock: Command = {
  usage: '--key FILE',
  help: 'Opens the registrations to this hub until it stops. The passphrase is asked for, or taken from FOYER_PASSPHRASE.',
  flags: ['key'],
  words: none,
  async run({ client, flags: { key } }) {
    if (key === undefined) return err('Name the file with the event’s private key: --key FILE.');
    let keyFile: unknown;
    try {
      keyFile = JSON.parse(readFileSync(key, 'utf8'));
    } catch (error) {
      return err(`${key} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const passphrase = await askPassphrase();
    if (passphrase === null) return err('No passphrase. Run this in a terminal, or set FOYER_PASSPHRASE.');
    const answer = await client.ask('POST', '/v1/operator/unlock', { keyFile, passphrase });
    return answer.ok ? ok('The hub opens registrations until it stops.') : answer;
  },
};

const purge: Command = {
  usage: '[--purpose registration|talent-pool]',
  help: 'Shows what has to be erased when; erases what is due, or with --purpose that purpose now. It cannot be undone.',
  flags: ['purpose'],
  words: none,
  async run({ client, flags: { purpose } }) {
    const due = await client.ask('GET', '/v1/operator/purge');
    if (!due.ok) return due;
    const answer = await client.ask('POST', '/v1/operator/purge', purpose === undefined ? {} : { purpose });
    return answer.ok ? ok(`${show(due.value)}\n${show(answer.value)}`) : answer;
  },
};

const seats: Command = {
  usage: '[open|close]',
  help: 'Shows the seats of the agenda; `open` and `close` say whether kiosks get seats to give away.',
  flags: [],
  words: { from: 0, to: 1 },
  async run({ client, positionals: [word] }) {
    if (word !== undefined && word !== 'open' && word !== 'close') return err(`Write open or close, not ${word}.`);
    if (word !== undefined) {
      const set = await client.ask('POST', '/v1/operator/seats', { areOpen: word === 'open' });
      if (!set.ok) return set;
    }
    const answer = await client.ask('GET', '/v1/operator/seats');
    return answer.ok ? ok(show(answer.value)) : answer;
  },
};

const pairs: Command = {
  usage: '[compare|merge|dismiss|undo PAIR]',
  help: 'Lists visitors who may be one person twice; shows both of a pair, merges them, parts them for good, or takes that back.',
  flags: [],
  words: { from: 0, to: 2 },
  async run({ client, positionals: [word, pair] }) {
    const number = Number(pair);
    if (word === undefined) return lister('/v1/operator/pairs')({ client, positionals: [], flags: {} });
    if (!['compare', 'merge', 'dismiss', 'undo'].includes(word) || !Number.isInteger(number)) {
      return err('Write compare, merge, dismiss or undo, and the number of a pair.');
    }
    const answer =
      word === 'compare'
        ? await client.ask('GET', `/v1/operator/pairs/compare?pair=${number}`)
        : await client.ask('POST', `/v1/operator/pairs/${word}`, { pair: number });
    return answer.ok ? ok(show(answer.value)) : answer;
  },
};

const exportCommand: Command = {
  usage: '--out FILE [--which visitors|current|all]',
  help: 'Writes the opened registrations as a table for a spreadsheet; unlock first.',
  flags: ['out', 'which'],
  words: none,
  async run({ client, flags: { out, which = 'visitors' } }) {
    if (out === undefined) return err('Name the file to write: --out registrations.csv.');
    if (existsSync(out)) return err(`${out} is there already and is not overwritten. Name another file.`);
    const table = await client.download(`/v1/operator/export?which=${encodeURIComponent(which)}`);
    if (!table.ok) return table;
    try {
      await writeAll(out, table.value);
    } catch (error) {
      rmSync(out, { force: true });
      return err(`${out} was not written: ${error instanceof Error ? error.message : String(error)}.`);
    }
    return ok(`${out} holds personal data: keep it safe, and erase it when the event’s retention ends.`);
  },
};

const audit: Command = {
  usage: '--out FILE | --verify FILE [--hub-key KEY]',
  help: 'Writes the trail of what staff and operator did, signed by the hub; --verify checks such a file without a hub and names the first line that is not as it was.',
  flags: ['out', 'verify', 'hub-key'],
  words: none,
  alone: (flags) => (flags['verify'] === undefined ? undefined : checkAudit(flags)),
  run: exportAudit,
};

function plain(path: string, help: string): Command {
  return { usage: '', help, flags: [], words: none, run: lister(path) };
}

/** What `npm run hub -- NAME` asks of the hub that runs. */
export const commands: Readonly<Record<string, Command>> = {
  enrol,
  kiosks,
  kiosk,
  revoke,
  load,
  attendees,
  event,
  unlock,
  'dead-letters': plain('/v1/operator/dead-letters', 'Lists records that the hub did not take, and why.'),
  pairs,
  seats,
  purge,
  receipts: plain('/v1/operator/receipts', 'Shows what was erased, countable and signed.'),
  export: exportCommand,
  staff,
  audit,
  updates,
};

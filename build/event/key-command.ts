import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createEventKey,
  openEventKeyBytes,
  protectEventKey,
  toEventPublicKey,
  type EventKeyFile,
} from '../../domain/sealing/event-key.ts';
import { parseKeyWords, toKeyWords } from '../../domain/sealing/key-words.ts';
import { askWords, describeWordsFault } from './ask-words.ts';
import { shownKeyLength, writeKeySheet } from './key-sheet.ts';
import { putSealingKey } from './put-sealing-key.ts';
import { needPassphrase, parseJson, readText, Refusal, replaceFile, runOrRefuse, writeNew } from './refusal.ts';

const keyHelp = `npm run event -- key PACK --out FILE

Makes the key pair that seals the registrations of an event. The public half goes into PACK/event.json, the private half,
protected by a passphrase, into FILE. Keep FILE and the passphrase away from the kiosks: whoever has both can read every
registration, and without them nobody can. It also prints the key as 24 words, for paper: they bring it back when FILE or the
passphrase is lost. The passphrase is asked for, or taken from FOYER_PASSPHRASE.`;

const wordsHelp = `npm run event -- key-words FILE [--event PACK]

Prints the private key in FILE as 24 words on a page to lock away, as \`key\` did. The passphrase is asked for, or taken from
FOYER_PASSPHRASE.
  --event PACK   puts the event's name on the page`;

const restoreHelp = `npm run event -- restore --out FILE [--event PACK]

Makes the file with the private key again from the 24 words on paper, protected by a passphrase of your choice. The words are
asked for, or read from standard input; the passphrase is asked for, or taken from FOYER_PASSPHRASE.
  --event PACK   refuses words that are not the key of this event`;

export const keyFaultWords = {
  'not-an-event-key': 'this is no event key. Name the file that `npm run event -- key` wrote.',
  'wrong-passphrase': 'the passphrase does not open it.',
};

/** `event -- key`: @returns the exit code */
export function runKeyCommand(argv: readonly string[]): Promise<number> {
  return runOrRefuse(keyHelp, async () => {
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
    const put = putSealingKey(readText(eventPath));
    if (!put.ok) throw new Refusal(`${eventPath}: ${put.reason}`);
    refuseExisting(out);
    const passphrase = await needPassphrase({ isNew: true });
    const key = await createEventKey(passphrase);
    writeNew(out, `${JSON.stringify(key, null, 2)}\n`);
    replaceFile(eventPath, put.value(key.publicKey));
    const sheet = await describeKey({ file: key, path: out, passphrase, event: readEvent(pack)?.name ?? null });
    return `${sheet}\n\nThe private key is in ${out}, the public one in ${eventPath}. Print the page above and lock it away.`;
  });
}

/** `event -- key-words`: @returns the exit code */
export function runKeyWordsCommand(argv: readonly string[]): Promise<number> {
  return runOrRefuse(wordsHelp, async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { event: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) return wordsHelp;
    const path = positionals[0];
    if (path === undefined || positionals.length > 1) throw new Refusal(wordsHelp);
    const event = values.event === undefined ? null : needEvent(values.event).name;
    const file = parseJson(readText(path));
    return describeKey({ file, path, passphrase: await needPassphrase({ isNew: false }), event });
  });
}

/** `event -- restore`: @returns the exit code */
export function runRestoreCommand(argv: readonly string[]): Promise<number> {
  return runOrRefuse(restoreHelp, async () => {
    const { values } = parseArgs({
      args: [...argv],
      options: { out: { type: 'string' }, event: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) return restoreHelp;
    const { out } = values;
    if (out === undefined) throw new Refusal(restoreHelp);
    const event = values.event === undefined ? null : needEvent(values.event);
    refuseExisting(out);
    const privateKey = parseKeyWords(await askWords());
    if (!privateKey.ok) throw new Refusal(describeWordsFault(privateKey.reason));
    const publicKey = toEventPublicKey(privateKey.value);
    if (event !== null && event.sealingKey !== publicKey) {
      throw new Refusal(
        `The words are the key of another event: its public key begins ${publicKey.slice(0, shownKeyLength)}, and ${values.event ?? ''} has ${event.sealingKey.slice(0, shownKeyLength)}.`,
      );
    }
    const key = await protectEventKey(privateKey.value, await needPassphrase({ isNew: true }));
    privateKey.value.fill(0);
    writeNew(out, `${JSON.stringify(key, null, 2)}\n`);
    return `The private key is in ${out} again; its public key begins ${publicKey.slice(0, shownKeyLength)}.`;
  });
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw new Refusal(`${path} is there already and is not overwritten. Name another file.`);
}

async function describeKey(key: { file: unknown; path: string; passphrase: string; event: string | null }) {
  const privateKey = await openEventKeyBytes(key.file, key.passphrase);
  if (!privateKey.ok) throw new Refusal(`${key.path}: ${keyFaultWords[privateKey.reason]}`);
  const { publicKey } = key.file as EventKeyFile;
  const sheet = writeKeySheet({ event: key.event, publicKey, words: toKeyWords(privateKey.value) });
  privateKey.value.fill(0);
  return sheet;
}

interface PackEvent {
  readonly name: string | null;
  readonly sealingKey: string;
}

function needEvent(pack: string): PackEvent {
  const event = readEvent(pack);
  if (event !== null) return event;
  throw new Refusal(`${join(pack, 'event.json')} has no sealingKey. Name the folder of the event pack.`);
}

/** Only what the paper needs, so that a pack with other faults does not keep anybody from restoring a key. */
function readEvent(pack: string): PackEvent | null {
  const event = parseJson(readText(join(pack, 'event.json')).replace(/^\ufeff/, ''));
  if (typeof event !== 'object' || event === null || !('sealingKey' in event)) return null;
  if (typeof event.sealingKey !== 'string') return null;
  return { sealingKey: event.sealingKey, name: 'name' in event ? firstText(event.name) : null };
}

function firstText(name: unknown): string | null {
  if (typeof name === 'string') return name;
  const [first] = typeof name === 'object' && name !== null ? (Object.values(name) as unknown[]) : [];
  return typeof first === 'string' ? first : null;
}

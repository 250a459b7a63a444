import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * FOYER_PASSPHRASE, else asked on the terminal without showing it.
 * @param isNew asks twice, because a mistake here would lock the registrations away for good
 * @returns null when there is none, or the two differ
 */
export async function askPassphrase({ isNew }: { isNew: boolean }): Promise<string | null> {
  const given = process.env['FOYER_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) return null;
  const first = await askUnseen('Passphrase: ');
  if (first === '') return null;
  return isNew && (await askUnseen('The same again: ')) !== first ? null : first;
}

async function askUnseen(question: string): Promise<string> {
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  process.stderr.write(question);
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** FOYER_PASSPHRASE, else asked on the terminal without showing it; null when there is none. */
export async function askPassphrase(): Promise<string | null> {
  const given = process.env['FOYER_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) return null;
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  process.stderr.write('Passphrase: ');
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    const typed = await reader.question('');
    return typed === '' ? null : typed;
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

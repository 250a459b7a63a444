import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEventKey } from '../../domain/sealing/event-key.ts';
import { openJson, readSealingKey, sealJson } from '../../domain/sealing/hpke.ts';

let folder: string;
let pack: string;
let key: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-words-'));
  pack = join(folder, 'pack');
  key = join(folder, 'key.json');
  cpSync('build/sample-event', pack, { recursive: true });
  const event = join(pack, 'event.json');
  writeFileSync(event, readFileSync(event, 'utf8').replace(/,\s*"sealingKey": "[^"]*"/, ''));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The command as a person runs it, with words on its standard input. */
function run(argv: readonly string[], { input = '', passphrase = 'a passphrase' } = {}) {
  const env = { ...process.env, FOYER_PASSPHRASE: passphrase };
  return spawnSync(process.execPath, ['build/event/event.ts', ...argv], { encoding: 'utf8', env, input });
}

/** The page as it was printed, from the first numbered word to the last. */
function readWords(sheet: string): string[] {
  const found = [...sheet.matchAll(/(\d+)\. ([a-z]+)/g)].map(([, at, word]) => [Number(at), word ?? ''] as const);
  return found.toSorted(([a], [b]) => a - b).map(([, word]) => word);
}

function readKey(path: string): { publicKey: string } {
  return JSON.parse(readFileSync(path, 'utf8')) as { publicKey: string };
}

describe('the event’s key on paper', () => {
  it('opens what was sealed before the file and its passphrase were lost', async () => {
    const made = run(['key', pack, '--out', key]);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const words = readWords(made.stdout);
    expect(words).toHaveLength(24);
    const { publicKey } = readKey(key);
    const recipient = await readSealingKey(publicKey);
    if (recipient === null) throw new Error('the public key cannot be sealed to');
    const context = { purpose: 'foyer registration', associatedData: new Uint8Array([1]) } as const;
    const sealed = await sealJson({ name: '陳大文' }, recipient, context);
    rmSync(key);

    const restored = join(folder, 'restored.json');
    const input = words.map((word, at) => `${at + 1}. ${word}`).join('\n');
    const answer = run(['restore', '--out', restored, '--event', pack], { input, passphrase: 'another one' });
    expect(answer).toMatchObject({ status: 0, stderr: '' });
    const privateKey = await openEventKey(readKey(restored), 'another one');
    if (!privateKey.ok) throw new Error(privateKey.reason);
    expect(await openJson(sealed, privateKey.value, context)).toEqual({ ok: true, value: { name: '陳大文' } });
    if (process.platform !== 'win32') expect(statSync(restored).mode & 0o777).toBe(0o600);
  });

  it('names the event and the start of its public key, and can be printed again', () => {
    const made = run(['key', pack, '--out', key]);
    const again = run(['key-words', key, '--event', pack]);
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('Micro-E in Action');
    expect(again.stdout).toContain(`${readKey(key).publicKey.slice(0, 8)}…`);
    expect(made.stdout).toContain(again.stdout.trim());
    expect(run(['key-words', key], { passphrase: 'wrong' })).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('event -- restore', () => {
  const sample = readWords(run(['key-words', 'build/sample-event/sample-key.json'], { passphrase: 'sample' }).stdout);

  it.each<[string, string[], string]>([
    ['a word that does not exist', sample.with(4, 'qwerty'), 'Word 5 is not one of the words'],
    ['too few', sample.slice(1), 'These are 23 words; the paper has 24.'],
    ['two that changed places', sample.with(0, sample[1] ?? '').with(1, sample[0] ?? ''), 'together they are no key'],
  ])('says what is wrong with the words: %s', (_what, words, sentence) => {
    const { status, stderr } = run(['restore', '--out', key], { input: words.join(' ') });
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(existsSync(key)).toBe(false);
  });

  it('refuses the words of another event', () => {
    run(['key', pack, '--out', key]);
    const { status, stderr } = run(['restore', '--out', join(folder, 'b.json'), '--event', pack], {
      input: sample.join(' '),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('the key of another event');
  });

  it('overwrites nothing', () => {
    writeFileSync(key, 'precious');
    expect(run(['restore', '--out', key], { input: sample.join(' ') }).status).toBe(1);
    expect(readFileSync(key, 'utf8')).toBe('precious');
  });
});

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { askPassphrase } from './ask-passphrase.ts';

/** What a person is told instead of a result; the command ends with exit code 1. */
export class Refusal extends Error {}

/** Prints what the work answers, or why it cannot. @returns the exit code */
export async function runOrRefuse(help: string, work: () => Promise<string>): Promise<number> {
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

export async function needPassphrase(ask: { isNew: boolean }): Promise<string> {
  const passphrase = await askPassphrase(ask);
  if (passphrase !== null) return passphrase;
  throw new Refusal('No passphrase, or two that differ. Run this in a terminal, or set FOYER_PASSPHRASE.');
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Readable by this user only. */
export function writeNew(path: string, content: string): void {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw new Refusal(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Whole or not at all. */
export function replaceFile(path: string, content: string): void {
  const temporary = `${path}.part`;
  writeFileSync(temporary, content, { flush: true });
  renameSync(temporary, path);
}

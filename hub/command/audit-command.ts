import { existsSync, readFileSync, rmSync } from 'node:fs';
import { err, ok, type Result } from '../../domain/result.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Call } from './commands.ts';
import { writeAll } from './write-all.ts';

/** Writes the trail to a file. */
export async function exportAudit({ client, flags: { out } }: Call): Promise<Result<string, string>> {
  if (out === undefined) return err('Name the file to write: --out audit.jsonl; or one to check: --verify FILE.');
  if (existsSync(out)) return err(`${out} is there already and is not overwritten. Name another file.`);
  const trail = await client.download('/v1/operator/audit');
  if (!trail.ok) return trail;
  try {
    await writeAll(out, trail.value);
  } catch (error) {
    rmSync(out, { force: true });
    return err(`${out} was not written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return ok(`${out} holds the trail. \`npm run hub -- audit --verify ${out}\` checks it, on any machine.`);
}

/** Needs no hub. */
export function checkAudit({ verify = '', 'hub-key': hubKey }: Call['flags']): Result<string, string> {
  let text: string;
  try {
    text = readFileSync(verify, 'utf8');
  } catch (error) {
    return err(`${verify} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const checked = verifyAudit(text, hubKey ?? null);
  if (!checked.ok) return err(`${verify}, line ${checked.reason.line}: ${checked.reason.what}`);
  const { entries, at, hubKey: key } = checked.value;
  const whole = `${verify} is whole: ${entries} entries up to ${new Date(at).toISOString()}, signed by the hub.`;
  if (hubKey !== undefined) return ok(whole);
  return ok(
    `${whole}\nIts key is ${key}: compare it with the \`hubKey\` that the hub says at its start, or name that with --hub-key.`,
  );
}

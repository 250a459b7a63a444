import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { writeWhole } from '../files/write-whole.ts';

const tokenName = 'operator-token';
const runningName = 'hub.json';

/** What stands in the Authorization header of the operator's requests, made at the first start. @throws what the disk says */
export function openOperatorToken(data: string, random: (size: number) => Uint8Array): string {
  const path = join(data, tokenName);
  if (!existsSync(path)) writeWhole(path, `${Buffer.from(random(32)).toString('base64url')}\n`);
  return readFileSync(path, 'utf8').trim();
}

const runningSchema = z.object({ address: z.string(), pin: z.string() });
/** Where the hub of a data folder listens, and its key. */
export type RunningHub = z.infer<typeof runningSchema>;

export function writeRunning(data: string, running: RunningHub): void {
  writeWhole(join(data, runningName), `${JSON.stringify(running)}\n`);
}

/** For the hub's commands. The reason is a sentence. */
export function readRunning(data: string): Result<RunningHub & { token: string }, string> {
  try {
    const running = runningSchema.parse(JSON.parse(readFileSync(join(data, runningName), 'utf8')));
    return ok({ ...running, token: readFileSync(join(data, tokenName), 'utf8').trim() });
  } catch {
    return err(
      `There is no hub in ${data}. Start it with \`npm run hub\`, or name its data folder with --data; as the user that runs it.`,
    );
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'undici';
import { z } from 'zod';
import type { RunningHub } from './hub-process.ts';

export interface Operator {
  post(path: string, body: unknown): Promise<unknown>;
  /** Flags with which a kiosk enrols itself. @param address `HOST:PORT` where the kiosk finds the hub */
  makeEnrolmentFlags(address?: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Asks as the operator does, with the token that lies in the hub's folder, over a connection that is kept. */
export function connectOperator({ address, dataFolder }: Pick<RunningHub, 'address' | 'dataFolder'>): Operator {
  const client = new Client(address, { connect: { rejectUnauthorized: false } });
  const token = readFileSync(join(dataFolder, 'operator-token'), 'utf8').trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  async function post(path: string, body: unknown): Promise<unknown> {
    const answer = await client.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`The hub answered ${answer.statusCode}: ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }

  return {
    post,
    async makeEnrolmentFlags(kioskFinds = new URL(address).host) {
      const made = z.object({ code: z.string() }).parse(await post('/v1/operator/enrolment-codes', {}));
      return ['--hub', kioskFinds, '--enrol', made.code];
    },
    close: () => client.close(),
  };
}

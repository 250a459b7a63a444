import { Client } from 'undici';
import { recordsAnswerSchema } from '../../../domain/protocol/records.ts';
import { recordsPath, type PreparedRequest } from './prepare-requests.ts';

/** Connections of kiosks to a hub, over TLS, open and kept so. */
export interface Connections {
  /** Each kiosk sends its requests one after the other, all kiosks at once. @returns milliseconds until the last answer */
  send(requests: readonly (readonly PreparedRequest[])[]): Promise<number>;
  close(): Promise<void>;
}

/** The kiosk pins the hub's key where this trusts any: a comparison of 32 bytes in each handshake, and none in a request. */
export async function connectKiosks(address: string, count: number): Promise<Connections> {
  const clients = Array.from({ length: count }, () => new Client(address, { connect: { rejectUnauthorized: false } }));
  await Promise.all(clients.map((client) => request(client, 'GET', '/health')));
  return {
    async send(requests) {
      const began = performance.now();
      await Promise.all(
        requests.map(async (some, at) => {
          const client = clients[at];
          if (client === undefined) throw new Error('There are fewer connections than kiosks.');
          for (const one of some) await sendOne(client, one);
        }),
      );
      return performance.now() - began;
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

async function sendOne(client: Client, { body, headers, records }: PreparedRequest): Promise<void> {
  const text = await request(client, 'POST', recordsPath, { body, headers });
  const { answers } = recordsAnswerSchema.parse(JSON.parse(text));
  if (answers.length !== records || answers.some(({ result }) => result !== 'accepted')) {
    throw new Error(`The hub did not take every record: ${text.slice(0, 500)}`);
  }
}

async function request(
  client: Client,
  method: 'GET' | 'POST',
  path: string,
  more: Partial<Pick<PreparedRequest, 'body' | 'headers'>> = {},
): Promise<string> {
  const answer = await client.request({ method, path, ...more });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`The hub answered ${answer.statusCode}: ${text.slice(0, 500)}`);
  return text;
}

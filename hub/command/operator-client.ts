import { createHash } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { z } from 'zod';
import { groupProblems } from '../../domain/pack/group-problems.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readRunning, type RunningHub } from '../operator/operator-token.ts';

/** A connection to the hub whose key is pinned, whoever vouches for its certificate. */
export function connectPinned({ address, pin }: RunningHub): Client {
  // A resumed session (RFC 8446, section 2.2) shows no certificate.
  const connect = buildConnector({ rejectUnauthorized: false, minVersion: 'TLSv1.3', maxCachedSessions: 0 });
  return new Client(`https://${address}`, {
    // A pack of 50,000 attendees takes its time to be checked.
    headersTimeout: 300_000,
    connect(options, callback) {
      connect(options, (...[error, socket]) => {
        if (error !== null) callback(error, null);
        else if (socket instanceof TLSSocket && readPin(socket) === pin) callback(null, socket);
        else {
          socket.destroy();
          callback(new Error('what answers is not the hub of this data folder'), null);
        }
      });
    },
  });
}

function readPin(socket: TLSSocket): string {
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256')
    .update(key ?? '')
    .digest('base64url');
}

export interface OperatorClient {
  /** The reason is a sentence. */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result<unknown, string>>;
  /** An answer that is no JSON, as it comes. */
  download(path: string): Promise<Result<AsyncIterable<Buffer>, string>>;
  close(): Promise<void>;
}

/** Talks to the hub that runs on this data folder, with its token. The reason is a sentence. */
export function openOperatorClient(data: string): Result<OperatorClient, string> {
  const running = readRunning(data);
  if (!running.ok) return running;
  const { token, address } = running.value;
  const client = connectPinned(running.value);

  async function send(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<Result<Dispatcher.ResponseData, string>> {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    try {
      const response = await client.request({
        method,
        path,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (response.statusCode === 200) return ok(response);
      return err(describeRefusal(await response.body.json()));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return err(`The hub at ${address} does not answer: ${reason}. Is \`npm run hub\` running?`);
    }
  }

  return ok({
    async ask(method, path, body) {
      const response = await send(method, path, body);
      return response.ok ? ok(await response.value.body.json()) : response;
    },
    async download(path) {
      const response = await send('GET', path);
      return response.ok ? ok(response.value.body) : response;
    },
    close: () => client.close(),
  });
}

const sentences: Readonly<Record<string, string>> = {
  locked: 'The registrations are locked. Run `npm run hub -- unlock --key FILE` first.',
  'wrong-passphrase': 'The passphrase does not open the key.',
  'wrong-key': 'This is not the key of the event that is loaded. Name the file that belongs to its sealingKey.',
  'wrong-token': 'The hub does not take the token of this data folder. Name the hub’s own folder with --data.',
  'other-event': 'This hub holds another event. Start one with another --data folder or --database for this one.',
  'already-merged': 'The pair is merged. Undo that first.',
  'nothing-to-undo': 'Nothing was decided about this pair.',
  'not-found': 'There is no such thing at this hub.',
  unavailable: 'The hub has no event yet. Load one with `npm run hub -- load PACK`.',
  'storage-failed': 'The hub’s database does not answer or takes no writes.',
};

function describeRefusal(body: unknown): string {
  const refusal = z
    .object({ error: z.string(), message: z.string().optional(), problems: z.unknown().optional() })
    .safeParse(body);
  if (!refusal.success) return 'What answers is no hub.';
  const { error, message, problems } = refusal.data;
  if (Array.isArray(problems))
    return ['It has errors; what was loaded before stays.', ...listProblems(problems)].join('\n');
  return message ?? sentences[error] ?? `The hub refused: ${error}.`;
}

const problemSchema = z.object({
  severity: z.string(),
  file: z.string(),
  row: z.number().optional(),
  column: z.string().optional(),
  message: z.string(),
  instead: z.string(),
});

/** A line for each kind of problem, with the first place of it and how many more there are. */
export function listProblems(problems: readonly unknown[]): string[] {
  return groupProblems(z.array(problemSchema).parse(problems)).map(({ first, others }) => {
    const { severity, file, row, column, message, instead } = first;
    const place = [file, row === undefined ? '' : `row ${row}`, column ?? ''].filter((part) => part !== '').join(', ');
    const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
    return `  ${severity}  ${place}: ${message} ${instead}${more}`;
  });
}

import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { err, ok, type Result } from '../../../domain/result.ts';
import { attribute } from './ipp-attributes.ts';
import { decodeMessage, encodeMessage, groupTags, type IppAttribute, type IppMessage } from './ipp-message.ts';

/** RFC 8011, section 5.4.15. */
export const operations = {
  'Print-Job': 0x0002,
  'Create-Job': 0x0005,
  'Send-Document': 0x0006,
  'Cancel-Job': 0x0008,
  'Get-Job-Attributes': 0x0009,
  'Get-Printer-Attributes': 0x000b,
} as const;
export type Operation = keyof typeof operations;

/** Status codes that we act on (RFC 8011, appendix B). Below 0x0100 all went well. */
export const statusCodes = { notPossible: 0x0404, notFound: 0x0406, busy: 0x0507 } as const;

export function isSuccessful({ code }: IppMessage): boolean {
  return code < 0x0100;
}

/** `offline`: nobody there. `silent`: it takes the connection, or the document, and says nothing. `refused`: it does not speak IPP to us. */
export type IppFailure = 'offline' | 'silent' | 'refused';

export interface IppRequest {
  readonly operation: Operation;
  /** Of the operation, after charset, language, printer and user. */
  readonly about?: readonly IppAttribute[];
  /** Of the job that it makes. */
  readonly job?: readonly IppAttribute[];
  readonly document?: Uint8Array;
}

export interface IppClient {
  ask(request: IppRequest): Promise<Result<IppMessage, IppFailure>>;
}

export interface IppTarget {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** All that a print server learns of who prints. */
const userName = 'foyer';

/** A print service takes a document as fast as it can keep it; one that takes nothing for as long as it may think is stuck. */
export function createIppClient(
  target: IppTarget,
  { connectMilliseconds, answerMilliseconds }: { connectMilliseconds: number; answerMilliseconds: number },
): IppClient {
  let requestId = 0;
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  const uri = `${target.isSecure ? 'ipps' : 'ipp'}://${host}:${String(target.port)}${target.path}`;

  return {
    ask({ operation, about = [], job = [], document = Buffer.of() }) {
      requestId += 1;
      const head = [
        attribute('charset', 'attributes-charset', 'utf-8'),
        attribute('language', 'attributes-natural-language', 'en'),
        attribute('uri', 'printer-uri', uri),
      ];
      const user = attribute('name', 'requesting-user-name', userName);
      // `job-id` must follow `printer-uri` at once (RFC 8011, section 4.1.5).
      const [jobId, rest] = [about.filter(isJobId), about.filter((one) => !isJobId(one))];
      const message = encodeMessage({
        code: operations[operation],
        requestId,
        groups: [
          { tag: groupTags.operation, attributes: [...head, ...jobId, user, ...rest] },
          ...(job.length > 0 ? [{ tag: groupTags.job, attributes: job }] : []),
        ],
      });
      return post(target, { body: Buffer.concat([message, document]), connectMilliseconds, answerMilliseconds });
    },
  };
}

function isJobId({ name }: IppAttribute): boolean {
  return name === 'job-id';
}

interface Post {
  readonly body: Buffer;
  readonly connectMilliseconds: number;
  readonly answerMilliseconds: number;
}

function post(
  { isSecure, host, port, path }: IppTarget,
  { body, connectMilliseconds, answerMilliseconds }: Post,
): Promise<Result<IppMessage, IppFailure>> {
  const { promise, resolve } = Promise.withResolvers<Result<IppMessage, IppFailure>>();
  const headers = { 'content-type': 'application/ipp', 'content-length': body.length, connection: 'close' };
  const options = { host, port, path, method: 'POST', headers, agent: false } as const;
  const request = isSecure
    ? // Printers sign their certificates themselves. Whoever can stand between can read along, which is no worse than without.
      requestHttps({ ...options, rejectUnauthorized: false })
    : requestHttp(options);

  function giveUp(failure: IppFailure): void {
    resolve(err(failure));
    request.destroy();
  }

  let isConnected = false;
  const connecting = setTimeout(giveUp, connectMilliseconds, 'offline');
  request.on('socket', (socket) => {
    socket.once('connect', () => {
      isConnected = true;
      clearTimeout(connecting);
      // Of nothing moving, in either direction.
      socket.setTimeout(answerMilliseconds, () => {
        giveUp('silent');
      });
    });
  });
  request.on('error', () => {
    giveUp(isConnected ? 'silent' : 'offline');
  });
  request.on('close', () => {
    clearTimeout(connecting);
  });
  request.on('response', (response) => {
    readAnswer(response).then(resolve, () => {
      giveUp('silent');
    });
  });
  request.end(body);
  return promise;
}

/** More than any printer says of itself. */
const answerBytesAtMost = 1_048_576;

async function readAnswer(response: IncomingMessage): Promise<Result<IppMessage, IppFailure>> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length > answerBytesAtMost) return err('refused');
  }
  if (response.statusCode !== 200) return err('refused');
  const decoded = decodeMessage(Buffer.concat(pieces));
  return decoded.ok ? ok(decoded.value.message) : err('refused');
}

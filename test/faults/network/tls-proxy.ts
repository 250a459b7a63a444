import { createPrivateKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { createCertificate } from '../../../hub/identity/certificate.ts';
import type { Random } from '../harness/random.ts';

/** What a network does to whole requests. TLS keeps a real one from it, so this one has the hub's key: the worst that can be. */
export type Meddling =
  | { readonly kind: 'none' }
  /** The hub gets this share of requests twice, and the kiosk one of the answers. */
  | { readonly kind: 'doubling'; readonly share: number }
  /** This share breaks for the kiosk, and reaches the hub so many milliseconds later at most: after what was sent since. */
  | { readonly kind: 'reordering'; readonly share: number; readonly latest: number }
  /** The hub has done what was asked, and its answer never arrives. */
  | { readonly kind: 'losing-answers'; readonly share: number }
  /** Everything is answered with 200 and a page to log in. */
  | { readonly kind: 'portal' };

export interface TlsProxy {
  readonly port: number;
  setMeddling(meddling: Meddling): void;
  /** How many requests were meddled with. */
  readonly meddled: number;
  close(): Promise<void>;
}

const portalPage = '<!doctype html><title>Free Wi-Fi</title><form>Accept our terms</form>';

/** @param hubFolder where the hub keeps its identity @param target the hub's port */
export async function startTlsProxy(options: { target: number; hubFolder: string; random: Random }): Promise<TlsProxy> {
  const { target, random } = options;
  const key = readTlsKey(options.hubFolder);
  const cert = await createCertificate(key, '127.0.0.1');
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const late = new Set<Promise<unknown>>();
  let meddling: Meddling = { kind: 'none' };
  let meddled = 0;

  const forward = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer) =>
    request(`https://127.0.0.1:${target}${url}`, {
      method: method as 'GET' | 'POST',
      dispatcher,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name))),
      ...(body.length > 0 && { body }),
    });

  async function answer(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = Buffer.concat((await asked.toArray()) as Buffer[]);
    if (meddling.kind === 'none' || !isChosen(asked, meddling)) {
      await passOn(await forward(asked, body), reply);
      return;
    }
    meddled += 1;
    switch (meddling.kind) {
      case 'portal':
        reply.writeHead(200, { 'content-type': 'text/html' }).end(portalPage);
        return;
      case 'reordering':
        asked.socket.destroy();
        forwardLater(asked, body, random.fraction() * meddling.latest);
        return;
      case 'losing-answers':
        await (await forward(asked, body)).body.dump();
        asked.socket.destroy();
        return;
      case 'doubling': {
        const answers = await Promise.all([forward(asked, body), forward(asked, body)]);
        const [kept, other] = random.chance(0.5) ? answers : answers.toReversed();
        await other?.body.dump();
        if (kept !== undefined) await passOn(kept, reply);
      }
    }
  }

  /** A stream of news is no request that could be doubled or come late. */
  function isChosen({ url }: IncomingMessage, chosen: Exclude<Meddling, { kind: 'none' }>): boolean {
    return chosen.kind === 'portal' || (url !== '/v1/news' && random.chance(chosen.share));
  }

  function forwardLater(asked: IncomingMessage, body: Buffer, pause: number): void {
    const later = wait(pause)
      .then(() => forward(asked, body))
      .then(({ body: unread }) => unread.dump())
      // The hub may be gone by then.
      .catch(() => undefined);
    late.add(later);
    void later.finally(() => late.delete(later));
  }

  const server = createServer({ key: key.export({ type: 'pkcs8', format: 'pem' }), cert, minVersion: 'TLSv1.3' });
  server.on('request', (asked, reply) => {
    // Where the hub is gone, so is its answer.
    answer(asked, reply).catch(() => asked.socket.destroy());
  });
  server.on('tlsClientError', () => undefined);
  return {
    port: await listen(server),
    setMeddling(next) {
      meddling = next;
    },
    get meddled() {
      return meddled;
    },
    async close() {
      await Promise.all(late);
      server.closeAllConnections();
      server.close();
      await dispatcher.destroy();
    },
  };
}

/** RFC 9110, 7.6.1; and what undici writes itself. */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'content-length', 'host']);

type Answer = Awaited<ReturnType<typeof request>>;

async function passOn(answer: Answer, reply: ServerResponse): Promise<void> {
  const headers = Object.entries(answer.headers).filter(([name, value]) => !hopByHop.has(name) && value !== undefined);
  reply.writeHead(answer.statusCode, Object.fromEntries(headers) as Record<string, string>);
  // The first bytes of a stream of news may be long in coming; that it is open is news already.
  reply.flushHeaders();
  for await (const chunk of answer.body) reply.write(chunk);
  reply.end();
}

function readTlsKey(hubFolder: string): KeyObject {
  const text = readFileSync(join(hubFolder, 'identity.pem'), 'utf8');
  const keys = (text.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/gu) ?? []).map((block) =>
    createPrivateKey(block),
  );
  const key = keys.find(({ asymmetricKeyType }) => asymmetricKeyType === 'ec');
  if (key === undefined) throw new Error('the hub has no TLS key');
  return key;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

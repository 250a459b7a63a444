import { createHash } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { buildConnector, Pool } from 'undici';
import { describeAddress, type HubAddress } from './hub-target.ts';

/** Milliseconds. */
export interface Patience {
  readonly connect: number;
  /** Without a byte of the answer, before and within it. */
  readonly answer: number;
}

/**
 * A hub on the LAN connects in milliseconds, and in some seconds when 200 kiosks come back at once; a socket that says nothing for 15 s is
 * half-open.
 */
export const patience: Patience = { connect: 15_000, answer: 15_000 };

/** @param pin SHA-256 of the hub's SubjectPublicKeyInfo, base64url @returns whether a key's digest is the pinned one */
export function isPinnedTo(pin: string): (digest: Uint8Array) => boolean {
  return (digest) => Buffer.from(digest).toString('base64url') === pin;
}

/**
 * Connections to one hub, whoever vouches for its certificate: its key has to be the pinned one, which TLS makes it prove, before a byte
 * is sent. @param isPinned of the SHA-256 of the SubjectPublicKeyInfo
 */
export function createPinnedPool(
  address: HubAddress,
  { isPinned, limits = patience }: { isPinned: (digest: Uint8Array) => boolean; limits?: Patience },
): Pool {
  // A resumed session (RFC 8446, 2.2) shows no certificate, so none is kept.
  const connect = buildConnector({
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
    timeout: limits.connect,
    maxCachedSessions: 0,
    allowH2: false,
  });
  return new Pool(`https://${describeAddress(address)}`, {
    // One for news, one for questions. A kiosk that opened more would only make the others of a crowd wait.
    connections: 2,
    pipelining: 1,
    headersTimeout: limits.answer,
    bodyTimeout: limits.answer,
    connect(options, callback) {
      connect(options, (...[error, socket]) => {
        if (error !== null) {
          callback(error, null);
        } else if (socket instanceof TLSSocket && isPinned(digestKey(socket))) {
          callback(null, socket);
        } else {
          socket.destroy();
          callback(new Error('the key of what answers is not the hub’s'), null);
        }
      });
    },
  });
}

function digestKey(socket: TLSSocket): Uint8Array {
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256')
    .update(key ?? '')
    .digest();
}

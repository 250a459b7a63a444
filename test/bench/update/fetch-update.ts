import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { fetchRelease } from '../../../electron/update/fetch-release.ts';
import { openHubSource } from '../../../electron/update/hub-source.ts';
import type { Wire } from '../download/count-wire.ts';
import type { Sender } from '../harness/sender.ts';
import { megabyte } from '../memory/process-memory.ts';
import { channel, type PublishedRelease } from './publish-releases.ts';

export interface UpdateFetch {
  readonly wire: Wire;
  /** Of the hub's key; what a kiosk was told at its enrolment. */
  readonly pin: string;
  readonly sender: Sender;
  readonly running: PublishedRelease;
  readonly next: PublishedRelease;
  /** Whether the kiosk has the package that it runs, to compare the next with. */
  readonly hasBase: boolean;
}

/** As the kiosk does it, over its own line to the hub, until the package lies there and is what its description says. */
export async function fetchUpdate(call: UpdateFetch): Promise<{ seconds: number; megabytes: number }> {
  const { wire, pin, sender, running, next, hasBase } = call;
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const address = { host: '127.0.0.1', port: wire.port };
  const source = openHubSource({ target: { address, pin, kiosk: sender.kiosk }, kioskKey: sender.privateKey });
  try {
    wire.takeBytes();
    const began = performance.now();
    const fetched = await fetchRelease({
      ...{ form: { kind: 'deb', channel }, running: running.version, release: next.release, folder, source },
      base: hasBase ? { file: running.deb, blockMap: `${running.deb}.blockmap` } : null,
      ...{ pause: (milliseconds) => wait(milliseconds), logger: pino({ level: 'silent' }) },
      signal: new AbortController().signal,
    });
    const seconds = (performance.now() - began) / 1000;
    if (!fetched.ok) throw new Error(`The update was not fetched: ${fetched.reason}.`);
    return { seconds, megabytes: wire.takeBytes() / megabyte };
  } finally {
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** SHA-256 of the public key that a server on this machine shows, base64url. */
export async function readPin(port: number): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect');
    const { publicKey } = new X509Certificate(socket.getPeerCertificate().raw);
    return createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64url');
  } finally {
    socket.destroy();
  }
}

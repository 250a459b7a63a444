import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { createQuietReport } from '../../../domain/protocol/kiosk-report.ts';
import { kioskStateSchema } from '../../../domain/protocol/records.ts';
import { hubReadySchema, type HubReady } from '../../../domain/protocol/hub-ready.ts';
import { openCache } from '../../cache/cache.ts';
import type { HubProcess, StartHub } from '../../embedded-hub/hub-process.ts';
import { createHubClient } from '../../uplink/hub-client.ts';
import { parseAddress } from '../../uplink/hub-target.ts';
import { isPinnedTo } from '../../uplink/pinned-pool.ts';
import { createUplink } from '../../uplink/uplink.ts';
import { exportPublicKey } from '../../uplink/verify-certificate.ts';
import { layLine } from './cuttable-line.ts';
import { createScratchEvent, inventRegistration, scratchOwner } from './scratch-event.ts';
import { openScratchJournal, type ScratchJournal } from './scratch-journal.ts';

export interface NetworkCutParts {
  readonly folder: string;
  readonly startHub: StartHub;
  readonly version: string;
  readonly clock: () => number;
  readonly now: () => string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

export interface NetworkCut {
  /** Registered with the line cut, promised by the journal. */
  readonly promised: number;
  /** What the hub has after the line was mended. */
  readonly arrived: number;
  /** From the mended line until the hub had all of them. */
  readonly milliseconds: number;
}

const visitors = 3;
/** The uplink tries again after some seconds at most. */
const patienceMilliseconds = 25_000;

/**
 * A hub of our own on this machine, a line to it, and a kiosk that registers while the line is cut: everything but the cable is real, and
 * nothing of the kiosk's own journal or hub is touched. @throws when hub or journal do not start
 */
export async function cutNetwork(parts: NetworkCutParts): Promise<NetworkCut> {
  const { folder, startHub, logger, signal } = parts;
  const event = await createScratchEvent(folder);
  let wake: () => void = () => undefined;
  const onAppend = () => {
    wake();
  };
  const scratch = await openScratchJournal({ folder, event: event.details, logger, onAppend });
  if (!scratch.ok) throw new Error(scratch.reason.code);
  const { journal, own, registrar, kioskKey } = scratch.value;
  const flags = ['--data', join(folder, 'hub'), '--listen', '127.0.0.1:0', '--event', event.pack];
  const hub = startHub([...flags, '--own-kiosk', `${scratchOwner.kiosk}:${exportPublicKey(kioskKey)}`]);
  const cache = openCache(join(folder, 'cache.sqlite'), logger);
  try {
    const ready = await whenReady(hub, signal);
    const at = parseAddress(ready.address);
    if (at === null) throw new Error('the hub says no address');
    const line = await layLine(at);
    const uplink = createUplink({
      ...{ own, cache, kioskKey, logger, clock: parts.clock, now: parts.now },
      random: () => 0.1,
      onChange: () => undefined,
      onReadmitted: () => undefined,
      reporting: { read: () => createQuietReport(parts.version), carryOut: () => Promise.resolve({ kind: 'done' }) },
    });
    wake = () => {
      uplink.wake();
    };
    try {
      line.cut();
      const target = { address: line.address, pin: ready.pin, hubKey: ready.hubKey, kiosk: scratchOwner.kiosk };
      await uplink.connect({ ...target, certificate: null });
      let promised = 0;
      for (let number = 1; number <= visitors; number += 1) {
        const request = { id: v7(), replaces: null, registration: inventRegistration(number) };
        if ((await registrar.register(request)).ok) promised += 1;
      }
      line.mend();
      const start = parts.clock();
      uplink.wake();
      await whenSent(scratch.value, signal);
      const milliseconds = Math.round(parts.clock() - start);
      // The hub itself is asked, on another line: each number that it has taken is a record, and there is no other.
      const letters = journal.outbox.listDeadLetters(own.owner);
      const refused = letters.ok ? letters.value.length : 0;
      return { promised, arrived: (await countTaken({ ready, at, kioskKey })) - refused, milliseconds };
    } finally {
      await uplink.close();
      await line.close();
    }
  } finally {
    hub.stop();
    const force = setTimeout(() => {
      hub.kill();
    }, 3000);
    await hub.ended;
    clearTimeout(force);
    journal.close();
    cache.close();
  }
}

function whenReady(hub: HubProcess, signal: AbortSignal): Promise<HubReady> {
  return new Promise((resolve, reject) => {
    hub.onLine((line) => {
      const ready = hubReadySchema.safeParse(parse(line));
      if (ready.success) resolve(ready.data);
    });
    void hub.ended.then((end) => {
      reject(new Error(`the hub ended with ${String(end)}`));
    });
    signal.addEventListener('abort', () => {
      reject(new Error('the hub did not start in time'));
    });
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Until the hub's answers have moved the outbox past the last record, or the patience is over; what has arrived is counted then. */
async function whenSent({ journal, own }: ScratchJournal, signal: AbortSignal): Promise<void> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(patienceMilliseconds)]);
  while (!enough.aborted) {
    const outbox = journal.outbox.read(own.owner);
    const next = journal.nextSequence(own.owner);
    if (outbox.ok && next.ok && outbox.value.nextSequence >= next.value) return;
    await pause(20, undefined, { signal: enough }).catch(() => undefined);
  }
}

async function countTaken({
  ready,
  at,
  kioskKey,
}: {
  ready: HubReady;
  at: { host: string; port: number };
  kioskKey: ScratchJournal['kioskKey'];
}): Promise<number> {
  const client = createHubClient({
    address: at,
    isPinned: isPinnedTo(ready.pin),
    signer: { kiosk: scratchOwner.kiosk, privateKey: kioskKey },
  });
  try {
    const answer = await client.ask({ method: 'GET', path: '/v1/kiosk', answer: kioskStateSchema });
    return answer.ok ? answer.value.nextSequence - 1 : 0;
  } finally {
    await client.close();
  }
}

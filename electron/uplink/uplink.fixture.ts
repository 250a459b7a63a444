import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { createQuietReport } from '../../domain/protocol/kiosk-report.ts';
import { suite } from '../../domain/sealing/hpke.ts';
import { createSealer } from '../../domain/sealing/seal-record.ts';
import { openCache } from '../cache/cache.ts';
import { createSampleCatalogue } from '../cache/test-catalogue.ts';
import { openJournal } from '../journal/open-journal.ts';
import { createOwnJournal } from '../journal/own-journal.ts';
import { createRegistrar } from '../journal/registrar.ts';
import { createRegistration } from '../journal/test-records.ts';
import { createSeatDesk } from '../seats/seat-desk.ts';
import type { HubTarget } from './hub-target.ts';
import { startTestHub } from './test-hub.ts';
import { createUplink, type UplinkParts } from './uplink.ts';
import { exportPublicKey } from './verify-certificate.ts';

export const owner = { event: 'event-1', kiosk: 'K1' };
/** A session with seats, as in the sample catalogue. */
export const workshop = 'workshop-1';
const { privateKey: kioskKey } = generateKeyPairSync('ed25519');
const logger = pino({ enabled: false });

/** Of a kiosk where nothing is the matter. */
export const quietReport = createQuietReport('0.1.0');

/** For tests: a kiosk's journal, cache and seat desk with an uplink that is not connected, and a hub for it. */
export async function openUplink(changes: Partial<UplinkParts> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-uplink-'));
  const hub = await startTestHub();
  hub.state.kiosks.set('K1', createPublicKey(kioskKey));
  const opened = openJournal(join(folder, 'journal.sqlite'), logger);
  if (!opened.ok) throw new Error(opened.reason.message);
  const journal = opened.value;
  const cache = openCache(join(folder, 'cache.sqlite'), logger);
  const pair = await suite.kem.generateKeyPair();
  const sealingKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
  cache.putPack(createSampleCatalogue({ sealingKey }));
  const sealer = await createSealer({ sealingKey, kioskKey });
  if (!sealer.ok) throw new Error(sealer.reason);
  const random = (size: number) => randomBytes(size);
  const own = createOwnJournal({
    journal,
    sealer: sealer.value,
    ...owner,
    random,
    onAppend: () => {
      uplink.wake();
    },
  });
  const counts = { readmissions: 0, news: 0 };
  const onChange = () => (counts.news += 1);
  const uplink = createUplink({
    own,
    cache,
    kioskKey,
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: () => 0.1,
    logger,
    onChange,
    onReadmitted: () => (counts.readmissions += 1),
    reporting: { read: () => quietReport, carryOut: () => Promise.resolve({ kind: 'done' }) },
    limits: { connect: 300, answer: 400 },
    ...changes,
  });
  const seats = createSeatDesk({
    own,
    listSessions: () => cache.listSessions(),
    listClosedSessions: () => cache.listClosedSessions(),
    onChange,
  });

  return {
    folder,
    hub,
    journal,
    cache,
    own,
    uplink,
    seats,
    counts,
    /** Records a visitor; gives the record's id. */
    register: async (registration: Parameters<typeof createRegistration>[0] = {}): Promise<string> => {
      const event = () => cache.readEvent() ?? { sealingKey: '', country: 'HK' };
      const record = await createRegistrar({ own, event }).register({
        id: v7(),
        replaces: null,
        registration: createRegistration(registration),
      });
      if (!record.ok) throw new Error(record.reason);
      return record.value.id;
    },
    /** The journal as it stands on the disk. */
    readJournalFiles: (): Buffer[] =>
      readdirSync(folder)
        .filter((name) => name.startsWith('journal'))
        .map((name) => readFileSync(join(folder, name))),
    target: (different: Partial<HubTarget> = {}): HubTarget => {
      const { address, pin, hubKey } = hub;
      const certificate = hub.certify('K1', exportPublicKey(kioskKey));
      return { address, pin, hubKey, kiosk: 'K1', certificate, ...different };
    },
    close: async () => {
      await uplink.close();
      await hub.close();
      journal.close();
      cache.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type OpenUplink = Awaited<ReturnType<typeof openUplink>>;

import { mkdirSync } from 'node:fs';
import type { Logger } from 'pino';
import type { KioskCertificate } from '../domain/protocol/enrolment.ts';
import { describeProblem } from '../domain/pack/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { formatAddress, listAddresses, toLocalAddress } from './addresses.ts';
import { certify } from './api/certify.ts';
import { claimDatabase, markRestored } from './claim-database.ts';
import type { Config } from './config/read-config.ts';
import { createAttendeeLoader, type AttendeeLoader } from './event/attendee-loader.ts';
import { loadEvent, type LoadedEvent, type LoadFailure } from './event/load-event.ts';
import { readPackFolder } from './event/read-pack-folder.ts';
import { createVault } from './event/vault.ts';
import type { Identity } from './identity/identity.ts';
import { isDerivedFrom, openIdentity } from './identity/open-identity.ts';
import { openGivenKey } from './open-key.ts';
import { openOperatorToken, writeRunning } from './operator/operator-token.ts';
import { serve } from './serve.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

export interface HubOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward, whatever somebody does to the other. */
  readonly elapsed: () => number;
  readonly random: (size: number) => Uint8Array;
}

/** What the hub says of itself when it takes requests. */
export interface HubReadiness {
  /** As it listens: `127.0.0.1:7443`. */
  readonly address: string;
  readonly pin: string;
  readonly fingerprint: string;
  readonly hubKey: string;
  readonly epoch: string;
  /** Where staff open the page: `https://192.168.1.5:7443/`, on this machine only unless it listens to the network. */
  readonly page: string;
  /** SHA-256 of the certificate, as the warning of their browsers shows it. */
  readonly certificateFingerprint: string;
  /** Of the kiosk that runs this hub. */
  readonly certificate: KioskCertificate | null;
}

export interface Hub {
  readonly readiness: HubReadiness;
  /** Finishes what is under way, within ten seconds. */
  close(): Promise<void>;
}

/** Opens everything in an order in which nothing is written before what it depends on is known to be right. The reason is a sentence. */
export async function startHub(options: HubOptions): Promise<Result<Hub, string>> {
  const { config, logger, now } = options;
  const key = await openGivenKey(config);
  if (!key.ok) return key;
  try {
    mkdirSync(config.data, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`The data folder ${config.data} cannot be made: ${reason}. Name another with --data.`);
  }
  const identity = openIdentity(config.data, key.value);
  if (!identity.ok) return identity;
  if (key.value !== null && !isDerivedFrom(identity.value, key.value)) {
    logger.warn(
      'this identity is not derived from the event key: a copy of identity.pem is needed to restore this hub',
    );
  }
  const store = await openStore({ url: config.database, logger, now });
  if (!store.ok) return err(store.reason.message);
  const hub = await runOn(store.value, { ...options, identity: identity.value, key: key.value });
  key.value?.fill(0);
  if (!hub.ok) await store.value.close();
  return hub;
}

type Opened = HubOptions & { readonly identity: Identity; readonly key: Uint8Array | null };

const diskWords =
  'The hub’s database does not answer or takes no writes. Make room on its disk, and check its permissions.';

async function runOn(store: Store, opened: Opened): Promise<Result<Hub, string>> {
  const { config, identity, logger, key, random, now } = opened;
  const claimed = await claimDatabase(store, identity);
  if (!claimed.ok) return claimed;
  const isRestored = await markRestored(store, config.restore);
  if (!isRestored.ok) return err(diskWords);
  const attendees = createAttendeeLoader({ data: config.data, store, logger });
  const loaded = await loadAtStart(store, opened);
  if (!loaded.ok) return loaded;
  const event = await store.feed.event();
  if (!event.ok) return err(diskWords);
  const vault = createVault();
  if (key !== null && event.value !== null) {
    const unlocked = await vault.accept(key, event.value.sealingKey);
    if (!unlocked.ok) return err('The event’s key that --key names is not the key of the event that is loaded.');
  }
  const certificate = await enrolOwn(store, { ...opened, event: event.value?.id ?? null });
  if (!certificate.ok) return certificate;
  const operatorToken = openOperatorToken(config.data, random);
  const load = (files: ReadonlyMap<string, Uint8Array>) => loadAndLock(files, { store, attendees, now });
  const server = await serve({ ...opened, store, vault, attendees, load, operatorToken, isRestored: isRestored.value });
  if (!server.ok) return server;
  const listening = server.value;
  writeRunning(config.data, { address: toLocalAddress(listening), pin: identity.pin });
  if (loaded.value?.attendees != null) void attendees.load(loaded.value.attendees, loaded.value.sealingKey);
  const { hubKey, pin, fingerprint } = identity;
  const addresses = listAddresses(listening);
  const readiness = {
    address: formatAddress(listening),
    pin,
    fingerprint,
    hubKey,
    epoch: store.epoch,
    page: `https://${addresses[0] ?? formatAddress(listening)}/`,
    certificateFingerprint: listening.certificateFingerprint,
  };
  logger.info({ ...readiness, addresses }, 'ready');
  return ok({
    readiness: { ...readiness, certificate: certificate.value },
    async close() {
      await listening.close();
      await attendees.close();
      await store.close();
    },
  });
}

/** A pack that cannot be read or has errors stops only a hub that has nothing else to show. */
async function loadAtStart(store: Store, opened: Opened): Promise<Result<LoadedEvent | null, string>> {
  const { now, logger } = opened;
  const { event: folder } = opened.config;
  if (folder === undefined) return ok(null);
  const keepBefore = async (reason: string): Promise<Result<null, string>> => {
    const before = await store.feed.event();
    if (!before.ok) return err(diskWords);
    if (before.value === null) return err(reason);
    logger.error({ reason }, 'the event pack cannot be used; what was loaded before stays');
    return ok(null);
  };
  const files = readPackFolder(folder);
  if (!files.ok) return keepBefore(files.reason);
  const loaded = await loadEvent(files.value, { store, now });
  if (loaded.ok) return loaded;
  switch (loaded.reason.code) {
    case 'storage-failed':
      return err(diskWords);
    case 'other-event':
      return err(
        `The database holds another event than ${folder}. Start with another --data folder or --database for it.`,
      );
    case 'broken-pack': {
      const errors = loaded.reason.problems.filter(({ severity }) => severity === 'error').map(describeProblem);
      return keepBefore([`The event pack ${folder} has errors:`, ...errors].join('\n'));
    }
  }
}

async function loadAndLock(
  files: ReadonlyMap<string, Uint8Array>,
  { store, attendees, now }: { store: Store; attendees: AttendeeLoader; now: () => number },
): Promise<Result<LoadedEvent, LoadFailure>> {
  const noting = store.noting({ session: null, action: 'load', subjects: [] });
  const loaded = await loadEvent(files, { store: noting, now });
  if (loaded.ok && loaded.value.attendees !== null) {
    void attendees.load(loaded.value.attendees, loaded.value.sealingKey);
  }
  return loaded;
}

/** The kiosk that runs this hub needs no code. */
async function enrolOwn(
  store: Store,
  { config, identity, event }: Opened & { event: string | null },
): Promise<Result<KioskCertificate | null, string>> {
  const { ownKiosk } = config;
  if (ownKiosk === undefined) return ok(null);
  const details = await store.feed.event();
  const isPosition = details.ok && details.value?.kiosks.some(({ id }) => id === ownKiosk.kiosk) === true;
  const admitted = await store.kiosks.admit({ ...ownKiosk, position: isPosition ? ownKiosk.kiosk : null });
  if (!admitted.ok) {
    const words = {
      'storage-failed': diskWords,
      'kiosk-taken': `This hub knows ${ownKiosk.kiosk} by another key, or this key by another name. Give the kiosk another name, or the hub another --data folder.`,
      'kiosk-revoked': `The kiosk ${ownKiosk.kiosk} was revoked at this hub.`,
    };
    return err(words[admitted.reason]);
  }
  return ok(event === null ? null : certify(admitted.value, { identity, epoch: store.epoch, event }).certificate);
}

import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { EventDetails } from '../domain/event.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Cache } from './cache/cache.ts';
import { loadPack } from './catalogue/load-pack.ts';
import type { HubChoice } from './choose-hub.ts';
import type { StartFailure } from './start-failure.ts';
import { createDownload } from './uplink/download.ts';
import type { Enrolment } from './uplink/enrolment-file.ts';
import { createHubClient } from './uplink/hub-client.ts';
import { describeAddress } from './uplink/hub-target.ts';
import { isPinnedTo } from './uplink/pinned-pool.ts';

export interface FoundEvent {
  readonly event: EventDetails;
  /** The cache has an older, good copy. */
  readonly isPackBroken: boolean;
}

export interface FindEventParts {
  readonly hub: HubChoice;
  /** Folder of the event pack. */
  readonly pack: string;
  readonly cache: Cache;
  readonly kioskKey: KeyObject;
  readonly now: () => string;
  readonly logger: Logger;
}

/** The event that this kiosk serves, with its catalogue in the cache. Works without a network whenever the cache has it. */
export async function findEvent(parts: FindEventParts): Promise<Result<FoundEvent, StartFailure>> {
  return parts.hub.kind === 'enrolled' ? findOfHub(parts, parts.hub.enrolment) : findInPack(parts);
}

/** Milliseconds for the first download of an enrolled kiosk. */
const longestDownload = 60_000;

async function findOfHub(parts: FindEventParts, enrolment: Enrolment): Promise<Result<FoundEvent, StartFailure>> {
  const { cache, pack, kioskKey, now } = parts;
  const { certificate, address, pin } = enrolment;
  const inCache = () => {
    const event = cache.readEvent();
    return event?.id === certificate.event ? ok({ event, isPackBroken: false }) : null;
  };
  const known = inCache();
  if (known !== null) return known;
  const loaded = await loadPack(pack);
  if (loaded.ok && loaded.value.event.id === certificate.event) {
    cache.putPack(loaded.value);
    return ok({ event: loaded.value.event, isPackBroken: false });
  }
  const client = createHubClient({
    address,
    isPinned: isPinnedTo(pin),
    signer: { kiosk: certificate.kiosk, privateKey: kioskKey },
  });
  try {
    const download = createDownload({ client, cache, event: certificate.event, now, onChange: () => undefined });
    await download(AbortSignal.timeout(longestDownload));
  } finally {
    await client.close();
  }
  return inCache() ?? err({ code: 'no-event', message: noEventWords(certificate.event, describeAddress(address)) });
}

function noEventWords(event: string, address: string): string {
  return [
    `This kiosk has nothing of the event ${event} yet, and its hub at ${address} did not send it.`,
    'Check that the hub runs, has the event and can be reached; or start with --event and the folder of its event pack.',
  ].join('\n');
}

async function findInPack({ cache, pack, logger }: FindEventParts): Promise<Result<FoundEvent, StartFailure>> {
  const loaded = await loadPack(pack);
  if (loaded.ok) {
    cache.putPack(loaded.value);
    return ok({ event: cache.readEvent() ?? loaded.value.event, isPackBroken: false });
  }
  const event = cache.readEvent();
  if (event === null) return loaded;
  logger.warn({ reason: loaded.reason.message }, 'the event pack is broken; the kiosk shows the last good one');
  return ok({ event, isPackBroken: true });
}

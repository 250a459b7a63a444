import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EventDetails } from '../domain/event.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Greeting } from './bridge/greet.ts';
import { openCache, type Cache } from './cache/cache.ts';
import { chooseHub, type HubChoice } from './choose-hub.ts';
import { chooseKiosk } from './choose-kiosk.ts';
import type { Config } from './config/read-config.ts';
import { makeDataFolder } from './data-folder.ts';
import { findEvent } from './find-event.ts';
import { createEventSealer } from './journal/event-sealer.ts';
import type { Journal } from './journal/journal.ts';
import { openKioskKey } from './journal/kiosk-key.ts';
import { openJournal } from './journal/open-journal.ts';
import type { Sealer } from '../domain/sealing/seal-record.ts';
import type { StartFailure } from './start-failure.ts';

/** Who this kiosk is and what lies in its data folder. */
export interface OpenedKiosk {
  readonly kiosk: Greeting['kiosk'];
  readonly hub: HubChoice;
  readonly kioskKey: KeyObject;
  /** As the feed has it now; its id stays. */
  readonly event: () => EventDetails;
  readonly isPackBroken: boolean;
  readonly cache: Cache;
  readonly journal: Journal;
  readonly sealer: Sealer;
}

export interface OpenKioskParts {
  readonly config: Config;
  /** ISO 8601, for people. */
  readonly now: () => string;
  readonly logger: Logger;
}

/** Opens everything that a kiosk needs before its first screen, or says what a technician has to put right. */
export async function openKiosk(parts: OpenKioskParts): Promise<Result<OpenedKiosk, StartFailure>> {
  const { config, logger } = parts;
  const folder = makeDataFolder(config.data);
  if (!folder.ok) return folder;
  const kioskKey = openKioskKey(join(config.data, 'kiosk-key.pem'));
  if (!kioskKey.ok) return kioskKey;
  const journal = openJournal(join(config.data, 'journal.sqlite'), logger);
  if (!journal.ok) return journal;
  const opened = await openWithJournal(parts, { kioskKey: kioskKey.value, journal: journal.value });
  if (!opened.ok) journal.value.close();
  return opened;
}

async function openWithJournal(
  parts: OpenKioskParts,
  known: Pick<OpenedKiosk, 'kioskKey' | 'journal'>,
): Promise<Result<OpenedKiosk, StartFailure>> {
  const hub = await chooseHub(parts.config, known);
  if (!hub.ok) return hub;
  const cache = openCache(join(parts.config.data, 'cache.sqlite'), parts.logger);
  const opened = await openWithCache(parts, { ...known, hub: hub.value, cache });
  if (!opened.ok) cache.close();
  return opened;
}

async function openWithCache(
  { config, now, logger }: OpenKioskParts,
  known: Pick<OpenedKiosk, 'hub' | 'kioskKey' | 'journal' | 'cache'>,
): Promise<Result<OpenedKiosk, StartFailure>> {
  const { cache } = known;
  const found = await findEvent({ ...known, pack: config.event, now, logger });
  if (!found.ok) return found;
  const kiosk = chooseKiosk(found.value.event, {
    hub: known.hub,
    wanted: config.kiosk,
    told: (name) => cache.readKioskSettings(name),
  });
  if (!kiosk.ok) return kiosk;
  const event = () => cache.readEvent() ?? found.value.event;
  const sealer = await createEventSealer({ kioskKey: known.kioskKey, readKey: () => event().sealingKey });
  if (!sealer.ok) return sealer;
  const { isPackBroken } = found.value;
  return ok({ ...known, kiosk: kiosk.value, event, isPackBroken, sealer: sealer.value });
}

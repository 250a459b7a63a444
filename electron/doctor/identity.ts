import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventDetails } from '../../domain/event.ts';
import { createItemReader } from '../cache/read-items.ts';
import { loadPack } from '../catalogue/load-pack.ts';
import { enrolmentPath } from '../choose-hub.ts';
import type { Config } from '../config/read-config.ts';
import { journalVersion } from '../journal/schema.ts';
import { readEnrolment, type Enrolment } from '../uplink/enrolment-file.ts';
import { exportPublicKey, isOwnCertificate } from '../uplink/verify-certificate.ts';
import type { EnrolmentFacts } from './checks/check-enrolment.ts';

/** Who this kiosk is, by what lies in its data folder. Everything is opened to be read only: the kiosk may be running. */
export interface Identity {
  readonly kind: EnrolmentFacts['kind'];
  readonly kiosk: string | null;
  readonly position: string | null;
  readonly enrolment: Enrolment | null;
  readonly isCertified: boolean;
  readonly event: EventDetails | null;
}

export async function readIdentity(config: Config, kioskKey: KeyObject): Promise<Identity> {
  const kept = readEnrolment(enrolmentPath(config.data));
  const inCache = readCachedEvent(join(config.data, 'cache.sqlite'));
  if (config.hub === 'none' || config.hub === 'embedded' || (kept.ok && kept.value === null)) {
    const event = inCache ?? (await readPackEvent(config.event));
    const kiosk = config.kiosk ?? event?.kiosks[0]?.id ?? null;
    const kind = config.hub === 'none' ? 'none' : 'embedded';
    return { kind, kiosk, position: kiosk, enrolment: null, isCertified: false, event };
  }
  if (!kept.ok || kept.value === null) {
    return { kind: 'unreadable', kiosk: null, position: null, enrolment: null, isCertified: false, event: inCache };
  }
  const enrolment = typeof config.hub === 'object' ? { ...kept.value, address: config.hub } : kept.value;
  const { kiosk, position, event } = enrolment.certificate;
  const isCertified = isOwnCertificate(enrolment, exportPublicKey(kioskKey));
  // What the cache has of an event before is not this kiosk's.
  return { kind: 'enrolled', kiosk, position, enrolment, isCertified, event: inCache?.id === event ? inCache : null };
}

function readCachedEvent(path: string): EventDetails | null {
  try {
    return existsSync(path) ? reading(path, (database) => createItemReader(database).readEvent()) : null;
  } catch {
    return null;
  }
}

async function readPackEvent(pack: string): Promise<EventDetails | null> {
  const loaded = await loadPack(pack);
  return loaded.ok ? loaded.value.event : null;
}

/** Null before the first start. */
export function readJournalVersion(data: string): { found: number; known: number } | 'unreadable' | null {
  const path = join(data, 'journal.sqlite');
  if (!existsSync(path)) return null;
  try {
    const row = reading(path, (database) => database.prepare('pragma user_version').get());
    return { found: Number(Object.values(row ?? {})[0]), known: journalVersion };
  } catch {
    return 'unreadable';
  }
}

function reading<Value>(path: string, read: (database: DatabaseSync) => Value): Value {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

import { cacheTorn } from './cache-torn.ts';
import { clocks } from './clocks.ts';
import type { Fault } from './harness/fault.ts';
import { hostKilled } from './host-killed.ts';
import { hubDisk } from './hub-disk.ts';
import { hubKilledOnPostgres, hubKilledOnSqlite } from './hub-killed.ts';
import { hubLostDisk, hubOldCopy } from './hub-lost-disk.ts';
import { journalBehindHub } from './journal-behind-hub.ts';
import { journalTorn } from './journal-torn.ts';
import { kioskDiskFull } from './kiosk-disk-full.ts';
import { kioskFileLimit } from './kiosk-file-limit.ts';
import { kioskReadOnly } from './kiosk-read-only.ts';
import { lastSeats } from './last-seats.ts';
import { massReturnToPostgres, massReturnToSqlite } from './mass-return.ts';
import { networkFaults } from './network-faults.ts';
import { nextVisitor } from './next-visitor.ts';
import { pageKilled } from './page-killed.ts';
import { poisonRecord } from './poison-record.ts';
import { revokedKiosk } from './revoked-kiosk.ts';
import { sharedDatabase } from './shared-database.ts';
import { stolenDisk } from './stolen-disk.ts';
import { upgrade } from './upgrade.ts';

/** In the order in which they run. */
export function listFaults(): readonly Fault[] {
  return [
    hostKilled,
    pageKilled,
    hubKilledOnSqlite,
    hubKilledOnPostgres,
    sharedDatabase,
    journalTorn,
    cacheTorn,
    kioskDiskFull,
    kioskFileLimit,
    kioskReadOnly,
    hubDisk,
    hubLostDisk,
    hubOldCopy,
    journalBehindHub,
    upgrade,
    ...networkFaults,
    clocks,
    poisonRecord,
    revokedKiosk,
    lastSeats,
    massReturnToSqlite,
    massReturnToPostgres,
    stolenDisk,
    nextVisitor,
  ];
}

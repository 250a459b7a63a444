import type { Fault } from './harness/fault.ts';
import { cacheTorn } from './cache-torn.ts';
import { hostKilled } from './host-killed.ts';
import { kioskDiskFull } from './kiosk-disk-full.ts';
import { kioskReadOnly } from './kiosk-read-only.ts';
import { nextVisitor } from './next-visitor.ts';
import { stolenDisk } from './stolen-disk.ts';
import { journalTorn } from './journal-torn.ts';
import { pageKilled } from './page-killed.ts';

/** In the order in which they run: the quick ones first. */
export function listFaults(): readonly Fault[] {
  return [hostKilled, pageKilled, journalTorn, cacheTorn, kioskDiskFull, kioskReadOnly, stolenDisk, nextVisitor];
}

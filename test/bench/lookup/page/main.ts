import { Dexie } from 'dexie';
import type { LockedAttendee } from '../../../../domain/attendee.ts';
import { attendeesPath } from './attendees-path.ts';

const database = new Dexie('plain', { chromeTransactionDurability: 'strict' });
database.version(1).stores({ attendees: 'index' });

const peers = {
  async fill(): Promise<void> {
    const response = await fetch(attendeesPath);
    await database.table('attendees').bulkPut((await response.json()) as LockedAttendee[]);
  },
  /** @returns milliseconds of each */
  async timeGets(indexes: readonly string[]): Promise<number[]> {
    const times: number[] = [];
    for (const index of indexes) {
      const began = performance.now();
      const found: unknown = await database.table('attendees').get(index);
      times.push(performance.now() - began);
      if (found === undefined) throw new Error('An attendee is missing.');
    }
    return times;
  },
};
export type LookupPeers = typeof peers;
Object.assign(window, { peers });

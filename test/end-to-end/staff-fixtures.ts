import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubProcess } from '../faults/harness/hub-process.ts';
import { expect, test as base } from './kiosk-test.ts';
import type { Kiosk } from './open-kiosk.ts';
import { samplePack } from './sample-event.ts';
import { addStaff, startHubIn, waitUntilOnline, type Member } from './staffed-kiosk.ts';

interface Staffed {
  folder: string;
  /** A hub of its own. */
  hub: HubProcess;
  /** Of the hub's staff. */
  member: Member;
  /** Enrolled with the hub, at the attract loop, and it has heard of the member. */
  staffed: Kiosk;
}

/** A hub with somebody of the staff, and a kiosk that is enrolled with it. */
export const test = base.extend<Staffed>({
  folder: async ({ shell }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `foyer-staff-${shell}-`));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  hub: async ({ folder }, use) => {
    const pack = join(folder, 'pack');
    cpSync(samplePack, pack, { recursive: true });
    // Their codes take seconds to lock.
    rmSync(join(pack, 'attendees.csv'));
    const hub = await startHubIn(folder, pack);
    await use(hub);
    await hub.stop();
  },
  member: async ({ hub }, use) => {
    await use(await addStaff(hub));
  },
  staffed: async ({ folder, hub, member, openKiosk }, use) => {
    const flags = ['--hub', hub.ready.address, '--enrol', await hub.createCode()];
    const kiosk = await openKiosk({ flags, dataFolder: join(folder, 'kiosk') });
    await waitUntilOnline(kiosk.page);
    expect(member.number, 'the kiosk has heard of them').toMatch(/^\d{2}$/u);
    await use(kiosk);
  },
});

export { expect };

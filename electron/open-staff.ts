import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Cache } from './cache/cache.ts';
import type { HubLink } from './hub-link.ts';
import { createHubStaff } from './staff/hub-staff.ts';
import { createStaffDesk, type StaffDesk } from './staff/staff-desk.ts';
import { createStaffLock } from './staff/staff-lock.ts';
import { createWrongPinCount } from './staff/wrong-pin-count.ts';

interface StaffParts {
  /** Folder. */
  readonly data: string;
  readonly cache: Cache;
  readonly link: Pick<HubLink, 'askForStaff' | 'read'>;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  readonly logger: Logger;
  /** Staff mode has been locked, or opened again. */
  readonly onLock: () => void;
}

const hubStates = { online: 'there', offline: 'away', alone: 'none' } as const;

/** Staff mode of this kiosk, with its lock in the data folder. */
export function openStaff({ data, cache, link, clock, logger, onLock }: StaffParts): StaffDesk {
  const wrongPins = createWrongPinCount({ path: join(data, 'staff-lock.json'), copy: cache, logger });
  return createStaffDesk({
    lock: createStaffLock({ wrongPins, clock, onChange: onLock }),
    hub: createHubStaff({ ask: (question) => link.askForStaff(question) }),
    readHub: () => hubStates[link.read().state],
    listStaff: () => cache.listStaff(),
    logger,
  });
}

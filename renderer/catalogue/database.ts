import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Announcement } from '../../domain/announcement.ts';
import type { Company } from '../../domain/company.ts';
import type { EventDetails } from '../../domain/event.ts';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import type { Job } from '../../domain/job.ts';
import type { KioskRecord } from '../../domain/kiosk-record.ts';
import type { Session } from '../../domain/session.ts';
import type { Skill } from '../../domain/skill.ts';

/** What exists once: under its own name, in a row that holds it. */
interface Single {
  /** `mirrored`: up to which sequence the mirror has what the journal has. */
  readonly key: 'cursor' | 'event' | 'floorPlan' | 'skills' | 'mirrored';
  readonly value: string | number | EventDetails | FloorPlan | Skill[];
}

/** Version 1 knew no announcements; Dexie adds the table and keeps the rest. */
const schemaVersion = 2;
/** As IndexedDB counts it: Dexie leaves room for nine steps between two versions. */
export const nativeVersion = 10 * schemaVersion;

/** The kiosk's cache: the catalogue and the sealed mirror of the journal. It holds nothing that the host cannot give again. */
export class Database extends Dexie {
  declare readonly singles: Table<Single, Single['key']>;
  declare readonly companies: Table<Company, string>;
  declare readonly jobs: Table<Job, string>;
  declare readonly sessions: Table<Session, string>;
  declare readonly announcements: Table<Announcement, string>;
  declare readonly records: Table<KioskRecord, string>;

  constructor(name = 'foyer', options: DexieOptions = {}) {
    // Chromium's default durability lost 200 of 200 acknowledged writes when power was cut; strict lost none.
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(schemaVersion).stores({
      singles: 'key',
      companies: 'id',
      jobs: 'id',
      sessions: 'id',
      announcements: 'id',
      records: 'id, sequence',
    });
  }
}

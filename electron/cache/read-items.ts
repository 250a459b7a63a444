import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { announcementSchema } from '../../domain/announcement.ts';
import type { CatalogueChanges } from '../../domain/catalogue.ts';
import { companySchema } from '../../domain/company.ts';
import { eventSchema, type EventDetails } from '../../domain/event.ts';
import { floorPlanSchema } from '../../domain/floor-plan.ts';
import { jobSchema } from '../../domain/job.ts';
import { eraseOrderSchema, type EraseOrder } from '../../domain/protocol/erase-order.ts';
import { closedSessionSchema, purgeOrderSchema, type PurgeOrder } from '../../domain/protocol/feed.ts';
import {
  kioskSettingsItemSchema,
  readKioskSettings,
  type KioskSettings,
} from '../../domain/protocol/kiosk-settings.ts';
import { sessionSchema, type Session } from '../../domain/session.ts';
import { skillsSchema } from '../../domain/skill.ts';
import { staffMemberSchema, type StaffMember } from '../../domain/staff/staff-member.ts';

const rowsSchema = z.array(z.object({ id: z.string(), content: z.string().nullable() }));
type Row = z.infer<typeof rowsSchema>[number];

export interface ItemReader {
  readEvent(): EventDetails | null;
  listSessions(): Session[];
  listPurgeOrders(): PurgeOrder[];
  listEraseOrders(): EraseOrder[];
  listStaff(): StaffMember[];
  /** Ids of sessions whose seats staff have closed. */
  listClosedSessions(): string[];
  /** What the hub tells this kiosk in place of its kiosk.json; null when it tells nothing. */
  readKioskSettings(kiosk: string): KioskSettings | null;
  count(kind: 'company' | 'job' | 'session'): number;
  /** What changed after a revision; 0 asks for all. */
  readChanges(afterRevision: number): Pick<CatalogueChanges, 'upserts' | 'removals'> & { isSingleGone: boolean };
}

/** Checks what comes back from the disk, as everything from there. */
export function createItemReader(database: DatabaseSync): ItemReader {
  const select = database.prepare('select id, content from item where kind = :kind and revision > :after order by id');
  const count = database.prepare('select count(*) as count from item where kind = ? and content is not null');
  const rows = (kind: string, after = 0): Row[] => rowsSchema.parse(select.all({ kind, after }));

  function parse<Item>(schema: z.ZodType<Item>, from: readonly Row[]): Item[] {
    return from.flatMap(({ content }) => (content === null ? [] : [schema.parse(JSON.parse(content))]));
  }
  const removed = (from: readonly Row[]) => from.filter(({ content }) => content === null).map(({ id }) => id);

  return {
    readEvent: () => parse(eventSchema, rows('event'))[0] ?? null,
    listSessions: () => parse(sessionSchema, rows('session')),
    listPurgeOrders: () => parse(purgeOrderSchema, rows('purge-order')),
    listEraseOrders: () => parse(eraseOrderSchema, rows('erase-order')),
    listStaff: () => parse(staffMemberSchema, rows('staff')),
    listClosedSessions: () => parse(closedSessionSchema, rows('closed-session')).map(({ session }) => session),
    readKioskSettings(kiosk) {
      const row = rows('kiosk-settings').find(({ id }) => id === kiosk);
      if (row?.content == null) return null;
      return readKioskSettings(kioskSettingsItemSchema.parse(JSON.parse(row.content)).settings);
    },
    count: (kind) => z.object({ count: z.int() }).parse(count.get(kind)).count,
    readChanges(after) {
      const [companies, jobs, sessions] = [rows('company', after), rows('job', after), rows('session', after)];
      const announcements = rows('announcement', after);
      const [plans, skillLists] = [rows('floor-plan', after), rows('skills', after)];
      const event = parse(eventSchema, rows('event', after))[0];
      const floorPlan = parse(floorPlanSchema, plans)[0];
      const skills = parse(skillsSchema, skillLists)[0];
      const isGone = (single: unknown, from: readonly Row[]) => single === undefined && from.length > 0;
      return {
        upserts: {
          ...(event && { event }),
          companies: parse(companySchema, companies),
          jobs: parse(jobSchema, jobs),
          sessions: parse(sessionSchema, sessions),
          ...(floorPlan && { floorPlan }),
          ...(skills && { skills }),
          announcements: parse(announcementSchema, announcements),
        },
        removals: {
          companies: removed(companies),
          jobs: removed(jobs),
          sessions: removed(sessions),
          announcements: removed(announcements),
        },
        isSingleGone: isGone(floorPlan, plans) || isGone(skills, skillLists),
      };
    },
  };
}

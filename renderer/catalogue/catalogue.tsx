import { liveQuery } from 'dexie';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Announcement } from '../../domain/announcement.ts';
import type { Company } from '../../domain/company.ts';
import type { EventDetails } from '../../domain/event.ts';
import type { FloorPlan, Place } from '../../domain/floor-plan.ts';
import type { Job } from '../../domain/job.ts';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import type { Skill } from '../../domain/skill.ts';
import type { Database } from './database.ts';

/** The event as screens read it. */
export interface CatalogueView {
  readonly event: EventDetails;
  readonly companies: readonly Company[];
  readonly jobs: readonly Job[];
  /** By start. */
  readonly sessions: readonly Session[];
  readonly floorPlan: FloorPlan | null;
  /** For suggestions; none in an event that lists none. */
  readonly skills: readonly Skill[];
  /** All that the hub has not taken back, the newest first; `useAnnouncements` knows which are still shown. */
  readonly announcements: readonly Announcement[];
  readonly companyById: ReadonlyMap<string, Company>;
  readonly jobById: ReadonlyMap<string, Job>;
  /** By the label of its stand. */
  readonly companiesAt: ReadonlyMap<string, readonly [Company, ...Company[]]>;
  readonly standByLabel: ReadonlyMap<string, Place>;
  readonly placeById: ReadonlyMap<string, Place>;
}

const CatalogueContext = createContext<CatalogueView | null>(null);

export function useCatalogue(): CatalogueView {
  const catalogue = use(CatalogueContext);
  if (!catalogue) throw new Error('useCatalogue needs a CatalogueProvider');
  return catalogue;
}

interface CatalogueProviderProps {
  readonly database: Database;
  /** While the cache is empty. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/**
 * The one place that reads the cache: a live query, so that a new catalogue appears by itself. What was read last stays on the screens
 * while a cache that failed is filled anew.
 */
export function CatalogueProvider({ database, empty, children }: CatalogueProviderProps) {
  const [rows, setRows] = useState<Rows | null>(null);
  useEffect(() => {
    const subscription = liveQuery(() => readRows(database)).subscribe({
      next: (read) => {
        if (read) setRows(read);
      },
      // Whoever fills the cache meets the same failure and gives it up.
      error: () => undefined,
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [database]);
  const catalogue = useMemo(() => (rows ? createView(rows) : null), [rows]);
  if (!catalogue) return empty;
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>;
}

interface Rows {
  readonly event: EventDetails;
  readonly floorPlan: FloorPlan | null;
  readonly skills: Skill[];
  readonly companies: Company[];
  readonly jobs: Job[];
  readonly sessions: Session[];
  readonly announcements: Announcement[];
}

async function readRows(database: Database): Promise<Rows | null> {
  const { singles, companies, jobs, sessions, announcements } = database;
  return database.transaction('r', [singles, companies, jobs, sessions, announcements], async () => {
    const event = await singles.get('event');
    if (!event) return null;
    const floorPlan = await singles.get('floorPlan');
    const skills = await singles.get('skills');
    return {
      event: event.value as EventDetails,
      floorPlan: floorPlan ? (floorPlan.value as FloorPlan) : null,
      skills: skills ? (skills.value as Skill[]) : [],
      companies: await companies.toArray(),
      jobs: await jobs.toArray(),
      sessions: await sessions.toArray(),
      announcements: await announcements.toArray(),
    };
  });
}

function createView({ event, floorPlan, skills, companies, jobs, sessions, announcements }: Rows): CatalogueView {
  const places = floorPlan?.features ?? [];
  const byName = (first: Company, second: Company) =>
    localise(first.name, 'en').text.localeCompare(localise(second.name, 'en').text, 'en');
  return {
    event,
    floorPlan,
    skills,
    companies: companies.toSorted(byName),
    jobs,
    sessions: sessions.toSorted((first, second) => first.start.localeCompare(second.start)),
    // Their ids are UUIDv7 (RFC 9562, 5.7), which begin with the time.
    announcements: announcements.toSorted((first, second) => second.id.localeCompare(first.id)),
    companyById: new Map(companies.map((company) => [company.id, company])),
    jobById: new Map(jobs.map((job) => [job.id, job])),
    companiesAt: groupByStand(companies),
    standByLabel: new Map(places.flatMap((place) => (place.properties.label ? [[place.properties.label, place]] : []))),
    placeById: new Map(places.map((place) => [place.properties.id, place])),
  };
}

function groupByStand(companies: readonly Company[]): CatalogueView['companiesAt'] {
  const groups = new Map<string, [Company, ...Company[]]>();
  for (const company of companies) {
    for (const stand of company.stands) groups.set(stand, [...(groups.get(stand) ?? []), company] as [Company]);
  }
  return groups;
}

import type { Company } from '../company.ts';
import type { Job } from '../job.ts';
import type { Session } from '../session.ts';
import type { Shortlist } from '../shortlist.ts';

/** A company with what is kept of it. */
export interface KeptCompany {
  readonly company: Company;
  /** It was kept itself, and not only jobs of it. */
  readonly isKept: boolean;
  /** In the order in which they were kept. */
  readonly jobs: readonly Job[];
}

/** One stop of the walk: a stand and whoever is there. */
export interface KeptBooth {
  /** Id of the stand on the plan. */
  readonly place: string;
  /** What is written at it: `C03`. */
  readonly label: string;
  readonly companies: readonly [KeptCompany, ...KeptCompany[]];
}

export interface KeptByBooth {
  /** By label. */
  readonly booths: readonly KeptBooth[];
  /** Companies that have no stand on the plan. */
  readonly elsewhere: readonly KeptCompany[];
  /** By start. */
  readonly sessions: readonly Session[];
  /** What the organiser took off since it was kept. */
  readonly gone: number;
}

/** The event as far as a shortlist speaks of it. */
export interface ShortlistSource {
  readonly companyById: ReadonlyMap<string, Company>;
  readonly jobById: ReadonlyMap<string, Job>;
  readonly sessions: readonly Session[];
  readonly standByLabel: ReadonlyMap<string, { readonly properties: { readonly id: string } }>;
}

/** A shortlist as a walk meets it: by booth, then sessions by time. A company with several stands is met at the first that the plan knows. */
export function groupByBooth(shortlist: Shortlist, source: ShortlistSource): KeptByBooth {
  const companies = new Map<string, { company: Company; isKept: boolean; jobs: Job[] }>();
  let gone = 0;
  const take = (id: string) => {
    const company = source.companyById.get(id);
    if (!company) return null;
    const taken = companies.get(id) ?? { company, isKept: false, jobs: [] };
    companies.set(id, taken);
    return taken;
  };
  const sessions: Session[] = [];
  for (const { kind, id } of shortlist) {
    switch (kind) {
      case 'company': {
        const company = take(id);
        if (company) company.isKept = true;
        else gone += 1;
        break;
      }
      case 'job': {
        const job = source.jobById.get(id);
        const company = job && take(job.company);
        if (job && company) company.jobs.push(job);
        else gone += 1;
        break;
      }
      case 'session': {
        const session = source.sessions.find((each) => each.id === id);
        if (session) sessions.push(session);
        else gone += 1;
        break;
      }
    }
  }
  return { ...meet([...companies.values()], source), sessions: sessions.toSorted(byTime), gone };
}

function meet(companies: readonly KeptCompany[], { standByLabel }: ShortlistSource) {
  const booths = new Map<string, KeptBooth>();
  const elsewhere: KeptCompany[] = [];
  for (const kept of companies) {
    const label = kept.company.stands.find((each) => standByLabel.has(each));
    const stand = label === undefined ? undefined : standByLabel.get(label);
    if (label === undefined || !stand) {
      elsewhere.push(kept);
      continue;
    }
    const { companies: others } = booths.get(label) ?? { companies: [] };
    booths.set(label, { place: stand.properties.id, label, companies: [...others, kept] as [KeptCompany] });
  }
  return { booths: [...booths.values()].toSorted((a, b) => compare(a.label, b.label)), elsewhere };
}

function byTime(a: Session, b: Session): number {
  return compare(a.start, b.start) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

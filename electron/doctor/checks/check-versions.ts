import { bad, green, type Check, type Found } from '../check.ts';

export interface VersionFacts {
  readonly foyer: string;
  readonly node: string;
  readonly shell: string;
  /** Name and release of the operating system. */
  readonly system: string;
  /** As the browser calls itself; null when it could not be opened. */
  readonly browser: () => Promise<string | null>;
  /** `PRAGMA user_version` of the journal, and what this Foyer writes; null before the first start. */
  readonly journal: () => { readonly found: number; readonly known: number } | 'unreadable' | null;
  /** Null without a hub, or with one that does not say. */
  readonly hub: () => Promise<string | null>;
}

/** Whether the parts fit together. */
export function checkVersions(facts: VersionFacts): Check {
  async function examine(): Promise<Found> {
    const { foyer, node, shell, system } = facts;
    const journal = facts.journal();
    const hub = await facts.hub();
    const found = {
      foyer,
      shell,
      node,
      browser: readBrowser(await facts.browser()),
      system,
      journal: journal === 'unreadable' ? 'unreadable' : (journal?.found ?? null),
      hub,
    };
    if (journal === 'unreadable') return bad('red', 'doctor-journal-unreadable', found);
    if (journal !== null && journal.found > journal.known) return bad('red', 'doctor-journal-newer', found);
    if (hub !== null && compareVersions(hub, foyer) > 0) return bad('amber', 'doctor-hub-newer', found);
    return green(found);
  }
  return { name: 'versions', limitSeconds: 60, examine: async () => [await examine()] };
}

function readBrowser(userAgent: string | null): string | null {
  return /Chrome\/([\d.]+)/.exec(userAgent ?? '')?.[1] ?? userAgent;
}

/** By numbers where there are numbers: 0.10.0 is newer than 0.9.1. */
function compareVersions(one: string, other: string): number {
  return new Intl.Collator('en', { numeric: true }).compare(one, other);
}

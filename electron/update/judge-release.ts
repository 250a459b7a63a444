import { compareVersions, type Release } from '../../domain/protocol/updates.ts';
import { type Unwanted } from '../../domain/protocol/update-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/** What a kiosk knows when a release is offered. */
export interface Known {
  readonly running: string;
  /** The highest version of which a signed description was ever seen here; null before the first. */
  readonly seen: string | null;
  /** Versions that were put in and did not become healthy. */
  readonly bad: readonly string[];
  /** `PRAGMA user_version` of the journal; 0 when there is none yet. */
  readonly journal: number;
  /** A technician asked for an older version; a source alone never can. */
  readonly mayBeOlder: boolean;
}

/**
 * Whether a release whose signature holds is to be taken. Versions only rise: an old description, though well signed, is no way to bring back
 * an old fault. A journal is never handed to a Foyer that cannot read it.
 * @returns whether there is anything to do
 */
export function judgeRelease(release: Release, known: Known): Result<'take' | 'current', Unwanted> {
  const { version } = release;
  const difference = compareVersions(version, known.running);
  if (difference === 0) return ok('current');
  if (known.bad.includes(version)) return err('known-bad');
  if (difference < 0 && !known.mayBeOlder) return err('older');
  const isReplayed = known.seen !== null && compareVersions(version, known.seen) < 0;
  if (isReplayed && !known.mayBeOlder) return err('replayed');
  return release.foyer.journalSchema < known.journal ? err('data-newer') : ok('take');
}

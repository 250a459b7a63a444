import type { Attendee } from '../../domain/attendee.ts';
import { checkPack } from '../../domain/pack/check-pack.ts';
import type { Problem } from '../../domain/pack/problem.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { noteEventLoaded } from '../clock/retention-clock.ts';
import type { Store } from '../store/store.ts';

export interface LoadedEvent {
  readonly event: string;
  /** As kiosks seal to it. */
  readonly sealingKey: string;
  readonly counts: { readonly companies: number; readonly jobs: number; readonly sessions: number };
  readonly changed: number;
  readonly removed: number;
  /** Who registered before the event; null when the pack has no list, and then an earlier list stays. */
  readonly attendees: readonly Attendee[] | null;
  readonly problems: readonly Problem[];
}

export type LoadFailure =
  | { readonly code: 'broken-pack'; readonly problems: readonly Problem[] }
  | { readonly code: 'other-event' | 'storage-failed' };

/** Checks the files of a pack and publishes the catalogue, or changes nothing. */
export async function loadEvent(
  files: ReadonlyMap<string, Uint8Array>,
  { store, now }: { store: Store; now: () => number },
): Promise<Result<LoadedEvent, LoadFailure>> {
  const { catalogue, attendees, problems } = await checkPack(files);
  if (catalogue === null) return err({ code: 'broken-pack', problems });
  const published = await store.feed.publishCatalogue(catalogue);
  if (!published.ok) return err({ code: published.reason });
  const noted = await noteEventLoaded(store, now());
  if (!noted.ok) return err({ code: noted.reason });
  const { event, companies, jobs, sessions } = catalogue;
  const counts = { companies: companies.length, jobs: jobs.length, sessions: sessions.length };
  const { id, sealingKey } = event;
  return ok({ event: id, sealingKey, counts, ...published.value, attendees, problems });
}

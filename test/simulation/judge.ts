import type { HubModel } from './hub-model.ts';
import type { KioskModel } from './kiosk-model.ts';
import type { Ledger } from './ledger.ts';

export interface Verdict {
  readonly seed: number;
  /** What was promised and did not happen, a sentence each; nothing when all is well. */
  readonly faults: readonly string[];
  readonly records: number;
  readonly booked: number;
  readonly deadLetters: number;
  /** Databases that the hub had, one after another. */
  readonly hubs: number;
  /** Of virtual time, until the last queue was empty. */
  readonly milliseconds: number;
}

interface End {
  readonly seed: number;
  readonly isDone: boolean;
  readonly milliseconds: number;
  readonly capacity: number;
  readonly ledger: Ledger;
  readonly hub: HubModel;
  readonly kiosks: readonly KioskModel[];
}

/** Holds what hub and kiosks have at the end against what visitors were told. */
export function judge({ seed, isDone, milliseconds, capacity, ledger, hub, kiosks }: End): Verdict {
  const faults = [
    ...(isDone ? [] : kiosks.filter((kiosk) => !kiosk.isDone(hub.disk().epoch)).map(({ name }) => `${name} is stuck`)),
    ...findLost(ledger, hub),
    ...kiosks.flatMap((kiosk) => compareStreams(kiosk, hub)),
    ...judgeSeats({ capacity, ledger, hub, kiosks }),
  ];
  return {
    seed,
    faults,
    records: ledger.promised.size,
    booked: ledger.booked(),
    deadLetters: [...ledger.promised.values()].filter(({ poison }) => poison).length,
    hubs: hub.lives(),
    milliseconds,
  };
}

function findLost(ledger: Ledger, hub: HubModel): string[] {
  const counts = new Map<string, number>();
  const { streams } = hub.disk();
  for (const taken of [...streams.values()].flat()) {
    if ('id' in taken) counts.set(taken.id, (counts.get(taken.id) ?? 0) + 1);
  }
  return [...ledger.promised].flatMap(([id, { kiosk, sequence, poison }]) => {
    const count = counts.get(id) ?? 0;
    const letter = streams.get(kiosk)?.[sequence - 1];
    if (poison)
      return count === 0 && letter !== undefined && 'rejected' in letter ? [] : [`poison ${id} is no dead letter`];
    if (count === 0) return [`${id} is lost`];
    return count === 1 ? [] : [`${id} is there ${count} times`];
  });
}

function compareStreams({ name, disk }: KioskModel, hub: HubModel): string[] {
  const stream = hub.disk().streams.get(name) ?? [];
  const faults: string[] = [];
  if (stream.length !== disk.journal.length)
    faults.push(`${name} has ${disk.journal.length} records, the hub ${stream.length}`);
  for (const [at, record] of disk.journal.entries()) {
    if (stream[at] !== undefined && stream[at].digest !== record.digest)
      faults.push(`${record.id} is not at its place`);
  }
  const poison = disk.journal.filter((record) => record.poison !== null).map(({ sequence }) => sequence);
  const known = [...disk.deadLetters].toSorted((a, b) => a - b);
  if (known.join() !== poison.join()) faults.push(`${name} shows dead letters ${known.join()}, not ${poison.join()}`);
  return faults;
}

function judgeSeats({ capacity, ledger, hub, kiosks }: Pick<End, 'capacity' | 'ledger' | 'hub' | 'kiosks'>): string[] {
  const faults: string[] = [];
  if (ledger.mostBooked() > capacity) faults.push(`${ledger.mostBooked()} of ${capacity} seats were booked`);
  const { bookings, leases } = hub.disk();
  if (bookings.size !== ledger.booked())
    faults.push(`visitors have ${ledger.booked()} seats, the hub knows ${bookings.size}`);
  const held = kiosks.flatMap(({ disk }) => disk.leases.filter(({ seats }) => seats !== null));
  for (const { id, seats, returned } of held) {
    const known = leases.get(id);
    if (known?.seats !== seats || known.returned !== returned) faults.push(`the hub holds another lease ${id}`);
  }
  for (const { disk, name } of kiosks) {
    const ids = new Set(disk.leases.map(({ id }) => id));
    for (const [id, { kiosk }] of leases)
      if (kiosk === name && !ids.has(id)) faults.push(`nobody holds the lease ${id}`);
  }
  return faults;
}

import type { RecordAnswer } from '../../domain/protocol/records.ts';
import type { Taken } from '../../domain/sync/intake.ts';
import type { Answer, Question, SimulatedRecord } from './messages.ts';
import type { Rules } from './rules.ts';

interface HubLease {
  readonly kiosk: string;
  seats: number;
  returned: number;
  booked: number;
}

/** All that the hub keeps on its disk: one life of its database. */
interface Disk {
  readonly epoch: string;
  /** Its predecessor lost the disk: leases of earlier hubs are believed, and new ones wait for the operator. */
  readonly restored: boolean;
  seatsOpen: boolean;
  /** By kiosk, what was taken under 1, 2, 3 … */
  readonly streams: Map<string, Taken[]>;
  readonly taken: Map<string, Taken>;
  readonly leases: Map<string, HubLease>;
  /** By the id of the booking, its lease. */
  readonly bookings: Map<string, string>;
}

/** A hub whose disk and transactions are modelled and whose judgement is real. */
export interface HubModel {
  readonly disk: () => Disk;
  /** How many databases it has had. */
  lives(): number;
  /** One transaction: all of it is on the disk, or nothing. */
  readonly handle: (kiosk: string, question: Question) => Answer;
  readonly loseDisk: () => void;
  openSeats(): void;
}

export function createHubModel({ rules, capacity }: { rules: Rules; capacity: number }): HubModel {
  let disk = createDisk('epoch 1', false);
  let lives = 1;

  function streamOf(kiosk: string): Taken[] {
    const stream = disk.streams.get(kiosk) ?? [];
    disk.streams.set(kiosk, stream);
    return stream;
  }

  function nextOf(kiosk: string): number {
    return streamOf(kiosk).length + 1;
  }

  function take(kiosk: string, record: SimulatedRecord, sequence: number): RecordAnswer {
    const stream = streamOf(kiosk);
    const next = stream.length + 1;
    const { id, digest, poison, seat } = record;
    const fault = sequence === record.sequence ? poison : 'malformed';
    const atSequence = sequence === next ? null : (stream[sequence - 1] ?? null);
    const judged = rules.judgeRecord({ id, digest, fault }, atSequence, disk.taken.get(id) ?? null);
    const answer: RecordAnswer =
      judged.result === 'accepted' && seat?.action === 'book' && !book(kiosk, id, seat.lease)
        ? { result: 'rejected', reason: 'no-lease' }
        : judged;
    if (answer.result === 'accepted' && seat?.action === 'cancel') cancel(seat.cancels);
    if (rules.nextAfter(next, sequence) === next) return answer;
    const taken: Taken = answer.result === 'rejected' ? { digest, rejected: answer.reason } : { id, digest };
    stream.push(taken);
    if (answer.result !== 'rejected') disk.taken.set(id, taken);
    return answer;
  }

  function book(kiosk: string, id: string, leaseId: string | null): boolean {
    if (leaseId === null) return false;
    if (disk.restored && !disk.leases.has(leaseId))
      disk.leases.set(leaseId, { kiosk, seats: 0, returned: 0, booked: 0 });
    const lease = disk.leases.get(leaseId);
    if (lease?.kiosk !== kiosk) return false;
    if (!rules.mayBook(lease)) {
      if (!disk.restored) return false;
      lease.seats += 1;
    }
    lease.booked += 1;
    disk.bookings.set(id, leaseId);
    return true;
  }

  function cancel(id: string | null): void {
    const leaseId = disk.bookings.get(id ?? '');
    const lease = disk.leases.get(leaseId ?? '');
    if (id === null || lease === undefined) return;
    disk.bookings.delete(id);
    lease.booked -= 1;
  }

  function grant(kiosk: string, { id, seats: wanted }: Extract<Question, { kind: 'lease' }>): Answer {
    const known = disk.leases.get(id);
    if (known !== undefined) return { kind: 'lease', seats: known.seats, returned: known.returned };
    const held = [...disk.leases.values()].reduce((sum, { seats, returned }) => sum + seats - returned, 0);
    const seats = disk.seatsOpen ? rules.grantSeats({ capacity, held, wanted }) : 0;
    if (seats > 0) disk.leases.set(id, { kiosk, seats, returned: 0, booked: 0 });
    return { kind: 'lease', seats, returned: 0 };
  }

  function takeOver(kiosk: string, { leases }: Extract<Question, { kind: 'report' }>): Answer {
    for (const { id, seats, returned } of leases) {
      const known = disk.leases.get(id) ?? { kiosk, seats: 0, returned: 0, booked: 0 };
      known.seats = Math.max(known.seats, seats);
      known.returned = Math.max(known.returned, returned);
      disk.leases.set(id, known);
    }
    return { kind: 'done' };
  }

  return {
    disk: () => disk,
    lives: () => lives,
    handle(kiosk, question) {
      const { epoch } = disk;
      switch (question.kind) {
        case 'state':
          return { kind: 'state', epoch, nextSequence: nextOf(kiosk) };
        case 'records': {
          const { from, records } = question;
          if (question.epoch !== epoch || from > nextOf(kiosk)) {
            return { kind: 'out-of-sequence', epoch, nextSequence: nextOf(kiosk) };
          }
          const answers = records.map((record, at) => take(kiosk, record, from + at));
          return { kind: 'records', epoch, from, answers, nextSequence: nextOf(kiosk) };
        }
        case 'lease':
          return grant(kiosk, question);
        case 'return': {
          const lease = disk.leases.get(question.id);
          if (lease === undefined) return { kind: 'refused', retryAfter: undefined };
          lease.returned = Math.min(lease.seats, Math.max(lease.returned, question.returned));
          return { kind: 'done' };
        }
        case 'report':
          return takeOver(kiosk, question);
      }
    },
    loseDisk() {
      lives += 1;
      disk = createDisk(`epoch ${lives}`, true);
    },
    openSeats() {
      disk.seatsOpen = true;
    },
  };
}

function createDisk(epoch: string, restored: boolean): Disk {
  const seatsOpen = !restored;
  return { epoch, restored, seatsOpen, streams: new Map(), taken: new Map(), leases: new Map(), bookings: new Map() };
}

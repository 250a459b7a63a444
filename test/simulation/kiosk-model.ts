import type { OutboxState } from '../../domain/sync/outbox.ts';
import { emptyOutbox } from '../../domain/sync/outbox.ts';
import type { Ledger } from './ledger.ts';
import type { Answer, Question, Seat, SimulatedRecord } from './messages.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import type { Rules } from './rules.ts';
import type { Timeline } from './timeline.ts';

interface KioskLease {
  readonly id: string;
  readonly wanted: number;
  /** Null until the hub has answered: the same id is asked with again. */
  seats: number | null;
  returned: number;
  /** What the hub knows of it. */
  told: number;
  /** Of the hub that knows of it. */
  epoch: string | null;
}

/** All that the kiosk keeps on its disk. */
export interface KioskDisk {
  readonly journal: SimulatedRecord[];
  readonly leases: KioskLease[];
  /** Sequences that the hub refused. */
  readonly deadLetters: Set<number>;
  outbox: OutboxState;
}

export interface KioskModel {
  readonly name: string;
  readonly disk: KioskDisk;
  /** A visitor registers, and may want a seat, or give one back. */
  readonly visit: () => void;
  /** Power off: what was under way is forgotten; it starts again after as many milliseconds. */
  crash(off: number): void;
  /** Its clock is set, forth or back. */
  setClock(by: number): void;
  /** Nothing waits, and the hub of this epoch has heard of all leases. */
  isDone(epoch: string): boolean;
  hasReported(epoch: string): boolean;
}

/** Milliseconds. */
const idle = 15_000;
const largestBatch = 8;
const leaseSize = 3;

interface Parts {
  readonly name: string;
  readonly rules: Rules;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly network: Network;
  readonly ledger: Ledger;
}

/** A kiosk whose disk is modelled and whose judgement is real. Two loops run side by side, as in the host: records, and leases. */
export function createKioskModel({ name, rules, timeline, random, network, ledger }: Parts): KioskModel {
  const disk: KioskDisk = { journal: [], leases: [], deadLetters: new Set(), outbox: emptyOutbox };
  const failures = { records: 0, leases: 0 };
  let clock = 0;
  let life = 0;
  let ids = 0;
  let isOn = true;

  const bookedOf = (lease: KioskLease) => {
    const cancelled = new Set(disk.journal.flatMap(({ seat }) => seat?.cancels ?? []));
    return disk.journal.filter(
      ({ id, seat }) => seat?.action === 'book' && seat.lease === lease.id && !cancelled.has(id),
    );
  };
  const leftOf = (lease: KioskLease) =>
    rules.seatsLeft({ seats: lease.seats ?? 0, returned: lease.returned, booked: bookedOf(lease).length });

  /** An id as UUIDv7 makes it: a clock that was set back gives earlier ones. */
  function createId(): string {
    return `${timeline.now() + clock}/${name}/${(ids += 1)}`;
  }

  /** One commit of the journal; only after it is anything said. */
  function append(seat: Seat | null): SimulatedRecord {
    const sequence = disk.journal.length + 1;
    const id = createId();
    const poison = seat === null && random.chance(0.05) ? 'bad-signature' : null;
    const record: SimulatedRecord = { id, kiosk: name, sequence, digest: `${id}#${sequence}`, poison, seat };
    disk.journal.push(record);
    ledger.acknowledge({ id, kiosk: name, sequence, poison: poison !== null });
    return record;
  }

  function takeSeat(): void {
    const lease = disk.leases.find((each) => leftOf(each) > 0);
    append({ action: lease === undefined ? 'wait' : 'book', lease: lease?.id ?? null, cancels: null });
    if (lease !== undefined) ledger.book();
  }

  function cancelSeat(): void {
    const booked = disk.leases.flatMap((lease) => bookedOf(lease));
    const record = booked[random.below(booked.length)];
    if (record === undefined) return;
    append({ action: 'cancel', lease: record.seat?.lease ?? null, cancels: record.id });
    ledger.cancel();
  }

  function ask(question: Question, answered: (answer: Answer | null) => void): void {
    const asking = life;
    network.ask({
      kiosk: name,
      question,
      answered(answer) {
        if (life === asking) answered(answer);
      },
      late(answer) {
        if (life === asking && answer.kind === 'records') followAnswer(answer);
      },
    });
  }

  /** The pause of a loop, after which it begins again. */
  function rest(loop: 'records' | 'leases', answer: Answer | null | 'done', again: () => void): void {
    const resting = life;
    const begin = () => {
      if (life === resting && isOn) again();
    };
    if (answer === 'done') {
      failures[loop] = 0;
      timeline.after(idle, begin);
      return;
    }
    failures[loop] += 1;
    const retryAfter = answer?.kind === 'refused' ? answer.retryAfter : undefined;
    timeline.after(rules.pauseBeforeRetry({ failures: failures[loop], random: random.next(), retryAfter }), begin);
  }

  function followAnswer({ from, answers, epoch }: Extract<Answer, { kind: 'records' }>): void {
    const nextSequence = from + answers.length;
    for (const [at, answer] of answers.entries()) if (answer.result === 'rejected') disk.deadLetters.add(from + at);
    disk.outbox = rules.advanceOutbox(disk.outbox, { epoch, nextSequence }, 'accepted');
  }

  function upload(): void {
    ask({ kind: 'state' }, (answer) => {
      if (answer?.kind !== 'state') {
        rest('records', answer, upload);
        return;
      }
      if (answer.epoch === disk.outbox.epoch) report(answer.epoch, send);
      else followHub(answer);
    });
  }

  /** Another hub hears of the leases before it hears of who has them. */
  function followHub(word: { epoch: string; nextSequence: number }): void {
    report(word.epoch, () => {
      disk.outbox = rules.advanceOutbox(disk.outbox, word, 'out-of-sequence');
      send();
    });
  }

  function report(epoch: string, then: () => void): void {
    const foreign = disk.leases.filter((lease) => lease.seats !== null && lease.epoch !== epoch);
    if (foreign.length === 0) {
      then();
      return;
    }
    const leases = foreign.map(({ id, seats, returned }) => ({ id, seats: seats ?? 0, returned }));
    ask({ kind: 'report', leases }, (answer) => {
      if (answer?.kind !== 'done') {
        rest('records', answer, upload);
        return;
      }
      for (const lease of foreign) lease.epoch = epoch;
      for (const [at, lease] of foreign.entries()) lease.told = Math.max(lease.told, leases[at]?.returned ?? 0);
      then();
    });
  }

  function send(): void {
    const { epoch, nextSequence: from } = disk.outbox;
    const records = disk.journal.slice(from - 1, from - 1 + 1 + random.below(largestBatch));
    if (epoch === null || records.length === 0) {
      rest('records', 'done', upload);
      return;
    }
    ask({ kind: 'records', epoch, from, records }, (answer) => {
      if (answer?.kind === 'records') {
        failures.records = 0;
        followAnswer(answer);
        send();
      } else if (answer?.kind === 'out-of-sequence') followHub(answer);
      else rest('records', answer, upload);
    });
  }

  function keepLeases(): void {
    const { epoch } = disk.outbox;
    const untold = disk.leases.find((lease) => lease.epoch === epoch && lease.told < lease.returned);
    if (epoch === null) rest('leases', 'done', keepLeases);
    else if (untold !== undefined) tellReturn(untold);
    else askForSeats(epoch);
  }

  function tellReturn(lease: KioskLease): void {
    const { id, returned, epoch } = lease;
    ask({ kind: 'return', id, returned }, (answer) => {
      // A hub that does not know the lease is another: it will be told when it is followed.
      if (answer?.kind === 'done' && lease.epoch === epoch) lease.told = Math.max(lease.told, returned);
      rest('leases', answer?.kind === 'done' ? 'done' : answer, keepLeases);
    });
  }

  function askForSeats(epoch: string): void {
    const open = disk.leases.find(({ seats }) => seats === null);
    const left = disk.leases.reduce((sum, lease) => sum + leftOf(lease), 0);
    if (open === undefined && left > 0) {
      rest('leases', 'done', keepLeases);
      return;
    }
    const lease = open ?? { id: createId(), wanted: leaseSize, seats: null, returned: 0, told: 0, epoch: null };
    if (open === undefined) disk.leases.push(lease);
    ask({ kind: 'lease', id: lease.id, seats: lease.wanted }, (answer) => {
      if (answer?.kind === 'lease' && answer.seats > 0 && disk.outbox.epoch === epoch) {
        lease.seats = answer.seats;
        lease.epoch = epoch;
      }
      rest('leases', answer?.kind === 'lease' ? 'done' : answer, keepLeases);
    });
  }

  function giveBack(): void {
    const lease = disk.leases.find((each) => leftOf(each) > 0);
    if (lease !== undefined) lease.returned += 1 + random.below(leftOf(lease));
  }

  function begin(): void {
    isOn = true;
    failures.records = 0;
    failures.leases = 0;
    upload();
    keepLeases();
  }
  begin();

  return {
    name,
    disk,
    visit() {
      if (!isOn) return;
      append(null);
      if (random.chance(0.4)) takeSeat();
      if (random.chance(0.1)) cancelSeat();
      if (random.chance(0.1)) giveBack();
    },
    crash(off) {
      if (!isOn) return;
      isOn = false;
      const dead = (life += 1);
      timeline.after(off, () => {
        if (life === dead) begin();
      });
    },
    setClock(by) {
      clock += by;
    },
    hasReported: (epoch) =>
      disk.outbox.epoch === epoch && disk.leases.every((lease) => lease.seats === null || lease.epoch === epoch),
    isDone(epoch) {
      return (
        this.hasReported(epoch) &&
        rules.countWaiting(disk.outbox, disk.journal.length) === 0 &&
        disk.leases.every(({ told, returned }) => told === returned)
      );
    },
  };
}

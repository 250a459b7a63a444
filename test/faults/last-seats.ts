import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { z } from 'zod';
import { seatRecordSchema, type SeatRecord } from '../../domain/kiosk-record.ts';
import type { Fault } from './harness/fault.ts';
import { ask } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import type { Random } from './harness/random.ts';
import { copySamplePack } from './harness/sample-pack.ts';
import { createTally, type Tally } from './harness/tally.ts';
import { openVenue, type Venue, type VenueKiosk } from './harness/venue.ts';
import { createWalkIns, contentOf } from './harness/walk-ins.ts';

const capacity = { usual: 50, short: 10 };
const workshops = [
  'cv-clinic',
  'analog-layout',
  'interview-practice',
  'risc-v-bring-up',
  'cleanroom-basics',
  'talent-foundry',
];
const kiosks = { usual: 20, short: 2 };

export const lastSeats: Fault = {
  name: 'last-seats',
  about: `Twenty kiosks and a workshop with its last ${capacity.usual} seats: they lose the hub and book, cancel, are killed and start; get it back through a network
that breaks 30 % of the connections; and book until nothing is free. No more seats than there are were ever promised at one time,
each of them is at the hub, and everybody else was told that it is the waiting list.`,
  runs: { usual: workshops.length, short: 1 },
  async inject({ random, runs, isShort, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const seats = isShort ? capacity.short : capacity.usual;
    const event = copySamplePack(join(folder, 'pack'), { workshopSeats: seats });
    const venue = await openVenue({ folder, random, kiosks: isShort ? kiosks.short : kiosks.usual, hub: { event } });
    try {
      const codes = await registerAll(venue, 12 * seats, random);
      for (const [at, name] of workshops.slice(0, runs).entries()) {
        const session = `workshop-${name}`;
        await waitForLeases(venue, session);
        const desk = createDesk({ session, seats, codes, venue, random, tally });
        venue.network.setWeather({ kind: 'cut-off' });
        await desk.ask(3 * seats, { cancels: 0.1 });
        const offline = desk.standing();
        for (const kiosk of random.shuffle(venue.kiosks).slice(0, isShort ? 1 : 3)) {
          await kiosk.process.kill();
          await kiosk.start();
        }
        await desk.ask(Math.ceil(0.4 * seats), { cancels: 0.2 });
        venue.network.setWeather({ kind: 'dropping', share: 0.3 });
        await desk.ask(2 * seats, { cancels: 0.1, pause: 30 });
        venue.network.setWeather({ kind: 'fair' });
        await desk.ask(4 * seats, { cancels: 0, pause: 30 });
        for (const record of desk.records) {
          ledger.enter(record.id, contentOf(record));
          ledger.promise(record.id);
        }
        tally.note(`${session}: ${offline} booked offline, ${desk.standing()} of ${seats} in the end`);
        tally.run();
        say(`${at + 1} of ${runs}`);
      }
      await venue.settle(tally);
      const rows = await ask(venue.database, "select body from record where kind = 'seat' and rejected is null");
      const found = z.array(z.object({ body: z.string() })).parse(rows);
      const records = found.map(({ body }) => seatRecordSchema.parse(JSON.parse(body)));
      tally.add(ledger.judge(records.map((record) => ({ id: record.id, content: contentOf(record) }))));
      const state = z.object({
        sessions: z.array(z.object({ session: z.string(), booked: z.number(), held: z.number() })),
      });
      for (const { session, booked, held } of state.parse(await venue.hub.ask('GET', '/v1/operator/seats')).sessions) {
        if (session.startsWith('workshop') && (booked > seats || held > seats))
          tally.stuck(`the hub has ${booked} booked and ${held} held of ${seats} seats of ${session}`);
      }
      return tally.outcome();
    } finally {
      await venue.close();
    }
  },
};

/** One visitor at each kiosk is not enough: each seat is another's. */
async function registerAll(venue: Venue, count: number, random: Random): Promise<Map<VenueKiosk, string[]>> {
  const nextWalkIn = createWalkIns(random, 'seats');
  const each = Math.ceil(count / venue.kiosks.length);
  const codes = new Map<VenueKiosk, string[]>();
  await Promise.all(
    venue.kiosks.map(async (kiosk) => {
      const own: string[] = [];
      for (let number = 0; number < each; number += 1) {
        const answer = await kiosk.process.bridge.register({ ...nextWalkIn(), replaces: null });
        if (!answer.ok) throw new Error(answer.reason);
        own.push(answer.value.claimCode);
      }
      codes.set(kiosk, own);
    }),
  );
  return codes;
}

/** Until kiosks hold seats ahead of visitors, as they do in the morning. */
async function waitForLeases({ kiosks: all }: Venue, session: string): Promise<void> {
  const end = performance.now() + 30_000;
  for (const { process } of all) {
    while (!(await process.bridge.seats({ claimCode: null })).some((each) => each.session === session && each.isFree)) {
      if (performance.now() > end) return;
      await wait(50);
    }
  }
}

interface DeskParts {
  readonly session: string;
  readonly seats: number;
  readonly codes: ReadonlyMap<VenueKiosk, readonly string[]>;
  readonly venue: Venue;
  readonly random: Random;
  readonly tally: Tally;
}

/** Visitors who want a seat of one session, at all kiosks, and what they were told. */
function createDesk({ session, seats, codes, venue, random, tally }: DeskParts) {
  const records: SeatRecord[] = [];
  const booked: { kiosk: VenueKiosk; record: SeatRecord }[] = [];
  const asked = new Map<VenueKiosk, number>();
  const standing = () => booked.length;

  async function takeSeat(kiosk: VenueKiosk): Promise<void> {
    const number = asked.get(kiosk) ?? 0;
    const claimCode = codes.get(kiosk)?.[number];
    if (claimCode === undefined) return;
    asked.set(kiosk, number + 1);
    const answer = await kiosk.process.bridge.takeSeat({ id: v7(), claimCode, session });
    if (!answer.ok) {
      tally.stuck(`a visitor was answered with ${answer.reason}`);
      return;
    }
    records.push(answer.value);
    if (answer.value.action === 'book') booked.push({ kiosk, record: answer.value });
    if (standing() > seats) tally.stuck(`${standing()} of ${seats} seats were promised`);
  }

  async function giveBack(): Promise<void> {
    const [place] = booked.splice(random.integer(0, booked.length - 1), 1);
    if (place === undefined) return;
    const { kiosk, record } = place;
    const answer = await kiosk.process.bridge.cancelSeat({ id: v7(), claimCode: record.claimCode, cancels: record.id });
    if (answer.ok) records.push(answer.value);
    else tally.stuck(`a cancellation was answered with ${answer.reason}`);
  }

  return {
    records,
    standing,
    async ask(count: number, { cancels, pause = 0 }: { cancels: number; pause?: number }) {
      for (let visitor = 0; visitor < count; visitor += 1) {
        await takeSeat(random.pick(venue.kiosks));
        if (random.chance(cancels)) await giveBack();
        await wait(random.fraction() * 2 * pause);
      }
    },
  };
}

import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { openSqlite } from '../store/database/sqlite.ts';
import { openPostgres } from '../store/database/postgres.ts';
import { pino } from 'pino';
import { createCatalogue } from '../store/kiosk.fixture.ts';
import { describeStores, must } from '../store/stores.fixture.ts';
import type { StaffSession } from './staff-session.ts';
import { createTally } from './tally.ts';

const session: StaffSession = { staff: { number: '12', label: 'Desk', role: 'helper' }, kiosk: null };

function openDatabase(url: string) {
  return url.startsWith('postgres://')
    ? openPostgres(url, pino({ level: 'silent' }))
    : Promise.resolve(openSqlite(url));
}

describeStores('the counts', (stores) => {
  it('of 50,000 visitors are there at once, and whom staff took in is among them', async () => {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    const records = 50_000;
    const rows = Array.from({ length: records }, (_, index) => ({
      kiosk: 'K1',
      sequence: index + 1,
      id: v7({ msecs: stores.now - (index % 40) * 60_000 }),
      digest: String(index),
      rejected: null,
      kind: index % 5 === 0 ? ('check-in' as const) : ('registration' as const),
      visitor: null,
      replaces: null,
      claim_code: null,
      purpose: null,
      // The first two check-ins bring the same ticket.
      ticket_index: index % 5 === 0 ? `ticket ${Math.max(1, index / 5)}` : null,
      contact_1: null,
      contact_2: null,
      body: null,
      received: stores.now,
    }));
    const database = await openDatabase(stores.url);
    await database.change((trx) => database.insertRows(trx, 'record', rows));
    await database.close();
    must(await store.audit.append({ session, action: 'register', subjects: [rows[1]?.id ?? ''] }));
    const tally = createTally(store);
    // At the hub's start.
    must(await tally.read());
    const began = performance.now();
    const { quarters, registrations, checkIns } = must(await tally.read());
    expect(performance.now() - began).toBeLessThan(50);
    expect([registrations, checkIns]).toEqual([40_000, 9999]);
    expect(quarters.reduce((sum, quarter) => sum + quarter.staff, 0)).toBe(1);
    expect(quarters.reduce((sum, quarter) => sum + quarter.registrations, 0)).toBe(40_000);
  });
});

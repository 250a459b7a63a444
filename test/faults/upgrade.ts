import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Fault } from './harness/fault.ts';
import { writeFirstJournal } from './harness/first-journal.ts';
import { startHub } from './harness/hub-process.ts';
import { readHubRecords, sqliteIn } from './harness/hub-records.ts';
import { journalFile } from './harness/journal-of.ts';
import { startKiosk, startRefused } from './harness/kiosk-process.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { waitUntilSent } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { contentOf, createWalkIns } from './harness/walk-ins.ts';

/** In the journal of the first version, none of them sent. */
const waiting = { usual: 500, short: 20 };

/** Of the sample event. A hub takes the records of one kiosk under each name. */
const places = ['K1', 'K2', 'K3', 'K4'] as const;

export const upgrade: Fault = {
  name: 'upgrade',
  about: `A kiosk of the first version has a full outbox; this version starts on its data folder, is killed in the middle of the upgrade, starts
again and is enrolled: every record arrives, once. A journal of a later version is refused with its reason and not changed.`,
  runs: { usual: places.length, short: 1 },
  async inject({ random, runs, isShort, folder }) {
    const tally = createTally();
    const hub = await startHub({ folder: join(folder, 'hub') });
    const ledger = createLedger();
    try {
      for (const [at, kiosk] of places.slice(0, runs).entries()) {
        const run = at + 1;
        const place = join(folder, `first-${run}`);
        const nextWalkIn = createWalkIns(random, `first-${run}`);
        const walkIns = Array.from({ length: isShort ? waiting.short : waiting.usual }, nextWalkIn);
        await writeFirstJournal({ folder: place, kiosk, walkIns, random });
        for (const { id, registration } of walkIns) {
          ledger.enter(id, contentOf(registration));
          ledger.promise(id);
        }
        const code = await hub.createCode(kiosk);
        const flags = ['--kiosk', kiosk, '--hub', hub.ready.address, '--enrol', code];
        await startKiosk({ folder: place, flags, event: null }).then((first) => first.kill());
        const process = await startKiosk({ folder: place, flags, event: null });
        const told = await register(process.bridge, nextWalkIn(), ledger);
        if (told !== 'registered') tally.stuck(`after the upgrade a visitor was answered with ${told}`);
        const left = await waitUntilSent(process.bridge, performance.now() + 60_000);
        if (left !== null) tally.stuck(`after the upgrade the kiosk ${left}`);
        await process.stop();
        await refuseLater(place, join(folder, `later-${run}`));
        tally.run();
      }
      tally.add(ledger.judge(await readHubRecords(sqliteIn(hub.folder))));
    } finally {
      await hub.stop();
    }
    return tally.outcome();

    async function refuseLater(from: string, place: string): Promise<void> {
      cpSync(from, place, { recursive: true });
      const path = journalFile(place);
      const database = new DatabaseSync(path);
      database.exec('pragma user_version = 99; pragma wal_checkpoint(truncate)');
      database.close();
      const before = readFileSync(path);
      const { code, said } = await startRefused({ folder: place, flags: ['--hub', 'none'] });
      if (code !== 1 || !said.includes('newer'))
        tally.stuck('a journal of a later version was not refused with its reason');
      if (!readFileSync(path).equals(before)) tally.stuck('a journal of a later version was changed');
    }
  },
};

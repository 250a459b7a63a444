import type { Fault } from './harness/fault.ts';
import { startHub } from './harness/hub-process.ts';
import { readSignedRecords, sqliteIn } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import { createLightKiosk } from './harness/light-kiosk.ts';
import { createTally } from './harness/tally.ts';

export const revokedKiosk: Fault = {
  name: 'revoked-kiosk',
  about: `A kiosk is stolen and revoked while it and another one send. Its next request is refused, and so is every one after the hub's
restart; what came before stays; the other kiosk goes on; a machine in its place gets a name of its own.`,
  runs: { usual: 10, short: 1 },
  async inject({ random, runs, folder }) {
    const tally = createTally();
    const ledger = createLedger();
    let hub = await startHub({ folder });
    const { port } = hub;
    const join = async () => createLightKiosk({ port, code: await hub.createCode('K1'), ledger, position: 'K1' });
    const honest = await createLightKiosk({ port, code: await hub.createCode(), ledger });
    const names = new Set<string>();
    try {
      for (let run = 1; run <= runs; run += 1) {
        const stolen = await join();
        if (names.has(stolen.name)) tally.stuck(`the name ${stolen.name} was given twice`);
        names.add(stolen.name);
        stolen.take(random.integer(1, 150));
        honest.take(random.integer(1, 150));
        if (!(await stolen.drain(15_000))) tally.stuck('a kiosk could not send before it was revoked');
        const sending = honest.send();
        await hub.ask('POST', '/v1/operator/revoke', { kiosk: stolen.name });
        await sending;
        const before = stolen.outbox;
        stolen.append(JSON.stringify({ forged: true }));
        for (const moment of ['at once', 'after a restart']) {
          const word = await stolen.send();
          if (word !== 'kiosk-revoked') tally.stuck(`${moment} the hub said ${word ?? 'nothing'} to a revoked kiosk`);
          if (moment === 'at once' && random.chance(0.3)) {
            await hub.stop();
            hub = await startHub({ folder, port });
          }
        }
        if (stolen.outbox !== before) tally.stuck('a revoked kiosk was answered for a record');
        if (!(await honest.drain(15_000))) tally.stuck('the other kiosk could not go on');
        await stolen.close();
        tally.run();
      }
      tally.add(ledger.judge(await readSignedRecords(sqliteIn(folder))));
      return tally.outcome();
    } finally {
      await honest.close();
      await hub.stop();
    }
  },
};

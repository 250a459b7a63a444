import { z } from 'zod';
import { recordsAnswerSchema } from '../../domain/protocol/records.ts';
import type { Fault } from './harness/fault.ts';
import { startHub } from './harness/hub-process.ts';
import { readSignedRecords, sqliteIn } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import { createLightKiosk, type LightKiosk } from './harness/light-kiosk.ts';
import { createTally } from './harness/tally.ts';
import type { Random } from './harness/random.ts';

/** What a bug, a dying memory or a foreign hand may put into a journal. */
const poisons: Record<string, (random: Random) => string> = {
  'no JSON': () => '{"id": "half a rec',
  null: () => 'null',
  'a number': () => '7',
  'an empty object': () => '{}',
  'a deep nest': () => `${'['.repeat(5000)}${']'.repeat(5000)}`,
  'a lone surrogate': () => '{"kind":"registration","id":"\\ud800"}',
  'a zero byte': () => '{"kind":"registration","id":"\\u0000","text":"\\u0000"}',
  'half a megabyte': (random) =>
    JSON.stringify({ kind: 'registration', text: Buffer.from(random.bytes(380_000)).toString('base64') }),
  'a foreign field': () => '{"__proto__":{"kind":"seat"},"constructor":1}',
};

export const poisonRecord: Fault = {
  name: 'poison-record',
  about: `Among good records lie some that no hub can take: no JSON, a deep nest, half a megabyte, text that a database refuses; and a kiosk whose
code is another sends them as they are. Each ends as a dead letter that the operator sees, and every good one before and after it
arrives.`,
  runs: { usual: Object.keys(poisons).length * 5, short: Object.keys(poisons).length },
  async inject({ random, runs, folder }) {
    const tally = createTally();
    const ledger = createLedger();
    const hub = await startHub({ folder });
    const kiosk = await createLightKiosk({ port: hub.port, code: await hub.createCode(), ledger });
    try {
      const kinds = Object.keys(poisons);
      for (let run = 0; run < runs; run += 1) {
        const kind = kinds[run % kinds.length] ?? '';
        kiosk.take(random.integer(1, 40));
        kiosk.append(poisons[kind]?.(random) ?? '');
        kiosk.take(random.integer(1, 40));
        tally.run();
        if (random.chance(0.5)) await drain(kiosk, kind);
      }
      await drain(kiosk, 'the last');
      const foreign = await sendRaw(kinds);
      const { deadLetters } = z
        .object({ deadLetters: z.array(z.object({ reason: z.string() })) })
        .parse(await hub.ask('GET', '/v1/operator/dead-letters?limit=1000'));
      const expected = runs + foreign;
      if (deadLetters.length !== expected)
        tally.stuck(`the operator sees ${deadLetters.length} of ${expected} dead letters`);
      if (kiosk.rejected.size !== runs) tally.stuck(`the kiosk shows ${kiosk.rejected.size} of ${runs} dead letters`);
      tally.add(ledger.judge(await readSignedRecords(sqliteIn(folder))));
    } finally {
      await kiosk.close();
      await hub.stop();
    }
    return tally.outcome();

    /** @returns how many of them the hub can be sent at all: the others are no JSON */
    async function sendRaw(kinds: readonly string[]): Promise<number> {
      const sendable = kinds.filter((kind) => kind !== 'no JSON');
      const other = await createLightKiosk({ port: hub.port, code: await hub.createCode(), ledger });
      await other.send();
      for (const [at, kind] of sendable.entries()) {
        const head = JSON.stringify({ epoch: other.outbox.epoch, from: at + 1 }).slice(0, -1);
        const { status, answer } = await other.post(
          '/v1/records',
          `${head},"records":[${poisons[kind]?.(random) ?? ''}]}`,
        );
        const taken = recordsAnswerSchema.safeParse(answer);
        if (!taken.success || taken.data.answers[0]?.result !== 'rejected')
          tally.stuck(`${kind}, sent as it is, was answered with ${status}`);
      }
      await other.close();
      return sendable.length;
    }

    async function drain(light: LightKiosk, kind: string): Promise<void> {
      if (!(await light.drain(15_000))) tally.stuck(`${light.waiting} wait behind ${kind}`);
    }
  },
};

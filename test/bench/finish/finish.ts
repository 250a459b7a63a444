import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { startOver, startVisit } from '../../journeys/visit.ts';
import { wordsOf } from '../../journeys/words.ts';
import type { Benchmark } from '../harness/benchmark.ts';
import { awaitHeading, readLastPress, readPressToPaint } from '../harness/page-toolkit.ts';
import { pickVisitor } from '../harness/visitors.ts';
import { withKiosk, type PrintingKiosk } from '../harness/with-kiosk.ts';

const visitors = 20;

export const finish: Benchmark = {
  name: 'finish',
  about: `From the moment in which a visitor lifts the finger off "Finish".
commit: until the host wrote in its log that the record is in the journal (whole milliseconds, right after SQLite returned).
host: of that, looking up, sealing, signing and inserting. answer: until the page had the record.
painted: until the frame that says "You are registered".
Peer: inserting as many bytes into a plain table of node:sqlite, WAL and synchronous=FULL, in the same folder.`,
  measure: (say) =>
    withKiosk('72mm', async (parts) => {
      const plain = openPlainTable(parts.kiosk.dataFolder);
      const times: Times[] = [];
      const inserts: number[] = [];
      try {
        for (let number = 0; number <= visitors; number += 1) {
          const time = await timeFinish(parts, number);
          const insert = plain.timeInsert(time.recordBytes);
          // The first visitor of the day, for whom everything is compiled, is not counted.
          if (number === 0) continue;
          times.push(time);
          inserts.push(insert);
        }
      } finally {
        plain.close();
      }
      say(`${visitors} visitors, ${times[0]?.recordBytes ?? 0} bytes a record`);
      const peer = { name: 'plain insert', values: inserts };
      const valuesOf = (moment: 'commit' | 'host' | 'answer' | 'painted') => times.map((time) => time[moment]);
      return [
        { name: 'press on Finish to journal commit', unit: 'ms', values: valuesOf('commit'), peer },
        { name: 'of that, in the host', unit: 'ms', values: valuesOf('host'), peer },
        { name: 'press on Finish to answer in the page', unit: 'ms', values: valuesOf('answer'), peer },
        {
          name: 'press on Finish to "registered" painted',
          unit: 'ms',
          values: valuesOf('painted'),
          peer,
          goal: { atMost: 100, of: 'median' },
        },
      ];
    }),
};

/** Milliseconds, `recordBytes` apart. */
interface Times {
  readonly commit: number;
  readonly host: number;
  readonly answer: number;
  readonly painted: number;
  readonly recordBytes: number;
}

const logLine = z.object({
  msg: z.literal('register'),
  time: z.number(),
  sequence: z.number(),
  milliseconds: z.number(),
});

async function timeFinish({ page, kiosk }: PrintingKiosk, number: number): Promise<Times> {
  const visitor = pickVisitor(number);
  await startVisit(page, visitor.language);
  const [response] = await Promise.all([
    page.waitForResponse(/\/bridge\/register$/u),
    registerWalkIn(page, visitor, {
      watch: async (stop) => {
        if (stop === 'talent-filled') await awaitHeading(page, wordsOf(visitor.language).badge.title);
      },
    }),
  ]);
  const painted = await readPressToPaint(page);
  const pressedAt = await readLastPress(page);
  const recordBytes = (await response.body()).length;
  const answer = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const call = entries.findLast(({ name }) => name.endsWith('/bridge/register'));
    // The browser keeps the first 250 only.
    performance.clearResourceTimings();
    return (call?.responseEnd ?? NaN) - window.bench.lastPress;
  });
  const { time, milliseconds } = await findLogLine(kiosk, number + 1);
  await startOver(page, visitor.language);
  return { commit: time - pressedAt, host: milliseconds, answer, painted, recordBytes };
}

/** The host logs before it answers, but its pipe may deliver later. */
async function findLogLine({ host }: PrintingKiosk['kiosk'], sequence: number): Promise<z.infer<typeof logLine>> {
  const { promise, resolve } = Promise.withResolvers<z.infer<typeof logLine>>();
  const look = () => {
    for (const line of host
      .output()
      .split('\n')
      .filter((each) => each.startsWith('{') && each.endsWith('}'))) {
      const parsed = logLine.safeParse(JSON.parse(line));
      if (parsed.success && parsed.data.sequence === sequence) resolve(parsed.data);
    }
  };
  host.process.stderr?.on('data', look);
  look();
  const found = await promise;
  host.process.stderr?.off('data', look);
  return found;
}

/** On the disk that the journal is on. */
function openPlainTable(folder: string) {
  const path = join(folder, 'plain.sqlite');
  const database = new DatabaseSync(path);
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table plain (id integer primary key, text text)',
  );
  const insert = database.prepare('insert into plain (text) values (?)');
  return {
    timeInsert(bytes: number): number {
      const text = 'x'.repeat(bytes);
      const began = performance.now();
      insert.run(text);
      return performance.now() - began;
    },
    close() {
      database.close();
      rmSync(path, { force: true });
    },
  };
}

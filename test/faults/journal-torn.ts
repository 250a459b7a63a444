import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { readJournal } from '../../electron/journal/read-journal.ts';
import type { Fault } from './harness/fault.ts';
import { journalFile } from './harness/journal-of.ts';
import { startKiosk, startRefused } from './harness/kiosk-process.ts';
import { createLedger, type Ledger } from './harness/ledger.ts';
import type { Random } from './harness/random.ts';
import { createTally, type Tally } from './harness/tally.ts';
import { contentOf, createWalkIns } from './harness/walk-ins.ts';

const silent = pino({ level: 'silent' });

/** Of a kiosk's whole process; each takes a second. The other tears are opened by the host's own code in this process. */
const wholeStarts = { usual: 20, short: 1 };

/** A journal as a killed kiosk leaves it, with what is known of its last transaction. */
interface Killed {
  readonly main: Buffer;
  readonly log: Buffer;
  /** Where in the write-ahead log the last transaction begins. */
  readonly from: number;
  /** The records before it, as they were acknowledged. */
  readonly ledger: Ledger;
}

export const journalTorn: Fault = {
  name: 'journal-torn',
  about: `The journal's write-ahead log is cut off, and in a second copy one bit turned, at every byte of its last transaction. Every record
before it is there, unchanged, and the kiosk starts, or says why not and leaves the file as it is.`,
  runs: { usual: Infinity, short: 40 },
  async inject({ random, runs, isShort, folder, say }) {
    const tally = createTally();
    const killed = await leaveJournal(join(folder, 'killed'), random);
    const bytes = killed.log.length - killed.from;
    const all = Array.from({ length: bytes }, (_, index) => killed.from + index);
    const chosen = runs >= bytes ? all : random.shuffle(all).slice(0, runs);
    for (const [index, at] of chosen.entries()) {
      for (const log of [killed.log.subarray(0, at), turnBit(killed.log, at, random)]) {
        const place = layOut(join(folder, 'torn'), killed, log);
        openTorn(place, killed, tally);
        tally.run();
      }
      if ((index + 1) % 2000 === 0) say(`byte ${index + 1} of ${chosen.length}`);
    }
    for (let start = isShort ? wholeStarts.short : wholeStarts.usual; start > 0; start -= 1) {
      const at = random.pick(all);
      const place = layOut(join(folder, 'torn'), killed, killed.log.subarray(0, at));
      const kiosk = await startKiosk({ folder: place });
      await kiosk.kill();
      judge(place, killed, tally);
      tally.run();
    }
    await refuseTornMain(join(folder, 'torn'), { killed, tally });
    tally.note(`last transaction of ${bytes} bytes`);
    tally.add({ promised: killed.ledger.promised, lost: [], doubled: [], foreign: [] });
    return tally.outcome();
  },
};

async function leaveJournal(folder: string, random: Random): Promise<Killed> {
  const kiosk = await startKiosk({ folder });
  const nextWalkIn = createWalkIns(random, 'K1');
  const ledger = createLedger();
  const path = journalFile(folder);
  let from = 0;
  for (let number = 1; number <= 20; number += 1) {
    from = statSync(`${path}-wal`).size;
    const answer = await kiosk.bridge.register({ ...nextWalkIn(), replaces: null });
    if (!answer.ok) throw new Error(answer.reason);
    ledger.enter(answer.value.id, contentOf(answer.value));
    if (number < 20) ledger.promise(answer.value.id);
  }
  await kiosk.kill();
  return { main: readFileSync(path), log: readFileSync(`${path}-wal`), from, ledger };
}

function turnBit(log: Buffer, at: number, random: Random): Buffer {
  const turned = Buffer.from(log);
  turned.writeUInt8(turned.readUInt8(at) ^ (1 << random.integer(0, 7)), at);
  return turned;
}

function layOut(folder: string, { main }: Killed, log: Buffer): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(journalFile(folder), main);
  writeFileSync(`${journalFile(folder)}-wal`, log);
  return folder;
}

function openTorn(folder: string, killed: Killed, tally: Tally): void {
  const journal = openJournal(journalFile(folder), silent);
  if (!journal.ok) {
    tally.stuck(`a torn log was refused: ${journal.reason.message}`);
    return;
  }
  journal.value.close();
  judge(folder, killed, tally);
}

function judge(folder: string, { ledger }: Killed, tally: Tally): void {
  const records = readJournal(journalFile(folder));
  if (!records.ok) {
    tally.stuck(records.reason);
    return;
  }
  const { lost, doubled, foreign } = ledger.judge(
    records.value.map((record) => ({ id: record.id, content: contentOf(record) })),
  );
  tally.add({ promised: 0, lost, doubled, foreign });
}

/** No transaction of SQLite leaves such a file, but a dying disk does. */
async function refuseTornMain(folder: string, { killed, tally }: { killed: Killed; tally: Tally }): Promise<void> {
  const place = layOut(folder, killed, killed.log.subarray(0, 0));
  const path = journalFile(place);
  writeFileSync(path, Buffer.alloc(killed.main.length, 0xa5));
  copyFileSync(path, `${path}.before`);
  const { code, said } = await startRefused({ folder: place });
  tally.run();
  if (code !== 1 || !said.includes(path)) tally.stuck('a journal that is no database was not named');
  if (!readFileSync(path).equals(readFileSync(`${path}.before`))) tally.stuck('a damaged journal was changed');
}

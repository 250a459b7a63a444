import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import { dropPageCache } from './drop-page-cache.ts';
import type { Starter } from './open-shell.ts';
import { createStarters } from './starters.ts';
import { timeStart, type Start } from './time-start.ts';

const rounds = 9;
const kinds = ['cold', 'fresh', 'warm'] as const;

/** A profile's second start compiles scripts for the third, which finds them. */
const startsToWarm = 3;

interface Subject {
  readonly starter: (folder: string) => Starter;
  readonly starts: Readonly<Record<(typeof kinds)[number], Start[]>>;
}

export const start: Benchmark = {
  name: 'start',
  about: `From spawning the Chromium shell's host, which opens its own browser, until the attract screen is there to be touched.
painted: first frame with the button, by the page's own paint entries. answered: Playwright pressed it and the next screen came.
cold: no data folder, no profile, and every file read from the disk, as when the machine was switched on (root only; left out
otherwise). fresh: no data folder and no profile. warm: those of earlier starts on the same port. Without a display Chromium is headless.
Peer: a page with one button, served by a small Node program that opens the same Chromium with the same arguments.`,
  async measure(say) {
    const work = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
    try {
      const [kiosk, blank] = await createSubjects(work);
      for (const [index, { starter }] of [kiosk, blank].entries()) {
        for (let each = 0; each < startsToWarm; each += 1) await timeStart(starter(join(work, `warm-${index}`)));
      }
      for (let round = 1; round <= rounds; round += 1) {
        for (const [index, { starter, starts }] of [kiosk, blank].entries()) {
          const timeFresh = async () => {
            const folder = join(work, `fresh-${index}-${round}`);
            const time = await timeStart(starter(folder));
            rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
            return time;
          };
          if (dropPageCache()) starts.cold.push(await timeFresh());
          starts.fresh.push(await timeFresh());
          starts.warm.push(await timeStart(starter(join(work, `warm-${index}`))));
        }
        say(`round ${round} of ${rounds}`);
      }
      const measured = kinds.filter((kind) => kiosk.starts[kind].length > 0);
      return measured.flatMap((kind) =>
        (['painted', 'answered'] as const).map((moment): Figure => ({
          name: `start, ${kind}, ${moment}`,
          unit: 'ms',
          values: kiosk.starts[kind].map((each) => each[moment]),
          peer: { name: 'blank page', values: blank.starts[kind].map((each) => each[moment]) },
          goal: { atMost: 5000, of: 'median' },
        })),
      );
    } finally {
      rmSync(work, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function createSubjects(work: string): Promise<[Subject, Subject]> {
  const starters = createStarters(work);
  // What a profile keeps of a page belongs to its port.
  const [kioskPort, blankPort] = [String(await findFreePort()), String(await findFreePort())];
  const createStarts = () => ({ cold: [], fresh: [], warm: [] });
  return [
    { starts: createStarts(), starter: (folder) => starters.kiosk(folder, ['--port', kioskPort]) },
    { starts: createStarts(), starter: (folder) => starters.blank(folder, blankPort) },
  ];
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

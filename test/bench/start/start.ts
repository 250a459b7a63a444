import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import type { Starter } from './open-shell.ts';
import { createStarters } from './starters.ts';
import { timeStart, type Start } from './time-start.ts';

const rounds = 9;

/** A profile's second start compiles scripts for the third, which finds them. */
const startsToWarm = 3;

interface Subject {
  readonly starter: (folder: string) => Starter;
  readonly starts: { readonly cold: Start[]; readonly warm: Start[] };
}

export const start: Benchmark = {
  name: 'start',
  about: `From spawning the Chromium shell's host, which opens its own browser, until the attract screen is there to be touched.
painted: first frame with the button, by the page's own paint entries. answered: Playwright pressed it and the next screen came.
cold: no data folder and no profile; warm: those of earlier starts on the same port. Without a display Chromium is headless.
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
          const fresh = join(work, `cold-${index}-${round}`);
          starts.cold.push(await timeStart(starter(fresh)));
          rmSync(fresh, { recursive: true, force: true, maxRetries: 5 });
          starts.warm.push(await timeStart(starter(join(work, `warm-${index}`))));
        }
        say(`round ${round} of ${rounds}`);
      }
      return (['cold', 'warm'] as const).flatMap((profile) =>
        (['painted', 'answered'] as const).map((moment): Figure => ({
          name: `start, ${profile} profile, ${moment}`,
          unit: 'ms',
          values: kiosk.starts[profile].map((each) => each[moment]),
          peer: { name: 'blank page', values: blank.starts[profile].map((each) => each[moment]) },
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
  const createStarts = () => ({ cold: [], warm: [] });
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

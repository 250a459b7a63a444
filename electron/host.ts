import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EventDetails } from '../domain/event.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { createBridge, type HostBridge } from './bridge/bridge.ts';
import type { Greeting, ShellName } from './bridge/greet.ts';
import { createCatalogueFeed } from './catalogue/catalogue-feed.ts';
import { loadPack } from './catalogue/load-pack.ts';
import type { Config } from './config/read-config.ts';
import { openKioskKey } from './journal/kiosk-key.ts';
import { openJournal } from './journal/open-journal.ts';
import { createOwnJournal } from './journal/own-journal.ts';
import { createRegistrar } from './journal/registrar.ts';
import { createSealer } from './journal/seal.ts';
import { openPrinter } from './printing/open-printer.ts';
import { createPrintQueue } from './printing/print-queue.ts';
import type { Printer } from './printing/printer.ts';
import type { StartFailure } from './start-failure.ts';

export interface HostParts {
  readonly config: Config;
  readonly shell: {
    readonly name: ShellName;
    /** What only a window can forget when a visit ends: the clipboard. */
    readonly forgetVisit?: () => void;
  };
  /** Takes the place of the one that `config` names. */
  readonly printer?: Printer;
  /** Milliseconds that only go forward, for durations. */
  readonly clock: () => number;
  /** That many random bytes, fit for secrets. */
  readonly random: (size: number) => Uint8Array;
  /** Gets durations, numbers and outcomes, and never what a visitor typed. */
  readonly logger: Logger;
}

export interface Host {
  readonly bridge: HostBridge;
  /** Lets the registration and the print job under way end; then closes journal and printer. */
  close(): Promise<void>;
}

/** Everything that a kiosk does beside showing screens. A shell puts a window on it and hands its page's calls to `callBridge`. */
export async function createHost(parts: HostParts): Promise<Result<Host, StartFailure>> {
  const { config, shell, clock, random, logger } = parts;
  const catalogue = loadPack(config.event);
  if (!catalogue.ok) return catalogue;
  const { event } = catalogue.value;
  const kiosk = chooseKiosk(event, config.kiosk);
  if (!kiosk.ok) return kiosk;
  const folder = makeDataFolder(config.data);
  if (!folder.ok) return folder;
  const kioskKey = openKioskKey(join(config.data, 'kiosk-key.pem'));
  if (!kioskKey.ok) return kioskKey;
  const sealer = await createSealer({ sealingKey: event.sealingKey, kioskKey: kioskKey.value });
  if (!sealer.ok) return err({ code: 'sealing-key', message: sealingKeyWords });
  const opened = openJournal(join(config.data, 'journal.sqlite'), logger);
  if (!opened.ok) return opened;
  const journal = opened.value;
  const own = { event: event.id, kiosk: kiosk.value.id };
  const ownJournal = createOwnJournal({ journal, sealer: sealer.value, ...own, random });
  const registrar = createRegistrar({ own: ownJournal, event });
  const printer = parts.printer ?? openPrinter({ address: config.printer, media: config.media });
  const queue = createPrintQueue(printer);
  const timed = createTimer(clock);

  const bridge = createBridge({
    greeting: {
      kiosk: kiosk.value,
      media: printer.media,
      idle: { warnAfterSeconds: config.idleWarnAfterSeconds, wipeAfterSeconds: config.idleWipeAfterSeconds },
      shell: shell.name,
      camera: true,
    },
    catalogueFeed: createCatalogueFeed(catalogue.value),
    async register(request) {
      const { value: result, milliseconds } = await timed(() => registrar.register(request));
      const outcome = result.ok ? { sequence: result.value.sequence } : { reason: result.reason };
      logger.info({ ...outcome, milliseconds }, 'register');
      return result;
    },
    checkIn: () => Promise.resolve(err('unknown-code')),
    listSeats: () => [],
    takeSeat: () => Promise.resolve(err('unknown-session')),
    cancelSeat: () => Promise.resolve(err('unknown-record')),
    status: () => Promise.reject(new Error('there is no status yet')),
    awaitNews: (seen) => Promise.resolve(seen),
    listRecords(page) {
      const records = journal.list({ ...own, ...page });
      if (!records.ok) throw new Error('the journal cannot be read');
      return records.value;
    },
    async print({ copy, ...job }) {
      const { value: outcome, milliseconds } = await timed(() => queue.print(job));
      logger.info({ job: job.id, document: job.document, copy, ...outcome, milliseconds }, 'print');
      return outcome;
    },
    printerStatus: () => queue.status(),
    endVisit() {
      queue.dropWaiting();
      shell.forgetVisit?.();
    },
  });

  logger.info({ ...own, media: printer.media }, 'host started');
  return ok({
    bridge,
    async close() {
      await Promise.all([ownJournal.settle(), queue.close()]);
      journal.close();
    },
  });
}

const sealingKeyWords = [
  'sealingKey in event.json is no key that registrations can be sealed to.',
  'Make one with `npm run event -- key PACK --out FILE` and keep FILE and its passphrase: only they open the registrations.',
].join('\n');

function chooseKiosk(event: EventDetails, wanted: string | undefined): Result<Greeting['kiosk'], StartFailure> {
  const known = event.kiosks.find(({ id }) => id === wanted) ?? (wanted === undefined ? event.kiosks[0] : undefined);
  if (known !== undefined) return ok(known);
  if (event.kiosks.length === 0) return ok({ id: wanted ?? 'K1', place: null });
  const ids = event.kiosks.map(({ id }) => id).join(', ');
  return err({
    code: 'kiosk',
    message: `The event has no kiosk ${wanted ?? ''}. Start with --kiosk and one of ${ids}.`,
  });
}

/** For this user only: what lies in it is sealed, but the kiosk's key is there too. */
function makeDataFolder(folder: string): Result<void, StartFailure> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return ok();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The data folder ${folder} cannot be made: ${reason}. Choose another with --data, or let this user write there.`;
    return err({ code: 'data-folder', message });
  }
}

function createTimer(clock: () => number) {
  return async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
    const start = clock();
    const value = await work();
    return { value, milliseconds: Math.round((clock() - start) * 10) / 10 };
  };
}

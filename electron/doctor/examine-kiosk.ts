import type { KeyObject } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { localise } from '../../domain/localised.ts';
import { kioskStateSchema } from '../../domain/protocol/records.ts';
import type { CommandShell } from '../command/kiosk-command.ts';
import type { Config } from '../config/read-config.ts';
import type { Machine as Moment } from '../machine.ts';
import { root } from '../places.ts';
import { toMedia } from '../printing/driver-parts.ts';
import { openPrinter } from '../printing/open-printer.ts';
import { createHubClient } from '../uplink/hub-client.ts';
import { isPinnedTo } from '../uplink/pinned-pool.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Check, Place } from './check.ts';
import { checkClock } from './checks/check-clock.ts';
import { checkDisk } from './checks/check-disk.ts';
import { checkDisplay } from './checks/check-display.ts';
import { checkEnrolment, type Standing } from './checks/check-enrolment.ts';
import { checkFonts } from './checks/check-fonts.ts';
import { checkHub } from './checks/check-hub.ts';
import { checkLockDown } from './checks/check-lock-down.ts';
import { checkNetworkCut } from './checks/check-network-cut.ts';
import { checkPowerCut } from './checks/check-power-cut.ts';
import { checkPrinters } from './checks/check-printers.ts';
import { checkScanner } from './checks/check-scanner.ts';
import { checkTouch } from './checks/check-touch.ts';
import { checkVersions } from './checks/check-versions.ts';
import { checkVoices } from './checks/check-voices.ts';
import { readIdentity, readJournalVersion, type Identity } from './identity.ts';
import { askHub, type HubAnswer } from './machine/ask-hub.ts';
import { isInUse } from './machine/is-in-use.ts';
import { isClockSynchronised, readMachine } from './machine/read-machine.ts';
import { runProgram } from './machine/run-program.ts';
import { freeBytes, writeThrough } from './machine/write-through.ts';
import { createExaminationPage, type ExaminationPage } from './page/examination-page.ts';
import { cutNetwork } from './rehearsal/cut-network.ts';
import { cutPower } from './rehearsal/cut-power.ts';

export interface ExaminationParts {
  readonly config: Config;
  readonly shell: CommandShell;
  readonly kioskKey: KeyObject;
  readonly moment: Moment;
  readonly prints: boolean;
  /** What `lock-down check --json` printed, asked while this was still the administrator. */
  readonly lockDown: Promise<string | null>;
  readonly askForScan?: (signal: AbortSignal) => Promise<string | null>;
}

export interface Examination {
  readonly identity: Identity;
  readonly checks: readonly Check[];
  /** Closes the browser and takes what was scratch away. */
  close(): Promise<void>;
}

/** A developer's checkout has what an installed kiosk has not. */
export const place: Place = existsSync(join(root, 'build', 'set-up')) ? 'checkout' : 'installed';

/** Every check of this machine, each over what is really here. */
export async function prepareExamination(parts: ExaminationParts): Promise<Examination> {
  const { config, shell, moment, kioskKey, prints } = parts;
  const { data } = config;
  const identity = await readIdentity(config, kioskKey);
  const machine = readMachine(data);
  const isKioskRunning = isInUse(join(data, 'journal.sqlite'));
  const page = openPage(parts, { identity, prints: prints && !isKioskRunning });
  const hub = createHubQuestions(parts, identity);
  const scratch = createScratch(data);
  const logger = pino({ enabled: false });
  const { event } = identity;

  const checks: Record<Check['name'], Check> = {
    versions: checkVersions({
      foyer: packageJson.version,
      node: process.versions.node,
      shell: shell.name,
      system: machine.system,
      browser: async () => (await seen(page))?.browser ?? null,
      journal: () => readJournalVersion(data),
      hub: async () => {
        const answer = await hub.once();
        return answer.kind === 'there' ? answer.version : null;
      },
    }),
    display: checkDisplay({ place, connected: machine.connectedScreens, page: () => page.findings() }),
    touch: checkTouch({ place, devices: machine.inputs, page: () => seen(page) }),
    fonts: checkFonts(() => seen(page)),
    voices: checkVoices(() => seen(page)),
    printers: checkPrinters({
      ...{ place, prints, isKioskRunning, createId: v7 },
      printers: listPrinters(parts),
      drawSheet: (printer) => page.drawSheet(printer),
    }),
    scanner: checkScanner({
      devices: machine.inputs,
      serial: machine.serial,
      cameras: async () => (await seen(page))?.cameras ?? null,
      ...(parts.askForScan && { askForScan: parts.askForScan }),
    }),
    clock: checkClock({
      now: () => Date.now(),
      askHub: () => hub.time(),
      zones: { machine: Intl.DateTimeFormat().resolvedOptions().timeZone, event: event?.timeZone ?? null },
      isSynchronised: () => isClockSynchronised(runProgram),
    }),
    disk: checkDisk({
      freeBytes: () => freeBytes(data),
      writeThrough: () => writeThrough(data),
      clock: moment.clock,
    }),
    'power-cut': checkPowerCut({
      mount: machine.mount,
      cutPower: (signal) => cutPower({ folder: scratch.make('power'), again: shell.again, signal }),
    }),
    'network-cut': checkNetworkCut((signal) =>
      cutNetwork({
        ...{ folder: scratch.make('network'), startHub: shell.startHub, version: packageJson.version },
        ...{ clock: moment.clock, now: moment.now, logger, signal },
      }),
    ),
    hub: checkHub({
      kind: identity.kind === 'unreadable' ? 'none' : identity.kind,
      ask: () => hub.once(),
      hasEvent: event !== null,
    }),
    enrolment: checkEnrolment({ ...identity, place, askStanding: () => hub.standing() }),
    'lock-down': checkLockDown({
      place,
      runCheck: () => parts.lockDown,
      isRoot: process.getuid?.() === 0,
      page: () => seen(page),
    }),
  };
  return {
    identity,
    checks: Object.values(checks),
    async close() {
      await page.close();
      scratch.clear();
    },
  };
}

async function seen(page: ExaminationPage) {
  const found = await page.findings();
  return found.ok ? found.value : null;
}

function openPage(
  { config, shell }: ExaminationParts,
  { identity, prints }: { identity: Identity; prints: boolean },
): ExaminationPage {
  const sheets = config.printers.map(({ entry, profile, media }) => ({
    printer: entry.id,
    name: entry.name === undefined ? entry.id : localise(entry.name, 'en').text,
    model: profile.model,
    mediaName: media.name,
    media: toMedia(media),
  }));
  const task = { kiosk: identity.kiosk ?? '–', sheets: prints ? sheets : [] };
  return createExaminationPage({ open: shell.openExamination(config), task });
}

function listPrinters({ config, shell }: ExaminationParts) {
  const doubles = shell.printers?.(config) ?? [];
  return config.printers.map((configured, at) => ({
    configured,
    open: () => doubles[at] ?? openPrinter(configured),
  }));
}

function createHubQuestions({ moment, kioskKey }: ExaminationParts, { enrolment }: Identity) {
  const ask = (): Promise<HubAnswer> =>
    enrolment === null ? Promise.resolve({ kind: 'away' }) : askHub(enrolment, moment.clock);
  let first: Promise<HubAnswer> | null = null;
  return {
    once: () => (first ??= ask()),
    async time() {
      const answer = await ask();
      if (answer.kind !== 'there' || answer.at === null) return null;
      return { at: answer.at, tookMilliseconds: answer.milliseconds };
    },
    async standing(): Promise<Standing> {
      if (enrolment === null) return null;
      const client = createHubClient({
        address: enrolment.address,
        isPinned: isPinnedTo(enrolment.pin),
        signer: { kiosk: enrolment.certificate.kiosk, privateKey: kioskKey },
        limits: { connect: 5000, answer: 8000 },
      });
      try {
        const answer = await client.ask({ method: 'GET', path: '/v1/kiosk', answer: kioskStateSchema });
        return answer.ok ? 'known' : answer.reason.word;
      } finally {
        await client.close();
      }
    },
  };
}

/** On the data folder's own disk, because that one is to be proved. */
function createScratch(data: string) {
  const made: string[] = [];
  return {
    make(what: string): string {
      const folder = mkdtempSync(join(data, `.doctor-${what}-`));
      made.push(folder);
      return folder;
    },
    clear() {
      for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

import type { Logger } from 'pino';
import { err, ok, type Result } from '../domain/result.ts';
import { createAfterPage } from './after-page.ts';
import { createBridge, type HostBridge } from './bridge/bridge.ts';
import type { ShellName } from './bridge/greet.ts';
import type { CancelSeatRequest, TakeSeatRequest } from './bridge/seats.ts';
import { createCheckIn } from './check-in/check-in.ts';
import type { Config } from './config/read-config.ts';
import type { StartHub } from './embedded-hub/hub-process.ts';
import { watchReadiness } from './doctor/watch-readiness.ts';
import { createGate, type Gate } from './health/gate.ts';
import { createPulseDesk, type PulseDesk } from './health/pulse-desk.ts';
import { followSettings } from './hub-settings/follow-settings.ts';
import { createHubLink } from './hub-link.ts';
import { listReadable } from './journal/list-readable.ts';
import { createOwnJournal } from './journal/own-journal.ts';
import { createRegistrar, type RegisterRequest } from './journal/registrar.ts';
import { logOutcomes } from './log-outcomes.ts';
import { openDesk } from './open-desk.ts';
import { openKiosk } from './open-kiosk.ts';
import { openStaff } from './open-staff.ts';
import type { PrintRequest } from './printing/desk/desk.ts';
import type { Printer } from './printing/printer.ts';
import { createSeatDesk } from './seats/seat-desk.ts';
import { carryOutOrder } from './staff/carry-out-order.ts';
import type { StartFailure } from './start-failure.ts';
import { createNews } from './status/news.ts';
import { readReport } from './status/read-report.ts';
import { readStatus } from './status/read-status.ts';
import { createTimer } from './timer.ts';
import type { Updates } from './update/updates.ts';

export interface HostParts {
  readonly config: Config;
  readonly shell: {
    readonly name: ShellName;
    /** What only a window can forget when a visit ends: the clipboard. */
    readonly forgetVisit?: () => void;
    /** Runs the kiosk's own hub in a process beside this one. */
    readonly startHub?: StartHub;
  };
  /** Take the places of those that `config` names, in their order; null leaves a place to the usual driver. */
  readonly printers?: readonly (Printer | null)[];
  /** Whether visitors may begin; open when nothing is given. */
  readonly gate?: Gate;
  /** Takes the beats of the page, for a watchdog. */
  readonly pulses?: PulseDesk;
  /** Looks for new versions, once it is told who is here. */
  readonly updates?: Pick<Updates, 'report' | 'askNow' | 'watch'>;
  /** The hub tells other settings, they are kept, and nobody is here: the kiosk is to begin anew. */
  readonly onNewSettings?: (() => void) | null;
  /** Milliseconds that only go forward, for durations. */
  readonly clock: () => number;
  /** ISO 8601 by the machine's own clock, for people; nothing is decided by it. */
  readonly now: () => string;
  /** That many random bytes, fit for secrets. */
  readonly random: (size: number) => Uint8Array;
  /** Gets durations, numbers and outcomes, and never what a visitor typed. */
  readonly logger: Logger;
}

export interface Host {
  readonly bridge: HostBridge;
  /** Lets it talk to the hub and start an embedded one, once the page is up. To be called when the window is there. */
  goOnline(): void;
  /** A visitor or a member of staff is at it. */
  isBusy(): boolean;
  /** Of the event (IANA). */
  timeZone(): string;
  /** Lets the record and the print job under way end; then closes hub, journal and printers. */
  close(): Promise<void>;
}

/** Everything that a kiosk does beside showing screens. A shell puts a window on it and hands its page's calls to `callBridge`. */
export async function createHost(parts: HostParts): Promise<Result<Host, StartFailure>> {
  const { config, shell, clock, random, logger, updates, gate = createGate(), pulses = createPulseDesk() } = parts;
  const opened = await openKiosk(parts);
  if (!opened.ok) return opened;
  const { kiosk, hub, kioskKey, event, isPackBroken, cache, journal, sealer } = opened.value;
  const owner = { event: event().id, kiosk: kiosk.id };
  const news = createNews();
  const settings = followSettings({
    data: config.data,
    read: () => cache.readKioskSettings(kiosk.id),
    isBusy: () => isBusy(),
    onApply: parts.onNewSettings ?? null,
    logger,
  });
  const onChange = () => {
    settings.look();
    news.bump();
  };
  const onAppend = () => {
    link.wake();
  };
  const readiness = watchReadiness({ data: config.data, kioskKey, gate, now: parts.now, logger });
  const own = createOwnJournal({ journal, sealer, ...owner, random, onAppend });
  const link = createHubLink({
    ...parts,
    choice: hub,
    own,
    cache,
    kioskKey,
    startHub: shell.startHub,
    random: () => toFraction(random(4)),
    onChange,
    reporting: {
      read: () => report(),
      carryOut: (order) =>
        carryOutOrder(order, {
          desk,
          unlockStaff,
          updateNow:
            updates &&
            (() => {
              updates.askNow();
            }),
          goLive: (reason) => readiness.goLive(reason),
        }),
    },
  });
  let stopWatching: () => void = () => undefined;
  const online = createAfterPage(() => {
    link.open();
    updates?.watch(() => ({
      isVisitOn,
      isStaffHere: staff.isSignedIn(),
      printing: desk
        .report()
        .reduce((sum, { waiting, jobs }) => sum + waiting + jobs.filter(({ state }) => state === 'printing').length, 0),
      event: event(),
    }));
    stopWatching = desk.onChange(() => {
      link.wakeReport();
    });
  });
  const listSessions = () => cache.listSessions();
  const seats = createSeatDesk({ own, listSessions, listClosedSessions: () => cache.listClosedSessions(), onChange });
  const { desk, media } = openDesk({ ...parts, journal, doubles: parts.printers ?? [] });
  let isVisitOn = false;
  const onLock = () => {
    link.wakeReport();
  };
  const staff = openStaff({ data: config.data, cache, link, clock, logger, onLock });
  const unlockStaff = () => {
    staff.unlock();
  };
  const isBusy = () => isVisitOn || staff.isSignedIn();
  const status = () =>
    readStatus({ gate: gate.read(), own, cache, hub: link.describe(), link: link.read(), isPackBroken });
  const report = () =>
    readReport({
      status: status(),
      printers: desk.report(),
      shell: shell.name,
      isStaffLocked: staff.isLocked(),
      isBusy: isBusy(),
      ...readiness.report(),
      ...(updates && { update: updates.report() }),
    });
  /** The page is another one, or the visitor is: nobody who was here still is. */
  const leave = () => {
    isVisitOn = false;
    staff.signOut();
  };
  /** Whoever was here when it closed finishes. */
  const isClosedToNewcomers = () => gate.read().state === 'closed' && !isVisitOn;
  gate.onChange((now) => {
    logger.warn({ gate: now }, 'the gate');
    onChange();
    link.wakeReport();
  });
  const registrar = createRegistrar({ own, event });
  const deeds = {
    async register(request: RegisterRequest) {
      if (isClosedToNewcomers()) return err('kiosk-closed');
      return registrar.register(request);
    },
    checkIn: createCheckIn({ own, event, findAttendee: (index) => cache.findAttendee(index) }),
    takeSeat: (request: TakeSeatRequest) => seats.take(request),
    cancelSeat: (request: CancelSeatRequest) => seats.cancel(request),
    print: (request: PrintRequest) => desk.print(request),
  };

  const bridge = createBridge({
    greeting: {
      kiosk,
      media,
      idle: { warnAfterSeconds: config.idleWarnAfterSeconds, wipeAfterSeconds: config.idleWipeAfterSeconds },
      shell: shell.name,
      camera: config.camera,
    },
    ...logOutcomes(deeds, { logger, timed: createTimer(clock) }),
    catalogueFeed: cache,
    listSeats: (claimCode) => seats.list(claimCode),
    status,
    awaitNews(seen) {
      // The first thing that a page asks when its first screen stands.
      online.pageIsUp();
      return news.wait(seen);
    },
    listErasedRecords: () => cache.listEraseOrders().flatMap(({ records }) => records),
    listRecords(page) {
      const records = listReadable(journal, { ...owner, ...page });
      if (!records.ok) throw new Error('the journal cannot be read');
      return records.value;
    },
    desk,
    staff,
    goLive: (reason) => readiness.goLive(reason),
    onGreet: leave,
    gate: () => gate.read(),
    pulse: (pulse) => pulses.beat(pulse),
    beginVisit() {
      if (isClosedToNewcomers()) return err('kiosk-closed');
      isVisitOn = true;
      return ok(null);
    },
    endVisit() {
      leave();
      desk.dropWaiting();
      shell.forgetVisit?.();
    },
  });

  logger.info({ ...owner, hub: hub.kind, media }, 'host started');
  return ok({
    bridge,
    goOnline() {
      // What came with the first download.
      settings.look();
      online.allow();
    },
    isBusy,
    timeZone: () => event().timeZone,
    async close() {
      online.close();
      settings.close();
      readiness.close();
      pulses.close();
      news.close();
      stopWatching();
      staff.close();
      await Promise.all([own.settle(), desk.close(), link.close()]);
      journal.close();
      cache.close();
    },
  });
}

/** From 0 to below 1. */
function toFraction(bytes: Uint8Array): number {
  return Buffer.from(bytes).readUInt32BE() / 2 ** 32;
}

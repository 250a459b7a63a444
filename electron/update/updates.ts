import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EventDetails } from '../../domain/event.ts';
import type { UpdateReport } from '../../domain/protocol/update-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { journalVersion } from '../journal/schema.ts';
import { fetchRelease, findPackage } from './fetch-release.ts';
import type { AfterInstall, InstallCall } from './install-package.ts';
import type { Installation } from './installation.ts';
import { dropJournalCopy, keepJournalCopy, readJournalVersion, returnJournal } from './journal-copy.ts';
import { judgeRelease } from './judge-release.ts';
import { openKeptPackages, type KeptPackage } from './kept-packages.ts';
import { whyNotNow, type DailyWindow } from './may-install.ts';
import { readOffer, type Offer } from './read-offer.ts';
import { beginTrial, confirm, countStart, fail, forgive, noteSeen, type UpdateState } from './update-state.ts';
import { openUpdateState } from './update-state-file.ts';
import type { UpdateSource } from './update-source.ts';

/** Milliseconds. */
const betweenSteps = 5000;
const betweenQuestions = 15 * 60_000;
/** For a version on trial to become healthy, before it is started again. */
const patience = 3 * 60_000;

/** Who is at the kiosk, and what it is doing. */
export interface KioskUse {
  readonly isVisitOn: boolean;
  readonly isStaffHere: boolean;
  readonly printing: number;
  readonly event: Pick<EventDetails, 'days' | 'timeZone'>;
}

export interface UpdatesParts {
  /** Of this kiosk. */
  readonly data: string;
  readonly running: string;
  /** Null where this Foyer is not installed from a package. */
  readonly installation: Installation | null;
  /** Opened for each question; null when there is nowhere to ask. */
  readonly openSource: (() => UpdateSource | null) | 'switched-off';
  readonly window: DailyWindow | null;
  readonly spool: string;
  readonly isOnBattery: () => boolean | null;
  readonly install: (call: InstallCall) => Promise<AfterInstall>;
  /** Ends this process, after the host was closed. */
  readonly end: (how: 'restart' | 'quit') => void;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  /** ISO 8601. */
  readonly now: () => string;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
}

export interface Updates {
  report(): UpdateReport;
  /** Staff want it as soon as nobody is there, whatever the hour; a version that had failed is tried again. */
  askNow(): void;
  /** The page has answered, and host and journal are open: this version works. */
  confirmHealthy(): void;
  /** Begins to look for updates, once there is a host. */
  watch(use: () => KioskUse): void;
  /** One look at everything; `watch` does it every few seconds. */
  step(use: () => KioskUse): Promise<void>;
  close(): Promise<void>;
}

/**
 * Counts this start before anything else is opened. A version that had two starts and became healthy in none goes back to the one before: then
 * the answer is null and the process ends.
 */
export async function openUpdates(parts: UpdatesParts): Promise<Updates | null> {
  const { data, running, installation, clock, logger } = parts;
  const folder = join(data, 'updates');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openUpdateState(join(folder, 'update-state.json'), logger);
  const kept = openKeptPackages(join(folder, 'kept'));
  const stop = new AbortController();
  const began = clock();
  let state = file.read();
  const put = (next: UpdateState) => {
    if (next !== state) file.write(next);
    state = next;
  };
  const started = countStart(state, running);
  put(started.state);
  if (state.trial === null) dropJournalCopy(data);
  if (started.verdict === 'roll-back' && (await rollBack())) return null;
  let report: UpdateReport = describeLast(parts, state);
  let isAskedFor = false;
  let lastUse = clock();
  let lastQuestion = -Infinity;
  let ready: { offer: Offer; next: KeptPackage } | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** @returns whether this process is to end */
  async function rollBack(): Promise<boolean> {
    const { trial } = state;
    if (trial === null || installation === null) return false;
    const previous = kept.find(trial.from);
    const journal = previous === null ? err('no-way-back') : returnJournal(data, trial.journal);
    if (previous === null || !journal.ok) {
      logger.error({ version: trial.version, from: trial.from }, 'the update failed and there is no way back');
      put(fail(state, 'no-way-back'));
      return false;
    }
    put(fail(state, 'rolled-back'));
    const call = { installation, next: previous, previous: null, spool: parts.spool };
    const after = await parts.install(call);
    logger.error(
      { version: trial.version, to: trial.from },
      'the update did not become healthy; the version before is put back',
    );
    if (after !== 'wait') parts.end(after);
    return true;
  }

  async function look(source: UpdateSource, known: Installation): Promise<void> {
    const { form, publicKey } = known;
    const question = { source, channel: form.channel, publicKey, signal: stop.signal };
    const offer = await readOffer(question);
    if (!offer.ok) {
      report = { state: 'refused', version: null, reason: offer.reason };
      logger.warn({ reason: offer.reason, source: source.name }, 'no update is taken');
      return;
    }
    if (offer.value === null) {
      ready = null;
      report = describeLast(parts, state);
      return;
    }
    const { release } = offer.value;
    const { version } = release;
    if (isAskedFor) put(forgive(state, version));
    const judged = judgeRelease(release, {
      running,
      seen: state.seen,
      bad: state.bad,
      journal: readJournalVersion(data),
      mayBeOlder: false,
    });
    if (judged.ok) put(noteSeen(state, version));
    if (!judged.ok || judged.value === 'current') {
      ready = null;
      report = judged.ok ? describeLast(parts, state) : { state: 'refused', version, reason: judged.reason };
      if (!judged.ok) logger.warn({ version, reason: judged.reason }, 'an update is not taken');
      return;
    }
    if (ready?.next.version === version) return;
    report = { state: 'fetching', version, reason: null };
    const base = await findWayBack(question, known);
    const fetched = base.ok ? await fetchAndKeep(offer.value, { source, known, base: base.value }) : base;
    if (fetched.ok) {
      ready = { offer: offer.value, next: fetched.value };
      logger.info({ version }, 'an update is ready');
    } else {
      report = { state: 'refused', version, reason: fetched.reason };
      logger.warn({ version, reason: fetched.reason }, 'an update is not taken');
    }
  }

  /** No update without a package of the running version to come back to; an AppImage is one itself. */
  async function findWayBack(
    question: Parameters<typeof readOffer>[0],
    known: Installation,
  ): Promise<Result<KeptPackage | null, 'no-way-back'>> {
    const at = kept.find(running);
    if (at !== null) return ok(at);
    const own = await readOffer({ ...question, version: running });
    const isOwn = own.ok && own.value?.release.version === running;
    if (known.appImage !== null && isOwn) {
      const { channel, description, signature } = own.value;
      return ok(
        kept.keep(running, { file: known.appImage, blockMap: null, signed: { channel, description, signature } }),
      );
    }
    if (!isOwn) return err('no-way-back');
    const { source } = question;
    const fetched = await fetchAndKeep(own.value, { source, known, base: null, as: '0.0.0' });
    return fetched.ok ? fetched : err('no-way-back');
  }

  async function fetchAndKeep(
    offer: Offer,
    from: { source: Pick<UpdateSource, 'open'>; known: Installation; base: KeptPackage | null; as?: string },
  ): Promise<Result<KeptPackage, 'unreachable' | 'wrong-file'>> {
    const { form } = from.known;
    const call = { form, running: from.as ?? running, folder: join(folder, 'fetched'), release: offer.release };
    const { pause } = parts;
    const fetched = await fetchRelease({ ...call, ...from, pause, logger, signal: stop.signal });
    return fetched.ok ? ok(kept.keep(offer.release.version, { ...fetched.value, signed: offer })) : fetched;
  }

  async function putIn(known: Installation, { offer, next }: NonNullable<typeof ready>): Promise<void> {
    const { version } = next;
    report = { state: 'installing', version, reason: null };
    if (offer.release.foyer.journalSchema > journalVersion) keepJournalCopy(data);
    put(beginTrial(state, { version, from: running, journal: journalVersion }));
    kept.keepOnly([running, version]);
    logger.info({ version, from: running }, 'the update is put in');
    const after = await parts.install({ installation: known, next, previous: kept.find(running), spool: parts.spool });
    ready = null;
    if (after !== 'wait') parts.end(after);
  }

  async function step(use: () => KioskUse): Promise<void> {
    const { isVisitOn, isStaffHere, printing, event } = use();
    if (isVisitOn || isStaffHere || printing > 0) lastUse = clock();
    if (installation === null || parts.openSource === 'switched-off') return;
    if (state.trial !== null) {
      const isLate = state.trial.version === running && clock() - began > patience;
      if (isLate) parts.end('restart');
      return;
    }
    const isDue = clock() - lastQuestion >= betweenQuestions;
    if (isDue && !isVisitOn && !isStaffHere) {
      lastQuestion = clock();
      const source = parts.openSource();
      if (source !== null) await look(source, installation).finally(() => source.close());
    }
    if (ready === null) return;
    const { bavail, bsize } = statfsSync(data);
    const reason = whyNotNow({
      ...use(),
      at: new Date(parts.now()),
      event,
      window: parts.window,
      idle: clock() - lastUse,
      isAskedFor,
      isOnBattery: parts.isOnBattery(),
      free: bavail * bsize,
      size: findPackage(ready.offer.release, installation.form)?.size ?? 0,
    });
    report = { state: 'waiting', version: ready.next.version, reason };
    if (reason === null) await putIn(installation, ready);
  }

  return {
    report: () => report,
    askNow() {
      isAskedFor = true;
      lastQuestion = -Infinity;
    },
    confirmHealthy() {
      const { trial } = state;
      if (trial?.version !== running) return;
      put(confirm(state, running));
      dropJournalCopy(data);
      report = describeLast(parts, state);
      logger.info({ version: running, from: trial.from }, 'the update is healthy');
    },
    step,
    watch(use) {
      timer = setInterval(() => {
        underWay = underWay
          .then(() => step(use))
          .catch((error: unknown) => {
            logger.error({ name: error instanceof Error ? error.name : typeof error }, 'looking for updates failed');
          });
      }, betweenSteps);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      stop.abort();
      await underWay;
    },
  };
}

/** How the last one ended, until there is something else to say. */
function describeLast(
  { installation, openSource, running }: UpdatesParts,
  { trial, ended }: UpdateState,
): UpdateReport {
  if (installation === null) return { state: 'off', version: null, reason: 'not-a-package' };
  if (openSource === 'switched-off') return { state: 'off', version: null, reason: 'switched-off' };
  if (trial !== null) return { state: 'on-trial', version: trial.version, reason: null };
  switch (ended?.kind) {
    case 'rolled-back':
      return { state: 'rolled-back', version: ended.version, reason: 'not-healthy' };
    case 'not-installed':
    case 'no-way-back':
      return { state: 'refused', version: ended.version, reason: ended.kind };
    case 'installed':
    case undefined:
      return { state: 'current', version: running, reason: null };
  }
}

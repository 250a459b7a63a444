import { createPublicKey } from 'node:crypto';
import { err, type Result } from '../../domain/result.ts';
import { createDownload } from './download.ts';
import { createEraser } from './follow-erase-orders.ts';
import { createPurger } from './follow-purge-orders.ts';
import { createHubClient, type HubClient, type HubFailure } from './hub-client.ts';
import type { HubTarget } from './hub-target.ts';
import { isPinnedTo } from './pinned-pool.ts';
import { createNewsListener } from './hear-news.ts';
import { keepDoing } from './keep-doing.ts';
import { createLeaseKeeper } from './lease-seats.ts';
import type { Link } from './link.ts';
import { readmit } from './readmit.ts';
import { createUpload } from './upload.ts';
import type { OrderBook } from './order-book.ts';
import { createReporter } from './report-kiosk.ts';
import type { UplinkParts } from './uplink.ts';
import { createWake } from './wake.ts';

/** Milliseconds. */
const betweenQuestions = 30_000;
const beforeListeningAgain = 1000;
/** Ten seconds in the middle, spread so that twenty kiosks do not report at once. */
const betweenReports = { least: 8000, spread: 4000 };
/** Staff who wait are told at once that the hub does not answer; searching 50,000 visitors takes it no second. */
const staffPatience = { connect: 3000, answer: 10_000 };

export interface HubConnection {
  wake(): void;
  wakeReport(): void;
  wakeResults(): void;
  /** On a line of its own. */
  readonly staff: Pick<HubClient, 'ask'>;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

type Work = (signal: AbortSignal) => Promise<Result<void, HubFailure>>;

/** Six loops, each with its own pauses: sending, fetching, listening for news, leasing seats, reporting, and telling how orders ended. */
export function connectToHub(parts: UplinkParts & { link: Link; target: HubTarget; orders: OrderBook }): HubConnection {
  const { own, cache, kioskKey, random, logger, link, target, orders, reporting, limits } = parts;
  const stop = new AbortController();
  const bells = {
    records: createWake(),
    feed: createWake(),
    leases: createWake(),
    news: createWake(),
    reports: createWake(),
    results: createWake(),
  };
  const clientParts = {
    address: target.address,
    isPinned: isPinnedTo(target.pin),
    signer: { kiosk: target.kiosk, privateKey: kioskKey },
    logger,
  };
  const plain = createHubClient({ ...clientParts, ...(limits && { limits }) });
  const staff = createHubClient({ ...clientParts, limits: limits ?? staffPatience });
  const client = noting(plain, <Answer>(result: Result<Answer, HubFailure>) =>
    // What is cut off at the end says nothing of the hub.
    stop.signal.aborted ? result : link.note(result),
  );
  const { journal } = own;
  const leases = createLeaseKeeper({
    journal,
    owner: own.owner,
    client,
    listSessions: () => cache.listSessions(),
    listClosedSessions: () => cache.listClosedSessions(),
    onGranted: parts.onChange,
  });
  const upload = createUpload({
    journal,
    owner: own.owner,
    publicKey: createPublicKey(kioskKey),
    client,
    clock: parts.clock,
    reportLeases: (epoch) => leases.report(epoch),
    onSent: (sent) => {
      logger.info(sent, 'records sent');
      bells.leases.ring();
    },
  });
  const download = createDownload({ client, cache, event: own.owner.event, now: parts.now, onChange: parts.onChange });
  const followOrders = createPurger({ own, listOrders: () => cache.listPurgeOrders(), hubKey: target.hubKey, logger });
  const followErasures = createEraser({
    own,
    listOrders: () => cache.listEraseOrders(),
    hubKey: target.hubKey,
    logger,
    onErased: parts.onChange,
  });
  const hearNews = createNewsListener({
    client,
    onNews() {
      bells.feed.ring();
      bells.leases.ring();
    },
    onOrders() {
      bells.reports.ring();
    },
  });
  const report = createReporter({
    client,
    read: () => reporting.read(),
    onOrder: (order) => {
      orders.take(order);
    },
  });

  let readmission: Promise<void> | null = null;
  async function askBack(): Promise<void> {
    const answer = link.note(await readmit(plain, { target, kioskKey }));
    if (answer.ok) parts.onReadmitted(answer.value);
    readmission = null;
  }

  /** What the hub may say to any question. */
  const minding =
    (work: Work): Work =>
    async (signal) => {
      const result = await work(signal);
      if (result.ok) return result;
      if (result.reason.word === 'unknown-epoch') {
        readmission ??= askBack();
        await readmission;
      }
      if (result.reason.word === 'kiosk-revoked') {
        logger.warn('the hub has revoked this kiosk');
        stop.abort();
      }
      return result;
    };

  async function fetchAll(signal: AbortSignal): Promise<Result<void, HubFailure>> {
    const fetched = await download(signal);
    await followOrders();
    await followErasures();
    bells.leases.ring();
    return fetched;
  }

  const loop = (work: Work, wake: (typeof bells)['feed'], idle = () => betweenQuestions) =>
    keepDoing({ work: guarded(minding(work), parts), wake, idle, random, signal: stop.signal });
  const loops = [
    loop(upload, bells.records),
    loop(fetchAll, bells.feed),
    loop(() => leases.keep(), bells.leases),
    loop(hearNews, bells.news, () => beforeListeningAgain),
    loop(report, bells.reports, () => betweenReports.least + random() * betweenReports.spread),
    loop((signal) => orders.tell(client, signal), bells.results),
  ];
  return {
    wake() {
      bells.records.ring();
      bells.leases.ring();
    },
    wakeReport() {
      bells.reports.ring();
    },
    wakeResults() {
      bells.results.ring();
    },
    staff,
    async close() {
      stop.abort();
      await Promise.all([plain.close(), staff.close()]);
      await Promise.all(loops);
    },
  };
}

type Note = Link['note'];

function noting(client: HubClient, note: Note): HubClient {
  return {
    ask: async (question) => note(await client.ask(question)),
    listen: async (path, signal) => note(await client.listen(path, signal)),
    close: () => client.close(),
  };
}

/** A fault of ours in one loop ends neither the loop nor the kiosk. Its place is logged, never its words. */
function guarded(work: Work, { logger }: Pick<UplinkParts, 'logger'>): Work {
  return async (signal) => {
    try {
      return await work(signal);
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? '') : '';
      const place = stack.split('\n').filter((line) => line.startsWith('    at '));
      logger.error({ name: error instanceof Error ? error.name : typeof error, place }, 'the uplink failed');
      return err({ word: null });
    }
  };
}

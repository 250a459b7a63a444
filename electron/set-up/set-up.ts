import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { err, ok, type Result } from '../../domain/result.ts';
import { enrolmentPath } from '../choose-hub.ts';
import type { Config } from '../config/read-config.ts';
import { makeDataFolder } from '../data-folder.ts';
import { openKioskKey } from '../journal/kiosk-key.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { StartFailure } from '../start-failure.ts';
import { enrol, type Enrolled } from '../uplink/enrol.ts';
import { writeEnrolment } from '../uplink/enrolment-file.ts';
import { describeAddress, parseAddress, type HubAddress } from '../uplink/hub-target.ts';
import type { Patience } from '../uplink/pinned-pool.ts';
import { enrolWithAny } from './enrol-with-any.ts';
import type { SearchSocket } from './find-hubs.ts';
import { createSetUpBridge, type SetUpVerbs } from './set-up-bridge.ts';
import type { SetUpProblem, SetUpState } from './set-up-state.ts';

export interface SetUpParts {
  readonly config: Pick<Config, 'data' | 'enrol' | 'kiosk' | 'camera'>;
  /** ISO 8601 by the machine's own clock. */
  readonly now: () => string;
  readonly logger: Logger;
  /** Milliseconds to listen for hubs on the network. */
  readonly searchFor?: number;
  readonly socket?: SearchSocket;
  readonly limits?: Patience;
}

/** A kiosk before it is one: its page asks for the enrolment code, and nothing else is to be had. */
export interface SetUp {
  readonly bridge: SetUpVerbs;
  /** Resolves when the enrolment is on the disk. */
  readonly enrolled: Promise<void>;
  /** The kiosk could not start with what the hub sent; it is tried again. */
  readonly tellNoEvent: () => void;
  close(): void;
}

/** What a hub that nobody wrote a port behind listens on. */
const usualPort = 7443;
/** Milliseconds; a hub on the LAN answers a question by multicast within one. */
const usualSearch = 8000;
/** Milliseconds. Somebody stands before the screen. */
const patienceOfPeople = { connect: 4000, answer: 15_000 };

/** Readies the data folder, and uses the code of the configuration if there is one. */
export function openSetUp(parts: SetUpParts): Result<SetUp, StartFailure> {
  const { config, logger } = parts;
  const folder = makeDataFolder(config.data);
  if (!folder.ok) return folder;
  const kioskKey = openKioskKey(join(config.data, 'kiosk-key.pem'));
  if (!kioskKey.ok) return kioskKey;
  const streams = listStreams(config.data, logger);
  if (!streams.ok) return streams;
  const setUp = createSetUp({ ...parts, kioskKey: kioskKey.value, streams: streams.value });
  return ok(setUp);
}

/** Under which names this machine has recorded before. */
function listStreams(data: string, logger: Logger): Result<Streams, StartFailure> {
  const journal = openJournal(join(data, 'journal.sqlite'), logger);
  if (!journal.ok) return journal;
  const streams = journal.value.listOwners();
  journal.value.close();
  if (streams.ok) return streams;
  return err({
    code: 'journal',
    message: 'The journal cannot be read, so this kiosk is not enrolled. Look at the log.',
  });
}

type Streams = readonly { readonly event: string; readonly kiosk: string }[];

function createSetUp(parts: SetUpParts & { kioskKey: KeyObject; streams: Streams }): SetUp {
  const { config, logger, now, kioskKey, streams, searchFor = usualSearch, socket, limits = patienceOfPeople } = parts;
  let state: SetUpState = { step: 'waiting' };
  let isClosed = false;
  const kept = Promise.withResolvers<undefined>();

  function fail(problem: SetUpProblem, address: HubAddress | null): void {
    logger.warn({ problem }, 'not set up yet');
    state = { step: 'failed', problem, address: address === null ? null : describeAddress(address) };
  }

  function keep({ enrolment, hubTime }: Enrolled): void {
    try {
      writeEnrolment(enrolmentPath(config.data), enrolment);
    } catch {
      fail('not-kept', enrolment.address);
      return;
    }
    const { kiosk, position } = enrolment.certificate;
    const clockAheadMinutes = hubTime === null ? null : Math.round((Date.parse(now()) - hubTime) / 60_000);
    logger.info({ kiosk, position, clockAheadMinutes }, 'enrolled');
    state = { step: 'enrolled', kiosk, position, clockAheadMinutes };
    kept.resolve(undefined);
  }

  async function run(code: string, address: HubAddress | null): Promise<void> {
    const asked = { code, kioskKey, position: config.kiosk ?? null, streams, limits };
    let at = address;
    const onAsking = (hub: HubAddress) => {
      at = hub;
      state = { step: 'asking', address: describeAddress(hub) };
    };
    if (address !== null) {
      onAsking(address);
      const enrolled = await enrol({ ...asked, address });
      if (enrolled.ok) keep(enrolled.value);
      else fail(enrolled.reason.refusal, at);
      return;
    }
    const onHeard = (heard: number) => {
      if (state.step === 'searching') state = { step: 'searching', heard };
    };
    const enrolled = await enrolWithAny({ ...asked, searchFor, ...(socket && { socket }), onHeard, onAsking });
    if (enrolled.ok) keep(enrolled.value);
    else fail(enrolled.reason, at);
  }

  function begin({ code, address }: { code: string; address: string | null }): void {
    if (isClosed || (state.step !== 'waiting' && state.step !== 'failed')) return;
    const at = address === null ? null : readAddress(address);
    if (address !== null && at === null) {
      fail('not-an-address', null);
      return;
    }
    state = { step: 'searching', heard: 0 };
    run(code, at).catch((error: unknown) => {
      logger.error({ name: error instanceof Error ? error.name : typeof error }, 'the set-up failed');
      fail('failed', at);
    });
  }

  if (config.enrol !== undefined) begin({ code: config.enrol, address: null });
  return {
    bridge: createSetUpBridge({ greeting: { setUp: { camera: config.camera } }, read: () => state, begin }),
    enrolled: kept.promise,
    tellNoEvent() {
      fail('no-event', null);
    },
    close() {
      isClosed = true;
    },
  };
}

/** As a person types it: the port may be missing. */
function readAddress(typed: string): HubAddress | null {
  const text = typed.trim().toLowerCase();
  return parseAddress(text) ?? parseAddress(`${text}:${String(usualPort)}`);
}

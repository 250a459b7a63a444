import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { parseEnrolmentCode } from '../domain/protocol/enrolment.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Config } from './config/read-config.ts';
import type { Journal } from './journal/journal.ts';
import type { StartFailure } from './start-failure.ts';
import { digestCode, enrol } from './uplink/enrol.ts';
import { readEnrolment, writeEnrolment, type Enrolment } from './uplink/enrolment-file.ts';

/** The hub that a kiosk belongs to. */
export type HubChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'embedded' }
  | { readonly kind: 'enrolled'; readonly enrolment: Enrolment };

export function enrolmentPath(dataFolder: string): string {
  return join(dataFolder, 'enrolment.json');
}

/** What the options say, and otherwise the hub that this kiosk was enrolled with. A code that was not used yet is used. */
export async function chooseHub(
  config: Config,
  own: { readonly kioskKey: KeyObject; readonly journal: Pick<Journal, 'listOwners'> },
): Promise<Result<HubChoice, StartFailure>> {
  if (config.hub === 'none' || config.hub === 'embedded') return ok({ kind: config.hub });
  const path = enrolmentPath(config.data);
  const kept = readEnrolment(path);
  if (!kept.ok) return kept;
  const { enrol: code } = config;
  const address = config.hub === 'ask' ? undefined : config.hub;
  if (kept.value !== null && (code === undefined || address === undefined || isUsed(code, kept.value))) {
    // A hub that has moved is still the one whose key is pinned.
    return ok({ kind: 'enrolled', enrolment: { ...kept.value, address: address ?? kept.value.address } });
  }
  if (address === undefined) {
    return code === undefined
      ? ok({ kind: 'embedded' })
      : refuse('The hub of the enrolment code was not found. Name its address too: --hub HOST:PORT.');
  }
  if (code === undefined) {
    return refuse('This kiosk is not enrolled with a hub. Make a code at the hub and start once with --enrol CODE.');
  }
  const streams = own.journal.listOwners();
  if (!streams.ok) return refuse('The journal cannot be read, so this kiosk is not enrolled. Look at the log.');
  const asked = { address, code, kioskKey: own.kioskKey, position: config.kiosk ?? null };
  const enrolment = await enrol({ ...asked, streams: streams.value });
  if (!enrolment.ok) return enrolment;
  try {
    writeEnrolment(path, enrolment.value.enrolment);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      `The enrolment ${path} cannot be written: ${reason}. Make room or let this user write there, and use a new code.`,
    );
  }
  return ok({ kind: 'enrolled', enrolment: enrolment.value.enrolment });
}

function isUsed(code: string, { code: used }: Enrolment): boolean {
  const parsed = parseEnrolmentCode(code);
  return parsed.ok && digestCode(parsed.value.secret) === used;
}

function refuse(message: string): Result<never, StartFailure> {
  return err({ code: 'enrolment', message });
}

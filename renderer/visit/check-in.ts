import type { AttendeeDetails } from '../../domain/attendee.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { Language } from '../../domain/localised.ts';
import { err, type Result } from '../../domain/result.ts';
import type { CheckInAnswer } from '../../electron/bridge/check-in.ts';
import type { BridgeClient } from '../bridge.ts';
import type { Database } from '../catalogue/database.ts';
import type { Draft } from './draft.ts';
import type { Screen } from './screen.ts';
import type { GivenCode } from './visit-state.ts';

interface CheckInRequest {
  readonly bridge: BridgeClient;
  readonly database: Database;
  readonly given: GivenCode;
  readonly language: Language;
}

/** Asks the host what a code opens. The arrival is in the journal before the answer comes, and its sealed record is mirrored. */
export async function checkIn({
  bridge,
  database,
  given,
  language,
}: CheckInRequest): Promise<Result<CheckInAnswer, ErrorCode>> {
  try {
    const answer = await bridge.checkIn({ id: given.id, code: given.code, language });
    if (answer.ok && answer.value.kind === 'attendee') {
      // The journal is the truth; a mirror that fails is filled again from it.
      await database.records.put(answer.value.record).catch(() => undefined);
    }
    return answer;
  } catch {
    return err('host-unreachable');
  }
}

export interface Arrival {
  readonly part: Partial<Draft>;
  /** Where the visitor goes on. */
  readonly screen: Screen;
  /** The language that the organiser's list has for them. */
  readonly language: Language | null;
}

/**
 * What a visit knows of whoever the code belongs to.
 * @param findUncovered the characters of a text that no bundled font has: they would be printed as boxes
 */
export function arrive(answer: CheckInAnswer, findUncovered: (text: string) => readonly string[]): Arrival {
  if (answer.kind === 'claim-code') {
    return { part: { shownClaimCode: answer.claimCode }, screen: { name: 'registered' }, language: null };
  }
  const { attendee, record, isRepeat } = answer;
  const names = printableNames(attendee.name, findUncovered);
  return {
    part: {
      ...names,
      ...(attendee.email === undefined && attendee.phone !== undefined && { contactKind: 'phone' as const }),
      email: attendee.email ?? '',
      phone: attendee.phone ?? '',
      status: attendee.status ?? null,
      field: findUncovered(attendee.field).length > 0 ? '' : attendee.field,
      interests: attendee.interests,
      record,
      isPreRegistered: true,
      isBadgeOut: isRepeat,
    },
    // A name in a script that cannot be printed at all is asked for again; everything else is filled in already.
    screen: names.own === '' && names.latin === '' ? { name: 'consent' } : { name: 'badge' },
    language: attendee.language ?? null,
  };
}

/** Whole names where one can be printed, and otherwise what is left of them without the characters that cannot. */
function printableNames({ own, latin }: AttendeeDetails['name'], findUncovered: (text: string) => readonly string[]) {
  const isWhole = (name: string) => name !== '' && findUncovered(name).length === 0;
  if (isWhole(own) || isWhole(latin)) return { own: isWhole(own) ? own : '', latin: isWhole(latin) ? latin : '' };
  const rest = (name: string) =>
    findUncovered(name)
      .reduce((left, character) => left.replaceAll(character, ''), name)
      .trim();
  return { own: rest(own), latin: rest(latin) };
}
